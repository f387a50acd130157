import { createHash } from 'node:crypto';
import type { Card, CardButton } from '@zhiyu/contracts/card';
import { asText } from '../degrade.js';
import { blockLine, wideSpace } from '../card-words.js';
import { choicesUnder } from '../wechaty/candidate-words.js';
import type { SaidLink } from '../wechaty/puppet-wecom.js';
import type { Fields } from './wecom.answers.js';
import { pressKey } from './wecom.cards.js';
import { fitBytes } from './wecom.limits.js';

/** Bytes that 微信客服 takes (developer document 94677). */
const sizes = { text: 2048, head: 1024, tail: 1024, id: 128, click: 128, view: 1024, items: 10 };

/** A line of a menu: tapped, it is sent as the candidate's own message, or it opens a page. */
export type KfItem = { say: string; id: string } | { open: string; url: string };

export interface KfMenu {
  head: string;
  items: KfItem[];
  tail: string;
}

const idFits = (id: string) => Buffer.byteLength(id) <= sizes.id;

function itemOf(item: KfItem): Fields {
  return 'say' in item
    ? { type: 'click', click: { id: item.id, content: fitBytes(item.say, sizes.click) } }
    : { type: 'view', view: { url: item.url, content: fitBytes(item.open, sizes.view) } };
}

/** The body of a menu message, as send_msg and send_msg_on_event take it. */
export function menuBody(menu: KfMenu): Fields {
  const tail = fitBytes(menu.tail, sizes.tail);
  return {
    msgtype: 'msgmenu',
    msgmenu: {
      head_content: fitBytes(menu.head, sizes.head),
      list: menu.items.slice(0, sizes.items).map(itemOf),
      ...(tail === '' ? {} : { tail_content: tail }),
    },
  };
}

export function textBody(text: string): Fields {
  return { msgtype: 'text', text: { content: fitBytes(text, sizes.text) } };
}

/** An answer with a page: one message, with what can be asked next; a text where a menu has no room for the words. */
export function kfLinkBody({ label, text, url }: SaidLink): Fields {
  const fits = Buffer.byteLength(text) <= sizes.head && Buffer.byteLength(url) <= sizes.view;
  return fits
    ? menuBody({ head: text, items: [...choicesUnder(text), { open: label, url }], tail: '' })
    : textBody(`${text}\n${label} ${url}`);
}

/** The lines of a button: one, or one for each reason it asks for; its page where they do not fit. */
function itemsOf(button: CardButton, card: Card, link: string): KfItem[] {
  const { action, label, href, ask } = button;
  const at = { version: card.version, cardId: card.id, action };
  if (href !== undefined) {
    return [{ open: label, url: new URL(href, link).toString() }];
  }
  const items = (ask?.options ?? []).map((option) => ({
    say: `${label}：${option.label}`,
    id: pressKey({ ...at, value: option.value }),
  }));
  const all = ask ? items : [{ say: label, id: pressKey({ ...at, value: null }) }];
  const fits = all.length > 0 && all.length <= 4 && all.every(({ id }) => idFits(id));
  return fits ? all : [{ open: label, url: link }];
}

function headOf(card: Card): string {
  const { figure } = card;
  const number = figure
    ? [`${figure.value} ${figure.error}`.trim(), figure.note].join(wideSpace)
    : '';
  const blocks = card.blocks.map((block) => blockLine(block, card.locale));
  return [card.eyebrow, card.title, number, ...blocks].filter((line) => line !== '').join('\n');
}

/** The card in a WeChat conversation: a menu where there is something to tap, otherwise a text with the link. */
export function kfBody(card: Card, link: string): Fields {
  const items =
    card.state === 'open' ? card.buttons.flatMap((one) => itemsOf(one, card, link)) : [];
  if (items.length === 0) {
    return textBody(asText(card, link, sizes.text / 4));
  }
  // What is said comes first: a tap on it opens the 48 hours, a tap on a page does not.
  const ordered = [...items.filter((one) => 'say' in one), ...items.filter((one) => 'open' in one)];
  const shown = ordered.slice(0, sizes.items);
  const cut: KfItem[] =
    ordered.length > shown.length ? [...shown.slice(0, -1), { open: '…', url: link }] : shown;
  return menuBody({ head: headOf(card), items: cut, tail: card.footnote });
}

/** A message id of ours: the same for every try of one delivery; at most 32 letters and digits. */
export function kfMsgId(what: string): string {
  return createHash('sha256').update(what).digest('hex').slice(0, 32);
}
