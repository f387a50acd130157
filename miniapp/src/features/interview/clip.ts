/**
 * Address of a recording to look at on this page; null when it holds nothing: a recorder that is stopped before its
 * first picture gives no byte, and a player of no bytes fails at the first one it asks for.
 */
export function clipUrl(parts: BlobPart[], type: string): string | null {
  const blob = new Blob(parts, { type });
  return blob.size === 0 ? null : URL.createObjectURL(blob);
}
