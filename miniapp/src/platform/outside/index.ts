import Taro from '@tarojs/taro';

/** A mini-program may not lead to a browser: the address is put where it can be pasted. */
export async function openOutside(url: string): Promise<void> {
  await Taro.setClipboardData({ data: url });
}
