import type { OutgoingCard } from '../channel.js';
import { subjectOf } from '../subject-words.js';
import { partsOf } from './parts.js';

/** A text message that costs more parts than this is cut, its link never. */
const mostParts = 2;
/** Gateways allow few characters in a variable of a template. */
const titleLength = 20;

function joined(sign: string, words: string, link: string): string {
  return `【${sign}】${words} ${link}`;
}

/**
 * The one sentence and the link. Staff get no candidate's name: the message lies in the gateway's records. A
 * candidate's own message carries the title of his card as far as it has room.
 */
function smsText(message: OutgoingCard, sign: string, link: string): string {
  const subject = subjectOf(message.card);
  const title = message.recipient.kind === 'candidate' ? plain(message.card.title) : '';
  const words = title === '' ? subject : `${subject}：${title}`;
  const whole = joined(sign, words, link);
  if (partsOf(whole).parts <= mostParts) {
    return whole;
  }
  const letters = [...words];
  for (let keep = letters.length - 1; keep >= 0; keep--) {
    const shorter = joined(sign, `${letters.slice(0, keep).join('')}…`, link);
    if (partsOf(shorter).parts <= mostParts) {
      return shorter;
    }
  }
  return joined(sign, '', link);
}

/** One line; the brackets of the signature belong to the signature alone. */
function plain(text: string): string {
  return text
    .replace(/[【】]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What a text message says: to a gateway of templates its variables, to another one the text; and the parts it costs. */
export function smsWords(message: OutgoingCard, { sign, link }: { sign: string; link: string }) {
  const { card, recipient } = message;
  const text = smsText(message, sign, link);
  const title = recipient.kind === 'candidate' ? plain(card.title) : subjectOf(card);
  const variables = { title: [...title].slice(0, titleLength).join(''), link };
  return { variables, text, parts: partsOf(text).parts };
}
