/** Small things a device remembers: `device` over the page's end, `page` only as long as the page lives. */
type Life = 'device' | 'page';

const storeOf = (life: Life): Storage => (life === 'device' ? localStorage : sessionStorage);

export function read(life: Life, key: string): string | null {
  return storeOf(life).getItem(key);
}

export function write(life: Life, key: string, value: string): void {
  storeOf(life).setItem(key, value);
}

export function forget(life: Life, key: string): void {
  storeOf(life).removeItem(key);
}
