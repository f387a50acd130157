import { createHash } from 'node:crypto';
import { AppError } from '@zhiyu/contracts/errors';
import type { ChannelPress } from '../channel.js';
import { deliveryOf, readPressKey } from './wecom.cards.js';
import { actFromList, nothingChosen } from './wecom.render.js';
import { elements, textIn, type XmlElement } from './wecom.xml.js';

/** What an event of a pressed card says, whichever of WeCom's lines it came by. */
export interface PressedCard {
  eventId: string;
  /** userid */
  address: string;
  key: string;
  taskId: string;
  /** Chosen options by question. */
  selected: ReadonlyMap<string, string[]>;
}

/** `incomplete`: an act is chosen from a list and none was. Null: not a card of ours. */
export function pressFrom(pressed: PressedCard): ChannelPress | 'incomplete' | null {
  const key = readPressKey(pressed.key);
  if (!key || pressed.address === '') {
    return null;
  }
  const chosen = (question: string) =>
    pressed.selected.get(question)?.find((id) => id !== nothingChosen) ?? null;
  const action = key.action === actFromList ? chosen('act') : key.action;
  if (action === null) {
    return 'incomplete';
  }
  return {
    eventId: pressed.eventId,
    cardId: key.cardId,
    deliveryId: deliveryOf(pressed.taskId),
    action,
    value: key.value ?? chosen('why') ?? chosen('why1') ?? chosen('why2'),
    text: null,
    address: pressed.address,
    seenVersion: key.version,
  };
}

/** One name for an event from everything that makes it this event, in at most 64 characters. */
export function identity(parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** Several items with several options each; WeCom repeats the elements. */
function selectedItems(event: XmlElement): Map<string, string[]> {
  const items = elements(event, 'SelectedItems').flatMap((list) => elements(list, 'SelectedItem'));
  return new Map(
    items.map((item) => {
      const options = elements(item, 'OptionIds').flatMap((list) => elements(list, 'OptionId'));
      return [textIn(item, 'QuestionKey'), options.map((option) => option.text.trim())];
    }),
  );
}

/**
 * Reads template_card_event (developer document 90240). Two presses in one second have the same sender and time, so
 * the identity is sender, time, event, task, key, response code and what was chosen.
 */
export function pressedCard(event: XmlElement): PressedCard & { code: string | null } {
  const names = ['FromUserName', 'CreateTime', 'Event', 'TaskId', 'EventKey', 'ResponseCode'];
  const selected = selectedItems(event);
  return {
    eventId: identity([...names.map((name) => textIn(event, name)), JSON.stringify([...selected])]),
    address: textIn(event, 'FromUserName'),
    key: textIn(event, 'EventKey'),
    taskId: textIn(event, 'TaskId'),
    selected,
    code: textIn(event, 'ResponseCode') || null,
  };
}

/**
 * What the server says to the person: a plain error, or one of the product's own. Null for faults of its machinery (a
 * database, a programming error): the press was not kept, and has to come again.
 */
export function sentenceOf(error: unknown): string | null {
  const own = error instanceof AppError ? error.status < 500 : true;
  return error instanceof Error && own && ['Error', 'AppError'].includes(error.name)
    ? error.message
    : null;
}
