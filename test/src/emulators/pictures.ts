/** A request's body as text: a form with a file keeps each of its bytes as one letter. */
export function readable(bytes: Buffer, contentType: string | undefined): string {
  return bytes.toString(contentType?.startsWith('multipart/form-data') ? 'latin1' : 'utf8');
}

/** The file of a form field, as `readable` gave the form; null where there is none. */
export function fileIn(form: string, field: string): Buffer | null {
  const boundary = /^--[^\r\n]+/.exec(form)?.[0];
  const part = form
    .split(`\r\n${boundary ?? ''}`)
    .find((one) => one.includes(`name="${field}"; filename="`));
  const start = part?.indexOf('\r\n\r\n') ?? -1;
  return part !== undefined && start >= 0 ? Buffer.from(part.slice(start + 4), 'latin1') : null;
}

/** PNG and JPEG, told by their first bytes. */
export function isPicture(bytes: Buffer): boolean {
  const begins = bytes.subarray(0, 8).toString('hex');
  return begins === '89504e470d0a1a0a' || begins.startsWith('ffd8ff');
}
