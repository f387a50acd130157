import { createHash } from 'node:crypto';

/** A row of a card: a word before, a text after. */
export interface CardRow {
  /** 0 text, 1 opens `url`. */
  type?: 0 | 1;
  keyname: string;
  value?: string;
  url?: string;
}

export interface CardOption {
  id: string;
  text: string;
}

export interface CardSelection {
  question_key: string;
  title?: string;
  selected_id?: string;
  option_list: CardOption[];
}

export interface TemplateButton {
  /** 0 comes back as an event, 1 opens `url`. */
  type?: 0 | 1;
  text: string;
  /** 1 blue, 2 red, 3 grey on white, 4 grey. */
  style?: 1 | 2 | 3 | 4;
  key?: string;
  url?: string;
}

export const cardTypes = [
  'text_notice',
  'news_notice',
  'button_interaction',
  'vote_interaction',
  'multiple_interaction',
] as const;

/** WeCom's template card as message/send takes it (developer document 90236). */
export interface TemplateCard {
  card_type: (typeof cardTypes)[number];
  source?: { icon_url?: string; desc?: string; desc_color?: 0 | 1 | 2 | 3 };
  main_title?: { title?: string; desc?: string };
  emphasis_content?: { title?: string; desc?: string };
  quote_area?: { type?: 0 | 1; url?: string; title?: string; quote_text?: string };
  sub_title_text?: string;
  horizontal_content_list?: CardRow[];
  vertical_content_list?: { title: string; desc?: string }[];
  card_image?: { url: string; aspect_ratio?: number };
  jump_list?: { type?: 0 | 1; title: string; url?: string }[];
  card_action?: { type: 1; url: string };
  task_id?: string;
  button_selection?: CardSelection;
  button_list?: TemplateButton[];
  checkbox?: { question_key: string; mode?: 0 | 1; option_list: CardOption[] };
  select_list?: CardSelection[];
  submit_button?: { text: string; key: string };
  /** Only in updates: one grey bar in place of the buttons. */
  replace_text?: string;
}

/** What an event key of ours says. */
export interface PressKey {
  version: number;
  cardId: string;
  action: string;
  /** The option, where the button already is one. */
  value: string | null;
}

/**
 * The key of a button: everything a press needs, so that nothing has to be looked up. It comes back only inside
 * WeCom's encrypted and signed callback.
 */
export function pressKey({ version, cardId, action, value }: PressKey): string {
  return ['zy', String(version), cardId, action, ...(value === null ? [] : [value])].join('.');
}

/** Null for a key that is not ours. */
export function readPressKey(key: string): PressKey | null {
  const [mark, version, cardId, action, ...rest] = key.split('.');
  if (mark !== 'zy' || !version || !/^\d{1,9}$/.test(version) || !cardId || !action) {
    return null;
  }
  const value = rest.length > 0 ? rest.join('.') : null;
  return { version: Number(version), cardId, action, value };
}

const taskMark = /^zy@([\w-]{1,125})$/;

/** The task id of a delivery: stable, so that WeCom itself refuses a second message of it; at most 128 letters, digits and `_-@`. */
export function taskIdOf(deliveryId: string): string {
  const id = `zy@${deliveryId}`;
  const hash = () => createHash('sha256').update(deliveryId).digest('hex');
  return taskMark.test(id) ? id : `zyh@${hash()}`;
}

/** The delivery behind a task id; null where the id does not tell it. */
export function deliveryOf(taskId: string): string | null {
  return taskMark.exec(taskId)?.[1] ?? null;
}
