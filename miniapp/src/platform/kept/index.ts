import Taro from '@tarojs/taro';

type Life = 'device' | 'page';

const page = new Map<string, string>();

/** Null when nothing was written. `page` lives as long as the mini-program runs. */
export function read(life: Life, key: string): string | null {
  if (life === 'page') {
    return page.get(key) ?? null;
  }
  const kept: unknown = Taro.getStorageSync(key);
  return typeof kept === 'string' && kept !== '' ? kept : null;
}

export function write(life: Life, key: string, value: string): void {
  if (life === 'page') {
    page.set(key, value);
  } else {
    Taro.setStorageSync(key, value);
  }
}

export function forget(life: Life, key: string): void {
  if (life === 'page') {
    page.delete(key);
  } else {
    Taro.removeStorageSync(key);
  }
}
