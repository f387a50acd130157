/** Bytes that do not repeat: a mini-program tells keys apart by them, none is a secret. */
export function randomBytes(length: number): Uint8Array {
  return Uint8Array.from({ length }, () => Math.floor(Math.random() * 256));
}
