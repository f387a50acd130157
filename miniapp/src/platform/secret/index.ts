/** DingTalk's container gives no bytes that nobody can guess. */
export function secretBytes(_length: number): Promise<Uint8Array | null> {
  return Promise.resolve(null);
}
