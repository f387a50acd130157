import { createHmac, timingSafeEqual } from 'node:crypto';

const macLength = 22;
const separator = '.';

/**
 * What a 微信客服 link carries to bind a WeChat user to a candidate: whom it was made for, signed, so that nobody can
 * make one for somebody else. At most 128 bytes as WeCom passes them on.
 */
export class KfScene {
  /** @param key at least 16 bytes, the same on all machines of an installation */
  constructor(private readonly key: string) {
    if (Buffer.byteLength(key) < 16) {
      throw new RangeError('the key of the 微信客服 links is too short');
    }
  }

  /** @param subject letters, digits, `-` and `_`: the id of an application or invitation */
  sign(subject: string): string {
    if (!/^[\w-]{1,80}$/.test(subject)) {
      throw new RangeError('a 微信客服 link is made for an id');
    }
    return `${subject}${separator}${this.mac(subject)}`;
  }

  /** Whom the link was made for; null when it was not made here. */
  read(sceneParam: string): string | null {
    const at = sceneParam.lastIndexOf(separator);
    const subject = sceneParam.slice(0, Math.max(0, at));
    const given = Buffer.from(sceneParam.slice(at + 1));
    const wanted = Buffer.from(this.mac(subject));
    return subject !== '' && given.length === wanted.length && timingSafeEqual(given, wanted)
      ? subject
      : null;
  }

  private mac(subject: string): string {
    return createHmac('sha256', this.key)
      .update(`kf ${subject}`)
      .digest('base64url')
      .slice(0, macLength);
  }
}
