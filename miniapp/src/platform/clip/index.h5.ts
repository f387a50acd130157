/**
 * Address of a recording to look at on this page; null when it holds nothing: a recorder that is stopped before its
 * first picture gives no byte, and a player of no bytes fails at the first one it asks for.
 */
export function clipUrl(parts: BlobPart[], type: string): string | null {
  const blob = new Blob(parts, { type });
  return blob.size === 0 ? null : URL.createObjectURL(blob);
}

/** A track as it is recorded, to look at right after; gone after a reload. */
export class Clip {
  private readonly parts: ArrayBuffer[] = [];

  add(bytes: ArrayBuffer): void {
    this.parts.push(bytes);
  }

  /** Null when nothing was recorded. */
  url(type: string): string | null {
    return clipUrl(this.parts, type);
  }
}

export function clipOfFile(file: Blob): string {
  return URL.createObjectURL(file);
}

export function forgetClip(url: string): void {
  URL.revokeObjectURL(url);
}
