import { taskIdOf } from '@zhiyu/bots/wecom/wecom.cards';
import { KeptValues } from '@zhiyu/server/platform/kept-values/kept-values';
import { ChatIdentity } from '@zhiyu/server/staff/chat-identity.entity';
import type { TestApp } from '../harness/app.js';
import { insertRows, type Row, rowsWhere } from './bulk-rows.js';
import { makePressStand, type PressStand } from './press-stand.js';

const keptAtOnce = 200;
const keptSeconds = 86_400;

/** Who presses, as WeCom calls them: the responsible HR and the department's head. */
const weComUsers = ['zhangsan', 'hejing'] as const;

export interface WeComCard {
  id: string;
  version: number;
  /** The card's messages: one for each of the two. */
  messages: { user: string; taskId: string; code: string }[];
}

export interface WeComStand {
  companyId: string;
  cards: WeComCard[];
}

async function areKnown(app: TestApp, { companyId, staffIds }: PressStand): Promise<void> {
  const now = Date.now();
  const rows = staffIds.map((staffId, n) => ({
    ...{ channel: 'wecom', address: weComUsers[n] ?? '', staffId, companyId },
    ...{ createdAt: now, leftAt: null },
  }));
  await app.database.read(ChatIdentity).insert(rows);
}

/** The message beside a delivery of the web inbox, as it is once WeCom took it. */
function messageBeside(delivery: Row): Row {
  const id = `W${String(delivery.id).slice(1)}`;
  return { ...delivery, id, channel: 'wecom', turn: 0, externalId: `msg${id}` };
}

/** What the channel remembers of the messages that it sent. */
async function remember(app: TestApp, card: WeComCard, deliveryId: string): Promise<void> {
  const now = Date.now();
  const taskId = taskIdOf(deliveryId);
  const { code = '' } = card.messages.find((message) => message.taskId === taskId) ?? {};
  const times = { at: now, codeUntil: now + keptSeconds * 1000 };
  const sent = { msgId: `msg${deliveryId}`, taskId, version: card.version, code, ...times };
  const key = `wecom:sent:app:${deliveryId}`;
  await app.get(KeptValues).set(key, JSON.stringify(sent), keptSeconds);
}

/** The cards of `makePressStand`, sent to both people by WeCom. */
export async function makeWeComStand(app: TestApp, count: number): Promise<WeComStand> {
  const stand = await makePressStand(app, count);
  await areKnown(app, stand);
  const { dataSource } = app.database;
  const of = { column: 'companyId', value: stand.companyId };
  const messages = (await rowsWhere(dataSource, 'delivery', of)).map(messageBeside);
  await insertRows(dataSource, { delivery: messages });
  const byCard = new Map<string, Row[]>();
  for (const row of messages) {
    byCard.set(String(row.cardId), [...(byCard.get(String(row.cardId)) ?? []), row]);
  }
  const cards = stand.cards.map(({ id, version }) => ({
    ...{ id, version },
    messages: (byCard.get(id) ?? []).map((row) => ({
      user: weComUsers[stand.staffIds.indexOf(String(row.recipientId))] ?? '',
      taskId: taskIdOf(String(row.id)),
      code: `code-${String(row.id)}`,
    })),
  }));
  for (let from = 0; from < cards.length; from += keptAtOnce) {
    const some = cards.slice(from, from + keptAtOnce);
    await Promise.all(
      some.flatMap((card) =>
        (byCard.get(card.id) ?? []).map((row) => remember(app, card, String(row.id))),
      ),
    );
  }
  return { companyId: stand.companyId, cards };
}
