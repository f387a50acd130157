import { DeliveryRefused } from '../channel.js';
import {
  cardTypes,
  type CardOption,
  type CardSelection,
  type TemplateCard,
} from './wecom.cards.js';

/** The longest beginning of a text that fits, never cutting a character; with an ellipsis where something is left out. */
export function fitBytes(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) {
    return text;
  }
  let room = bytes - Buffer.byteLength('…');
  let kept = '';
  for (const letter of text) {
    room -= Buffer.byteLength(letter);
    if (room < 0) {
      break;
    }
    kept += letter;
  }
  return `${kept}…`;
}

const narrow = 0.5;

/** The room a text takes, in Chinese characters: a Latin letter or a figure takes half of one. */
export function roomOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 1 : narrow), 0);
}

/** The text in the room of so many Chinese characters: WeCom advises these, and a phone cuts what is wider. */
export function fitLetters(text: string, count: number): string {
  if (roomOf(text) <= count) {
    return text;
  }
  let kept = '';
  for (const letter of text) {
    if (roomOf(kept + letter) + narrow > count) {
      break;
    }
    kept += letter;
  }
  return `${kept}…`;
}

/** Bytes of UTF-8 and lengths of lists that WeCom refuses (or cuts) beyond; developer document 90236. */
export const limits = {
  text: 2048,
  textCardTitle: 128,
  textCardDescription: 512,
  url: 2048,
  key: 1024,
  optionId: 128,
  taskId: 128,
  buttons: 6,
  rows: 6,
  verticalRows: 4,
  jumps: 3,
  selects: 3,
  selectOptions: 10,
  voteOptions: 20,
} as const;

function refuse(what: string): never {
  throw new DeliveryRefused(`卡片超出企业微信的限制：${what}`);
}

function need(holds: unknown, what: string): void {
  if (!holds) {
    refuse(what);
  }
}

const within = (text: string | undefined, bytes: number, what: string) =>
  need(Buffer.byteLength(text ?? '') <= bytes, `${what}不超过 ${bytes} 字节`);

const distinct = (texts: string[]) => new Set(texts).size === texts.length;

function checkOptions(options: CardOption[], most: number): void {
  need(options.length >= 1 && options.length <= most, `选项 1–${most} 个`);
  need(distinct(options.map(({ id }) => id)), '选项不能重复');
  for (const { id, text } of options) {
    need(id !== '' && text !== '', '选项要有 id 和文字');
    within(id, limits.optionId, '选项 id ');
  }
}

function checkSelection(selection: CardSelection): void {
  need(selection.question_key !== '', '选择要有 question_key');
  within(selection.question_key, limits.key, 'question_key ');
  checkOptions(selection.option_list, limits.selectOptions);
}

function checkButtons(card: TemplateCard): void {
  const buttons = card.button_list ?? [];
  need(buttons.length >= 1 && buttons.length <= limits.buttons, `按钮 1–${limits.buttons} 个`);
  const keys = buttons.flatMap((button) => (button.type === 1 ? [] : [button.key ?? '']));
  need(distinct(keys) && !keys.includes(''), '按钮的 key 要有且不能重复');
  for (const { text, key, url, type } of buttons) {
    need(text !== '', '按钮要有文字');
    within(key, limits.key, '按钮 key ');
    need(type !== 1 || url, '按钮缺少链接');
    within(url, limits.url, '按钮链接');
  }
  if (card.button_selection) {
    checkSelection(card.button_selection);
  }
}

function checkSubmit(card: TemplateCard): void {
  need(card.submit_button?.text && card.submit_button.key, '缺少提交按钮');
  within(card.submit_button?.key, limits.key, '提交按钮 key ');
}

function checkNotice(card: TemplateCard): void {
  need(card.card_action?.url, '通知卡片缺少 card_action');
  if (card.card_type === 'news_notice') {
    need(card.main_title?.title, '缺少标题');
    need(card.card_image?.url, '缺少图片');
    need((card.vertical_content_list ?? []).length <= limits.verticalRows, '纵向内容不超过 4 行');
  } else {
    need(card.main_title?.title ?? card.sub_title_text, '缺少标题');
  }
}

const checksOf: Record<TemplateCard['card_type'], (card: TemplateCard) => void> = {
  text_notice: checkNotice,
  news_notice: checkNotice,
  button_interaction: checkButtons,
  vote_interaction: (card) => {
    checkSubmit(card);
    need(card.checkbox?.question_key, '缺少 checkbox');
    checkOptions(card.checkbox?.option_list ?? [], limits.voteOptions);
  },
  multiple_interaction: (card) => {
    checkSubmit(card);
    const lists = card.select_list ?? [];
    need(lists.length >= 1 && lists.length <= limits.selects, `选择 1–${limits.selects} 个`);
    need(distinct(lists.map((list) => list.question_key)), '选择不能重复');
    lists.forEach(checkSelection);
  },
};

/** The parts that every kind of card has. */
function checkParts(card: TemplateCard): void {
  need(cardTypes.includes(card.card_type), '未知的卡片类型');
  const rows = card.horizontal_content_list ?? [];
  need(rows.length <= limits.rows, `横向内容不超过 ${limits.rows} 行`);
  for (const { keyname, type, url } of rows) {
    need(keyname !== '', '横向内容缺少 keyname');
    need(type !== 1 || url, '横向内容缺少链接');
  }
  const jumps = card.jump_list ?? [];
  need(jumps.length <= limits.jumps, `跳转不超过 ${limits.jumps} 个`);
  for (const { title, type, url } of jumps) {
    need(title !== '' && (type !== 1 || url), '跳转缺少标题或链接');
    within(url, limits.url, '跳转链接');
  }
  within(card.card_action?.url, limits.url, '卡片链接');
}

/**
 * Holds a card against WeCom's limits before the call, in bytes where WeCom counts bytes.
 * @param fresh a new message, which needs a task id where its card can be pressed; an update has none
 * @throws DeliveryRefused naming the limit
 */
export function checkCard(card: TemplateCard, fresh: boolean): void {
  checkParts(card);
  checksOf[card.card_type](card);
  if (card.card_type.endsWith('_interaction')) {
    need(card.main_title?.title, '缺少标题');
    need(!fresh || card.task_id, '缺少 task_id');
  }
  need(
    card.task_id === undefined || /^[\w@-]{1,128}$/.test(card.task_id),
    `task_id 只能是 ${limits.taskId} 个以内的字母、数字和 _-@`,
  );
}
