import Taro from '@tarojs/taro';

/** An old WeChat has no such call and may not even say so (ms). */
const PATIENCE = 1_000;

/** Bytes nobody can guess; null where this WeChat gives none. */
export function secretBytes(length: number): Promise<Uint8Array | null> {
  return new Promise((resolve) => {
    const none = () => resolve(null);
    setTimeout(none, PATIENCE);
    Taro.getRandomValues({
      length,
      success: ({ randomValues }) => resolve(new Uint8Array(randomValues)),
      fail: none,
    }).catch(none);
  });
}
