/** A mini-program plays a recording from the server only: nothing of it is held in memory. */
export class Clip {
  add(_bytes: ArrayBuffer): void {}

  url(_type: string): string | null {
    return null;
  }
}

export function clipUrl(_parts: BlobPart[], _type: string): string | null {
  return null;
}

export function clipOfFile(_file: Blob): string {
  return '';
}

export function forgetClip(_url: string): void {}
