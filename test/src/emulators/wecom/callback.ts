import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import crypto from '@wecom/crypto';
import { change, cardOf } from './api.message.js';
import { type Fields, text } from './wire.js';
import type { World } from './world.js';

const cdata = (value: string) => `<![CDATA[${value}]]>`;
const deadlineMs = 5_000;
const retries = 3;

/** What is wrong with a callback on purpose. */
export type Tampering = 'signature' | 'receiver' | 'padding' | 'oldTime' | 'xml' | null;

export interface Delivered {
  attempts: { status: number; ms: number }[];
  /** Decrypted words of the passive answer; empty when there was none. */
  reply: string;
}

export interface Sealed {
  query: URLSearchParams;
  encrypted: string;
}

function stamp(world: World, tampering: Tampering): { timestamp: string; nonce: string } {
  const now = Math.floor(world.now() / 1000) - (tampering === 'oldTime' ? 86_400 : 0);
  return { timestamp: String(now), nonce: String(randomInt(1e9)) };
}

/** With new random bytes, nonce and time for each attempt, as WeCom does it. */
export function seal(world: World, words: string, tampering: Tampering): Sealed {
  const { token, aesKey } = world.app;
  const receiver = tampering === 'receiver' ? 'wwsomebodyelse0000' : world.corpId;
  const whole = crypto.encrypt(aesKey, words, receiver);
  const bytes = Buffer.from(whole, 'base64');
  if (tampering === 'padding') {
    bytes.writeUInt8((bytes.at(-1) ?? 0) ^ 0x55, bytes.length - 1);
  }
  const encrypted = bytes.toString('base64');
  const { timestamp, nonce } = stamp(world, tampering);
  const signature = crypto.getSignature(token, timestamp, nonce, encrypted);
  const shown =
    tampering === 'signature' ? signature.replace(/^./, (c) => (c === '0' ? '1' : '0')) : signature;
  return { query: new URLSearchParams({ msg_signature: shown, timestamp, nonce }), encrypted };
}

function addressOf(world: World, query: URLSearchParams): URL {
  const url = new URL(world.app.callbackUrl);
  query.forEach((value, key) => url.searchParams.set(key, value));
  return url;
}

/** Saving the callback address in the console: the words have to come back within a second, exactly. */
export async function verify(
  world: World,
): Promise<{ verified: boolean; ms: number; body: string }> {
  const words = String(randomInt(1e14, 2e14));
  const { query, encrypted } = seal(world, words, null);
  query.set('echostr', encrypted);
  const begun = Date.now();
  try {
    const answer = await fetch(addressOf(world, query), { signal: AbortSignal.timeout(1_000) });
    const body = await answer.text();
    world.app.verified = answer.status === 200 && body === words;
    return { verified: world.app.verified, ms: Date.now() - begun, body };
  } catch {
    world.app.verified = false;
    return { verified: false, ms: Date.now() - begun, body: '' };
  }
}

/** What is posted: whom it is for, and the sealed words. */
export function envelopeOf(world: World, encrypted: string): string {
  const { corpId, app } = world;
  return `<xml><ToUserName>${cdata(corpId)}</ToUserName><AgentID>${cdata(String(app.agentId))}</AgentID><Encrypt>${cdata(encrypted)}</Encrypt></xml>`;
}

async function attempt(world: World, words: string, tampering: Tampering) {
  const { query, encrypted } = seal(world, words, tampering);
  const begun = Date.now();
  const cut = tampering === 'xml' ? '<xml><Encrypt>' : '';
  try {
    const answer = await fetch(addressOf(world, query), {
      method: 'POST',
      headers: { 'content-type': 'text/xml' },
      body: cut || envelopeOf(world, encrypted),
      signal: AbortSignal.timeout(deadlineMs),
    });
    return { status: answer.status, ms: Date.now() - begun, body: await answer.text() };
  } catch {
    return { status: 0, ms: Date.now() - begun, body: '' };
  }
}

const element = (xml: string, name: string) =>
  new RegExp(`<${name}>(?:<!\\[CDATA\\[)?([\\s\\S]*?)(?:\\]\\]>)?</${name}>`).exec(xml)?.[1] ?? '';

/** The words of an encrypted answer. @throws when its signature or receiver is wrong */
function openReply(world: World, body: string): string {
  const encrypted = element(body, 'Encrypt');
  const { token, aesKey } = world.app;
  const signature = crypto.getSignature(
    token,
    element(body, 'TimeStamp'),
    element(body, 'Nonce'),
    encrypted,
  );
  const { message, id } = crypto.decrypt(aesKey, encrypted);
  if (signature !== element(body, 'MsgSignature') || id !== world.corpId) {
    throw new Error('the passive answer is not signed by the app');
  }
  return message;
}

