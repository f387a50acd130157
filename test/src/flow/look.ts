import type { DecisionReason } from '@zhiyu/contracts/application';
import type { Card, CardKind, PressResult } from '@zhiyu/contracts/card';
import { routes } from '@zhiyu/contracts/routes';
import type { Report } from '@zhiyu/contracts/scoring';
import type { AStaff } from '../factories/company.js';
import type { Stand, Walker } from './walk.js';

/** Cards of a kind about this application in somebody's inbox, oldest first. */
export async function cardsOf(
  stand: Stand,
  reader: AStaff | Walker,
  kind: CardKind,
  about?: Walker,
): Promise<Card[]> {
  const candidate = 'token' in reader;
  const route = candidate ? routes.candidateInbox : routes.inbox;
  const { items } = await stand.app.api(route, {}, reader.session);
  const cards = items.map((item) => item.card).filter((card) => card.kind === kind);
  return about === undefined
    ? cards
    : cards.filter((card) => card.title.includes(about.candidate.name));
}

/** The newest of them. */
export async function cardOf(
  stand: Stand,
  reader: AStaff | Walker,
  kind: CardKind,
  about?: Walker,
): Promise<Card> {
  const card = (await cardsOf(stand, reader, kind, about)).at(-1);
  if (!card) {
    throw new Error(`no card ${kind}`);
  }
  return card;
}

export function press(
  stand: Stand,
  reader: AStaff | Walker,
  card: Card,
  with_: { action: string; reason?: DecisionReason | 'yes'; text?: string; key?: string },
): Promise<PressResult> {
  const { action, reason, text, key } = with_;
  const input = { cardId: card.id, action, value: reason ?? null, text: text ?? null };
  const route = 'token' in reader ? routes.candidatePress : routes.press;
  const seen = { ...input, seenVersion: card.version };
  return stand.app.api(route, seen, reader.session, key === undefined ? {} : { key });
}

export async function fileOf(stand: Stand, { applicationId }: Walker) {
  return stand.app.api(routes.application, { id: applicationId }, stand.hr.session);
}

/** The newest report, as its HR reads it. */
export async function reportOf(stand: Stand, walker: Walker): Promise<Report> {
  const { interviews } = await fileOf(stand, walker);
  const id = interviews.find((one) => one.kind === 'ai')?.id ?? '';
  return (await stand.app.api(routes.report, { id }, stand.hr.session)).report;
}

/** What a card says, in one string. */
export function textOf(card: Card): string {
  return JSON.stringify([card.eyebrow, card.title, card.blocks, card.footnote]);
}
