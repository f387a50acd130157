import Taro from '@tarojs/taro';

/** Files of a mini-program: its own folder, which outlives the page and the app. */
const files = () => Taro.getFileSystemManager();
const FOLDER = 'zhiyu';

/** Where a file of ours stands. */
export function placeOf(name: string): string {
  return `${Taro.env.USER_DATA_PATH ?? ''}/${FOLDER}/${name}`;
}

/** Makes the folder; one that is there is fine. */
export function makeFolder(): Promise<void> {
  const dirPath = placeOf('').replace(/\/$/, '');
  return new Promise((resolve) => {
    const done = () => resolve();
    files().mkdir({ dirPath, recursive: true, success: done, fail: done });
  });
}

const failed = ({ errMsg }: { errMsg: string }) => new Error(errMsg);

export function writeBytes(filePath: string, data: ArrayBuffer): Promise<void> {
  return new Promise((resolve, reject) => {
    files().writeFile({
      filePath,
      data,
      success: () => resolve(),
      fail: (error) => reject(failed(error)),
    });
  });
}

/** Bytes [position, position + length) of a file; the whole file without them. */
export function readBytes(
  filePath: string,
  part?: { position: number; length: number },
): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    files().readFile({
      filePath,
      ...part,
      success: ({ data }) => (typeof data === 'string' ? reject(new Error('text')) : resolve(data)),
      fail: (error) => reject(failed(error)),
    });
  });
}

export function sizeOf(filePath: string): Promise<number> {
  return new Promise((resolve, reject) => {
    files().getFileInfo({
      filePath,
      success: ({ size }) => resolve(size),
      fail: (error) => reject(failed(error)),
    });
  });
}

/** A file that is not there any more is fine. */
export function removeFile(filePath: string): Promise<void> {
  return new Promise((resolve) => {
    const done = () => resolve();
    files().unlink({ filePath, success: done, fail: done });
  });
}