const snake: Record<string, string> = { KeyName: 'keyname', CheckBox: 'checkbox' };
const repeated = [
  'horizontal_content_list',
  'button_list',
  'option_list',
  'jump_list',
  'select_list',
  'vertical_content_list',
];

function valueFromXml(inner: string): unknown {
  const plain = /^<!\[CDATA\[([\s\S]*)\]\]>$/.exec(inner)?.[1];
  if (plain !== undefined) {
    return plain.replaceAll(']]]]><![CDATA[>', ']]>');
  }
  return inner.startsWith('<') ? cardFromXml(inner) : /^-?\d+$/.test(inner) ? Number(inner) : inner;
}

/** The card of a passive answer in the form that message/send has. */
function cardFromXml(xml: string): Fields {
  const card: Fields = {};
  for (const [, tag = '', inner = ''] of xml.matchAll(/<(\w+)>([\s\S]*?)<\/\1>/g)) {
    const name = snake[tag] ?? tag.replace(/(?!^)([A-Z])/g, '_$1').toLowerCase();
    const before = Array.isArray(card[name]) ? (card[name] as unknown[]) : [];
    card[name] = repeated.includes(name) ? [...before, valueFromXml(inner)] : valueFromXml(inner);
  }
  return card;
}

/** A passive answer changes the card of the person who pressed, and of nobody else. */
function applyReply(world: World, reply: string, taskId: string): void {
  const shown = cardOf(world, element(reply, 'ToUserName'), taskId);
  const type = element(reply, 'MsgType');
  if (!shown) {
    return;
  }
  if (type === 'update_button') {
    change(shown, { greyed: element(reply, 'ReplaceName') });
  } else if (type === 'update_template_card') {
    change(shown, { card: cardFromXml(element(reply, 'TemplateCard')) });
  }
}

/**
 * Sends an event to the app: five seconds, and three more attempts when it was not taken.
 * @param of.again that many further deliveries although it was taken, as happens when an answer gets lost
 */
export async function deliver(
  world: World,
  words: string,
  of: { tampering?: Tampering; again?: number } = {},
): Promise<Delivered> {
  const { tampering = null, again = 0 } = of;
  const result: Delivered = { attempts: [], reply: '' };
  let extra = again;
  for (let n = 0; n <= retries; n++) {
    const { body, ...seen } = await attempt(world, words, tampering);
    result.attempts.push(seen);
    if (seen.status === 200) {
      result.reply = body.includes('<Encrypt>') ? openReply(world, body) : result.reply;
      applyReply(world, result.reply, element(words, 'TaskId'));
    }
    if (seen.status === 200 && extra-- <= 0) {
      break;
    }
    await sleep(world.retryMs);
  }
  const event = element(words, 'Event') || element(words, 'MsgType');
  world.callbacks.push({ event, ...result });
  return result;
}

/** An event in WeCom's XML; `more` are further elements as they stand. */
export function eventXml(
  world: World,
  of: { from: string; event: string; at?: number; more: string },
): string {
  const at = of.at ?? Math.floor(world.now() / 1000);
  return `<xml><ToUserName>${cdata(world.corpId)}</ToUserName><FromUserName>${cdata(of.from)}</FromUserName><CreateTime>${at}</CreateTime><MsgType>${cdata('event')}</MsgType><Event>${cdata(of.event)}</Event>${of.more}</xml>`;
}

/** Elements of texts, by name. */
export function elementsXml(of: Fields): string {
  return Object.entries(of)
    .map(
      ([name, value]) =>
        `<${name}>${typeof value === 'number' ? value : cdata(text(value))}</${name}>`,
    )
    .join('');
}

function selectedXml(selected: Record<string, string[]>): string {
  const items = Object.entries(selected).map(([question, ids]) => {
    const options = ids.map((id) => `<OptionId>${cdata(id)}</OptionId>`).join('');
    return `<SelectedItem><QuestionKey>${cdata(question)}</QuestionKey><OptionIds>${options}</OptionIds></SelectedItem>`;
  });
  return items.length === 0 ? '' : `<SelectedItems>${items.join('')}</SelectedItems>`;
}

export interface PressedButton {
  user: string;
  key: string;
  taskId: string;
  cardType: string;
  /** Changes the presser's card once. */
  code: string;
  /** Chosen options by question. */
  selected: Record<string, string[]>;
  /** Seconds; now where absent. */
  at?: number;
}

/** The event of a pressed button. */
export function pressXml(world: World, of: PressedButton): string {
  const more = [
    elementsXml({ EventKey: of.key, TaskId: of.taskId, CardType: of.cardType }),
    elementsXml({ ResponseCode: of.code, AgentID: world.app.agentId }),
    selectedXml(of.selected),
  ].join('');
  const at = of.at ? { at: of.at } : {};
  return eventXml(world, { from: of.user, event: 'template_card_event', ...at, more });
}
