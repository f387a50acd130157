/** Value of each cookie by its name. */
export type Cookies = Record<string, string>;

/** The jar after these Set-Cookie lines; the same object when nothing changed. An emptied cookie is dropped. */
export function remember(cookies: Cookies, lines: readonly string[]): Cookies {
  let after = cookies;
  for (const line of lines) {
    const [pair = '', ...attributes] = line.split(';');
    const at = pair.indexOf('=');
    const name = pair.slice(0, at).trim();
    if (at < 1 || name === '') {
      continue;
    }
    const value = pair.slice(at + 1).trim();
    const over = value === '' || attributes.some((a) => /^\s*max-age\s*=\s*0\s*$/i.test(a));
    if (over || after[name] !== value) {
      const { [name]: _old, ...others } = after;
      after = over ? others : { ...others, [name]: value };
    }
  }
  return after;
}

/** The Cookie header; empty when there is none. */
export function cookieHeader(cookies: Cookies): string {
  return Object.entries(cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');
}
