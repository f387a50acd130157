import type { CardAction } from '@zhiyu/contracts/card';
import { aPress, CardsStand } from './cards-stand.js';

/** What the second server process is to do: press, with these events, each as often as told. */
export interface PressOrder {
  dir: string;
  cardId: string;
  actor: CardAction['actor'];
  eventIds: string[];
  times: number;
}

export interface PressReport {
  effective: string[];
  answered: number;
  decisions: number;
}

/** Presses all at once. */
export async function pressAll(stand: CardsStand, order: PressOrder): Promise<PressReport> {
  const ran = stand.decide({ [order.actor.id]: '何敬' });
  const events = Array.from({ length: order.times }, () => order.eventIds).flat();
  const results = await Promise.all(
    events.map(async (eventId) => {
      const result = await stand.cards.press(aPress(order.cardId, order.actor, { eventId }), 1);
      return { eventId, effective: result.effective };
    }),
  );
  const effective = results.filter((result) => result.effective).map((result) => result.eventId);
  return { effective: [...new Set(effective)], answered: results.length, decisions: ran.count };
}

if (process.send) {
  process.once('message', (order: PressOrder) => {
    void (async () => {
      const stand = await CardsStand.beside(order.dir);
      const report = await pressAll(stand, order);
      await stand.close();
      process.send?.(report, undefined, undefined, () => process.disconnect());
    })();
  });
  process.send('ready');
}
