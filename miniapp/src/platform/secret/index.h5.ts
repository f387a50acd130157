/** Bytes nobody can guess; a promise, because mini-programs have to ask for them. */
export function secretBytes(length: number): Promise<Uint8Array | null> {
  return Promise.resolve(crypto.getRandomValues(new Uint8Array(length)));
}
