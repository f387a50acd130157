export type Fields = Record<string, unknown>;

/** An errcode that a route answers with. */
export class Refused extends Error {
  constructor(
    readonly errcode: number,
    readonly words: string,
  ) {
    super(`${errcode} ${words}`);
  }
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
export const fields = (value: unknown): Fields => (isFields(value) ? value : {});
export const list = (value: unknown): Fields[] =>
  Array.isArray(value) ? value.filter(isFields) : [];
export const text = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
export const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(text).filter((one) => one !== '') : [];
export const bytes = (value: unknown): number => Buffer.byteLength(text(value));

let counter = 0;

/** A name nobody guesses by counting from his own. */
export function unique(prefix: string): string {
  counter += 1;
  return `${prefix}${Date.now().toString(36)}${counter.toString(36).padStart(4, '0')}${Math.random().toString(36).slice(2, 8)}`;
}

/** The shape of an error's words: the code is what counts, the hint is what may be logged. */
export function errorWords(errcode: number, words: string): string {
  const hint = `hint: [${Math.floor(Date.now() / 1000)}_${errcode}_${Math.random().toString(16).slice(2, 18)}]`;
  return `${words}, ${hint}, from ip: 127.0.0.1, more info at https://open.work.weixin.qq.com/devtool/query?e=${errcode}`;
}
