import type { Card } from '@zhiyu/contracts/card';
import { wideSpace } from '../card-words.js';
import type { OutgoingCard } from '../channel.js';
import { absolute, linesOf, sidePanel } from './dingtalk.render.js';
import { bytesOf, cutToBytes, escapeMarkdown } from './dingtalk.text.js';
import { dingTalkWords } from './dingtalk.words.js';

/** A robot's message of one of DingTalk's own shapes. */
export interface RobotMessage {
  msgKey: string;
  msgParam: string;
}

const robotTextBytes = 6_000;
const titleBytes = 200;
const buttonBytes = 60;
const noticeBytes = 2_048;
const noticeTitle = 20;
const noticeAddress = 500;
const mostButtons = 5;

interface LinkButton {
  title: string;
  url: string;
}

/** Buttons can only open pages there: a press opens the card's page at that act. */
function linkButtons({ card, link }: OutgoingCard): LinkButton[] {
  const join = link.includes('?') ? '&' : '?';
  const all = card.buttons.map(({ label, href, action }) => ({
    title: cutToBytes(label, buttonBytes),
    url: sidePanel(
      href === undefined
        ? `${link}${join}action=${encodeURIComponent(action)}`
        : absolute(href, link),
    ),
  }));
  const page = { title: dingTalkWords[card.locale].open, url: sidePanel(link) };
  if (all.length === 0) {
    return [page];
  }
  return all.length <= mostButtons ? all : [...all.slice(0, mostButtons - 1), page];
}

function markdown(card: Card): string {
  const { figure } = card;
  const number = figure ? `${figure.value} ${figure.error}`.trim() : '';
  const head = [
    `### ${escapeMarkdown(card.title)}`,
    escapeMarkdown(card.eyebrow),
    number === '' ? '' : `**${escapeMarkdown([number, figure?.note ?? ''].join(wideSpace))}**`,
  ];
  const foot = escapeMarkdown(card.footnote);
  return [...head, ...linesOf(card), foot].filter((line) => line !== '').join('\n\n');
}

/** The card as the robot's action card: without a template, without a callback. */
export function robotMessage(message: OutgoingCard): RobotMessage {
  const { card } = message;
  const buttons = linkButtons(message);
  const title = cutToBytes(card.title, titleBytes);
  const text = cutToBytes(markdown(card), robotTextBytes);
  const [first] = buttons;
  if (first && buttons.length === 1) {
    const single = { title, text, singleTitle: first.title, singleURL: first.url };
    return { msgKey: 'sampleActionCard', msgParam: JSON.stringify(single) };
  }
  const numbered = Object.fromEntries(
    buttons.flatMap((button, at) => [
      [`actionTitle${at + 1}`, button.title],
      [`actionURL${at + 1}`, button.url],
    ]),
  );
  const msgParam = JSON.stringify({ title, text, ...numbered });
  return { msgKey: `sampleActionCard${buttons.length}`, msgParam };
}

/** The card as a work notice: one button that opens its page; at most 2048 bytes. Null when the link is too long. */
export function workNotice({ card, link }: OutgoingCard): object | null {
  const address = sidePanel(link);
  const url = address.length <= noticeAddress ? address : link;
  if (url.length > noticeAddress) {
    return null;
  }
  const shape = (text: string) => ({
    msgtype: 'action_card',
    action_card: {
      title: [...card.title].slice(0, noticeTitle).join(''),
      markdown: text,
      single_title: dingTalkWords[card.locale].open,
      single_url: url,
    },
  });
  const whole = markdown(card);
  let room = 1_600;
  while (bytesOf(JSON.stringify(shape(cutToBytes(whole, room)))) > noticeBytes && room > 100) {
    room -= 100;
  }
  return shape(cutToBytes(whole, room));
}
