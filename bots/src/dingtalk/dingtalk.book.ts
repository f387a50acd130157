import type { Card, CardButton } from '@zhiyu/contracts/card';
import type { KeyValueStore, OutgoingCard } from '../channel.js';
import { parsed, recordOf, textOf } from './dingtalk.json.js';

/** An interactive card as it was last shown. */
export interface ShownCard {
  deliveryId: string;
  outTrackId: string;
  cardId: string;
  version: number;
  state: Card['state'];
  locale: Card['locale'];
  link: string;
  buttons: CardButton[];
}

/** Seconds that a message can still be pressed or brought up to date: half a year. */
const keep = 183 * 86_400;

/** What was sent, by delivery and by DingTalk's key of the card. */
export class MessageBook {
  constructor(private readonly store: KeyValueStore) {}

  /** How DingTalk calls the message of this delivery; null when it was not sent yet. */
  async sent(deliveryId: string): Promise<string | null> {
    return this.store.get(`dingtalk:sent:${deliveryId}`);
  }

  async keepSent(deliveryId: string, externalId: string): Promise<void> {
    await this.store.set(`dingtalk:sent:${deliveryId}`, externalId, keep);
  }

  /** A card's key is used up by a card that was made and not delivered: the next try has the next one. */
  async outTrackId(deliveryId: string): Promise<string> {
    const failed = Number((await this.store.get(`dingtalk:failed:${deliveryId}`)) ?? '0') || 0;
    return failed === 0 ? `zy-${deliveryId}` : `zy-${deliveryId}-${failed + 1}`;
  }

  async failed(deliveryId: string): Promise<void> {
    const key = `dingtalk:failed:${deliveryId}`;
    const failed = Number((await this.store.get(key)) ?? '0') || 0;
    await this.store.set(key, String(failed + 1), keep);
  }

  async shown(outTrackId: string): Promise<ShownCard | null> {
    const kept = parsed((await this.store.get(`dingtalk:card:${outTrackId}`)) ?? '');
    return textOf(recordOf(kept), 'cardId') === '' ? null : (kept as ShownCard);
  }

  async keepShown(outTrackId: string, message: Omit<OutgoingCard, 'recipient'>): Promise<void> {
    const { deliveryId, link, card } = message;
    const { id: cardId, version, state, locale, buttons } = card;
    const shown: ShownCard = {
      deliveryId,
      outTrackId,
      cardId,
      version,
      state,
      locale,
      link,
      buttons,
    };
    await this.store.set(`dingtalk:card:${outTrackId}`, JSON.stringify(shown), keep);
  }
}
