import { bytes, type Fields, fields, list, Refused, text } from './wire.js';

const advisory = new Set([
  'text_notice',
  'news_notice',
  'button_interaction',
  'vote_interaction',
  'multiple_interaction',
]);

function need(holds: boolean, errcode: number, words: string): void {
  if (!holds) {
    throw new Refused(errcode, words);
  }
}

function checkOptions(options: Fields[], most: number): void {
  need(options.length >= 1 && options.length <= most, 42_037, 'option_list length out of range');
  const ids = options.map((one) => text(one.id));
  need(
    ids.every((id) => id !== '' && bytes(id) <= 128),
    42_040,
    'invalid option id',
  );
  need(new Set(ids).size === ids.length, 42_040, 'option id repeated');
  need(
    options.every((one) => text(one.text) !== ''),
    42_041,
    'invalid option text',
  );
}

function checkSelection(selection: Fields): void {
  const key = text(selection.question_key);
  need(key !== '' && bytes(key) <= 1024, 42_043, 'invalid question_key');
  checkOptions(list(selection.option_list), 10);
}

function checkButtons(card: Fields): void {
  const buttons = list(card.button_list);
  need(buttons.length >= 1 && buttons.length <= 6, 42_038, 'button_list length out of range');
  const keys = buttons.filter((one) => one.type !== 1).map((one) => text(one.key));
  need(
    keys.every((key) => key !== '' && bytes(key) <= 1024),
    42_039,
    'invalid button key',
  );
  need(new Set(keys).size === keys.length, 42_017, 'button key repeated');
  need(
    buttons.every((one) => text(one.text) !== ''),
    42_038,
    'invalid button text',
  );
  need(
    buttons.every((one) => one.type !== 1 || text(one.url) !== ''),
    42_028,
    'button url missing',
  );
  if (card.button_selection !== undefined) {
    checkSelection(fields(card.button_selection));
  }
}

function checkSubmit(card: Fields): void {
  const submit = fields(card.submit_button);
  need(text(submit.text) !== '', 42_046, 'invalid submit_button text');
  need(text(submit.key) !== '' && bytes(submit.key) <= 1024, 42_049, 'invalid submit_button key');
}

function checkAction(card: Fields): void {
  const action = fields(card.card_action);
  need(action.type === 1 || action.type === 2, 42_045, 'card_action missing or illegal');
  need(action.type !== 1 || text(action.url) !== '', 42_045, 'card_action url missing');
}

const title = (card: Fields) => text(fields(card.main_title).title);

const checks: Record<string, (card: Fields) => void> = {
  text_notice: (card) => {
    need(title(card) !== '' || text(card.sub_title_text) !== '', 42_033, 'title missing');
    checkAction(card);
  },
  news_notice: (card) => {
    need(title(card) !== '', 42_033, 'title missing');
    checkAction(card);
    const image = fields(card.card_image);
    const area = fields(card.image_text_area);
    need(text(image.url) !== '' || text(area.image_url) !== '', 42_044, 'card_image url missing');
    need(list(card.vertical_content_list).length <= 4, 42_036, 'vertical_content_list too long');
  },
  button_interaction: (card) => {
    need(title(card) !== '', 42_033, 'title missing');
    checkButtons(card);
  },
  vote_interaction: (card) => {
    need(title(card) !== '', 42_033, 'title missing');
    checkSubmit(card);
    const box = fields(card.checkbox);
    need(text(box.question_key) !== '', 42_043, 'invalid question_key');
    checkOptions(list(box.option_list), 20);
  },
  multiple_interaction: (card) => {
    need(title(card) !== '', 42_033, 'title missing');
    checkSubmit(card);
    const selects = list(card.select_list);
    need(selects.length >= 1 && selects.length <= 3, 42_047, 'select_list length out of range');
    selects.forEach(checkSelection);
  },
};

function checkRows(card: Fields): void {
  const rows = list(card.horizontal_content_list);
  need(rows.length <= 6, 42_035, 'horizontal_content_list too long');
  need(
    rows.every((row) => text(row.keyname) !== ''),
    42_027,
    'keyname missing',
  );
  need(
    rows.every((row) => row.type !== 1 || text(row.url) !== ''),
    42_028,
    'url missing',
  );
  const jumps = list(card.jump_list);
  need(jumps.length <= 3, 42_042, 'jump_list too long');
  need(
    jumps.every((jump) => text(jump.title) !== ''),
    42_033,
    'jump title missing',
  );
}

function checkTask(card: Fields, fresh: boolean): void {
  const task = text(card.task_id);
  const needed = fresh && text(card.card_type).endsWith('_interaction');
  need(!needed || task !== '', 42_014, 'task_id missing');
  need(task === '' || /^[\w@-]{1,128}$/.test(task), 42_014, 'invalid task_id');
}

/** A card against WeCom's rules (developer document 90236). @throws Refused with the code of the broken one */
export function checkTemplateCard(card: Fields, fresh: boolean): void {
  const type = text(card.card_type);
  need(advisory.has(type), 42_031, 'invalid card_type');
  checkTask(card, fresh);
  checkRows(card);
  checks[type]?.(card);
}

/** Cards whose presses come back, and which get a response code. */
export function isCallable(card: Fields): boolean {
  return text(card.card_type).endsWith('_interaction') || card.action_menu !== undefined;
}
