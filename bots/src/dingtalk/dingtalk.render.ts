import type { Card, CardBlock, CardButton } from '@zhiyu/contracts/card';
import { blockLine, wideSpace } from '../card-words.js';
import { bytesOf, cutToBytes, escapeMarkdown, filled } from './dingtalk.text.js';
import { dingTalkWords } from './dingtalk.words.js';

/** What a card template is filled with: texts only, each of at most 1 KB. */
export type CardParams = Record<string, string>;

/** Room of the shipped templates (bots/card-templates/dingtalk): their variables are named by these numbers. */
export const pressButtons = 5;
const linkButtons = 2;
const bodies = 4;
const valueBytes = 1024;
const barLength = 10;

/** A page of ours or an address, as an address. */
export function absolute(href: string, link: string): string {
  if (href.startsWith('#')) {
    return `${link.split('#')[0] ?? ''}${href}`;
  }
  return href.startsWith('/') ? new URL(href, link).href : href;
}

/** Opens the page beside the chat on a computer, and as a page of its own on a phone. */
export function sidePanel(url: string): string {
  return `dingtalk://dingtalkclient/page/link?url=${encodeURIComponent(url)}&pc_slide=true`;
}

/** ▇▇▇▇▇▇▇░░░ for 72 */
function bar(value: number): string {
  const full = Math.round((Math.min(100, Math.max(0, value)) / 100) * barLength);
  return '▇'.repeat(full) + '░'.repeat(barLength - full);
}

/** One block as markdown. */
function markdownOf(block: CardBlock, card: Card): string {
  const line = escapeMarkdown(blockLine(block, card.locale));
  switch (block.type) {
    case 'score':
      return block.value === null ? line : `${line}\n${bar(block.value)}`;
    case 'quote':
      return `> ${line}`;
    case 'record':
      return `**${line}**`;
    default:
      return line;
  }
}

function figureOf(card: Card): CardParams {
  const { figure } = card;
  const number = figure ? [figure.value, figure.error].filter((part) => part !== '').join(' ') : '';
  return { figure: number, figure_note: figure?.note ?? '' };
}

/** What the card says as markdown lines: what it turned into first. */
export function linesOf(card: Card): string[] {
  const records = card.blocks.filter((block) => block.type === 'record');
  const others = card.blocks.filter((block) => block.type !== 'record');
  return [...records, ...others].map((block) => markdownOf(block, card));
}

const presses = (card: Card) => card.buttons.filter((button) => button.href === undefined);
const opens = (card: Card) => card.buttons.filter((button) => button.href !== undefined);

function slot(prefix: string, at: number, values: CardParams): CardParams {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [`${prefix}${at + 1}_${name}`, value]),
  );
}

function pressSlot(button: CardButton | undefined, at: number, open: boolean): CardParams {
  const shown = button !== undefined && open;
  const { label: text, action } = button ?? { label: '', action: '' };
  return slot('b', at, { text, action, show: String(shown) });
}

function linkSlot(button: CardButton | undefined, at: number, link: string): CardParams {
  const url = button?.href === undefined ? '' : sidePanel(absolute(button.href, link));
  return slot('l', at, { text: button?.label ?? '', url, show: String(button !== undefined) });
}

function buttonParams(card: Card, link: string): CardParams {
  const [pressed, opened] = [presses(card), opens(card)];
  const params: CardParams = {};
  for (let at = 0; at < pressButtons; at++) {
    Object.assign(params, pressSlot(pressed[at], at, card.state === 'open'));
  }
  for (let at = 0; at < linkButtons; at++) {
    Object.assign(params, linkSlot(opened[at], at, link));
  }
  return params;
}

/** Links for which the template has no button left. */
function surplusLinks(card: Card, link: string): string[] {
  return opens(card)
    .slice(linkButtons)
    .map(
      ({ label, href }) => `[${escapeMarkdown(label)}](${sidePanel(absolute(href ?? '', link))})`,
    );
}

/** Everything all viewers of the card see. */
export function publicParams(card: Card, link: string): CardParams {
  const texts = filled([...linesOf(card), ...surplusLinks(card, link)], bodies, valueBytes);
  const body = Object.fromEntries(
    Array.from({ length: bodies }, (_, at) => [`body${at + 1}`, texts[at] ?? '']),
  );
  const params = {
    ...{ lastMessage: card.title, eyebrow: card.eyebrow, title: card.title },
    ...figureOf(card),
    ...body,
    ...{ footnote: card.footnote, state: card.state },
    ...{ card_id: card.id, version: String(card.version), link: sidePanel(link) },
    ...buttonParams(card, link),
  };
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, cutToBytes(value, valueBytes)]),
  );
}

/** What one person alone sees: a sentence for him, and the form a button asked for. */
export function privateParams(notice: string): CardParams {
  return { notice: cutToBytes(notice, valueBytes), ask: '', form_show: 'false', form: '{}' };
}

interface FormField {
  name: 'value' | 'text';
  label: string;
  type: 'SELECT' | 'TEXT';
  required: boolean;
  placeholder: string;
  options?: { value: string; text: string }[];
}

/**
 * The form that a button opens for the one who pressed it.
 * @returns null when it has no room in a value: then its page is the way
 */
export function askParams(card: Pick<Card, 'locale'>, button: CardButton): CardParams | null {
  const { ask } = button;
  if (!ask) {
    return null;
  }
  const say = dingTalkWords[card.locale];
  const { options, label } = ask;
  const fields: FormField[] = [];
  if (options.length > 0) {
    fields.push({
      ...{ name: 'value', label, type: 'SELECT', required: true, placeholder: say.chooseReason },
      options: options.map((option) => ({ value: option.value, text: option.label })),
    });
  }
  if (ask.freeText) {
    const required = options.length === 0;
    const name = required ? label : say.words;
    fields.push({ name: 'text', label: name, type: 'TEXT', required, placeholder: say.words });
  }
  const form = JSON.stringify({ fields });
  if (bytesOf(form) > valueBytes) {
    return null;
  }
  const notice = cutToBytes([button.label, label].join(wideSpace), valueBytes);
  const open = { form_show: 'true', form_status: 'normal', form_btn_text: say.submit };
  return { notice, ask: button.action, form, ...open };
}
