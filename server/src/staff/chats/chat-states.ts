import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ChatName } from '@zhiyu/contracts/directory';
import { AppError } from '@zhiyu/contracts/errors';
import { Keyring } from '../../platform/crypto/keyring.js';
import { KeptValues } from '../../platform/kept-values/kept-values.js';
import { Clock } from '../../platform/time/clock.js';

/** From leaving for the chat to coming back with its code. */
export const chatAttemptMs = 600_000;

/** Nonce, end in ms, within the chat or not, signature; letters and digits only, because WeCom takes nothing else. */
const shape = /^([0-9a-f]{32})([0-9a-f]{12})([01])([0-9a-f]{64})$/;

/** What a sign-in is bound to. */
interface Bound {
  chat: ChatName;
  /** The secret of the browser's cookie. */
  browser: string;
}

/**
 * The `state` that goes to the chat and comes back with its code: signed, good for one browser, one chat, one use and
 * ten minutes. Nobody can be made to finish a sign-in that somebody else began, and no address can be used again.
 */
@Injectable()
export class ChatStates {
  private readonly key: Buffer;

  constructor(
    keyring: Keyring,
    private readonly clock: Clock,
    private readonly kept: KeptValues,
  ) {
    this.key = keyring.keyFor('chat sign-in');
  }

  issue(bound: Bound, inside: boolean): string {
    const end = (this.clock.now() + chatAttemptMs).toString(16).padStart(12, '0');
    const body = `${randomBytes(16).toString('hex')}${end}${inside ? '1' : '0'}`;
    return body + this.sign(body, bound);
  }

  /** @throws signInOver when it was made up, changed, used, over, or begun in another browser or for another chat */
  async redeem(state: string, bound: Bound): Promise<{ inside: boolean }> {
    const [, nonce, end, inside, signature] = shape.exec(state) ?? [];
    if (nonce === undefined || end === undefined || inside === undefined || bound.browser === '') {
      throw new AppError('signInOver');
    }
    const expected = this.sign(`${nonce}${end}${inside}`, bound);
    const genuine = timingSafeEqual(Buffer.from(signature ?? ''), Buffer.from(expected));
    const open = genuine && Number.parseInt(end, 16) > this.clock.now();
    if (!open || !(await this.kept.claim(`sign-in:${nonce}`, '1', chatAttemptMs / 1000))) {
      throw new AppError('signInOver');
    }
    return { inside: inside === '1' };
  }

  private sign(body: string, { chat, browser }: Bound): string {
    return createHmac('sha256', this.key).update(`${body}|${chat}|${browser}`).digest('hex');
  }
}
