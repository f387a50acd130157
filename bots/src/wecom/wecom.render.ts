import type { Card, CardButton } from '@zhiyu/contracts/card';
import { blockLine } from '../card-words.js';
import { type CardDrawing, figureLine, headOf, sizes } from './wecom.card-head.js';
import {
  type CardSelection,
  pressKey,
  type TemplateButton,
  type TemplateCard,
} from './wecom.cards.js';
import { fitLetters, limits } from './wecom.limits.js';
import { weComWords } from './wecom.words.js';

/** What a person may choose without having chosen: the first option, so that no decision and no reason is preselected. */
export const nothingChosen = '-';
/** The act of a card whose act is chosen from a list. */
export const actFromList = '*';

const choices = limits.selectOptions - 1;
const styles = { primary: 1, plain: 3, quiet: 4 } as const;

const pressable = (card: Card) => card.buttons.filter((button) => button.href === undefined);
const links = (card: Card) => card.buttons.filter((button) => button.href !== undefined);
const isOpen = (card: Card) => card.state === 'open' && pressable(card).length > 0;
const address = (href: string, link: string) => new URL(href, link).toString();

/** Every reason that one of the buttons asks for, each once. */
function reasonsOf(card: Card): { value: string; label: string }[] {
  const all = pressable(card).flatMap((button) => button.ask?.options ?? []);
  return all.filter((one, at) => all.findIndex(({ value }) => value === one.value) === at);
}

function selection(of: {
  drawing: CardDrawing;
  key: string;
  title: string;
  options: { value: string; label: string }[];
}): CardSelection {
  const { drawing, key, title, options } = of;
  const first = { id: nothingChosen, text: weComWords[drawing.card.locale].choose };
  const size = sizes[drawing.line];
  return {
    question_key: key,
    title: fitLetters(title, size.jump),
    selected_id: nothingChosen,
    option_list: [
      first,
      ...options.map(({ value, label }) => ({ id: value, text: fitLetters(label, size.option) })),
    ],
  };
}

function keyOf(card: Card, action: string): string {
  return pressKey({ version: card.version, cardId: card.id, action, value: null });
}

function templateButton(button: CardButton, drawing: CardDrawing): TemplateButton {
  const text = fitLetters(button.label, sizes[drawing.line].button);
  const style = styles[button.style];
  return button.href === undefined
    ? { type: 0, text, style, key: keyOf(drawing.card, button.action) }
    : { type: 1, text, style, url: address(button.href, drawing.link) };
}

/** Buttons that ask for a reason open the page where there is no room for their reasons. */
function withoutReasons(card: Card, link: string): CardButton[] {
  return card.buttons.map((button) => (button.ask ? { ...button, href: link } : button));
}

function buttonsCard(drawing: CardDrawing): TemplateCard {
  const { card, link, line } = drawing;
  const reasons = reasonsOf(card);
  const asked = reasons.length <= choices;
  const all = asked ? card.buttons : withoutReasons(card, link);
  const buttons = all.filter((button) => line === 'app' || button.href === undefined);
  const title = pressable(card).find((button) => button.ask)?.ask?.label ?? '';
  const list = buttons.map((button) => templateButton(button, drawing));
  const plain = list.map(({ type: _type, ...button }) => button);
  return {
    ...{ card_type: 'button_interaction', ...headOf(drawing) },
    button_list: line === 'bot' ? plain : list,
    ...(asked && reasons.length > 0
      ? { button_selection: selection({ drawing, key: 'why', title, options: reasons }) }
      : {}),
  };
}

/** One act with a choice: the choice stands open on the card, and nothing is chosen beforehand. */
function voteCard(drawing: CardDrawing, button: CardButton): TemplateCard {
  const { card, line } = drawing;
  const size = sizes[line];
  const options = button.ask?.options ?? [];
  return {
    ...{ card_type: 'vote_interaction', ...titleOnly(drawing) },
    checkbox: {
      question_key: 'why',
      mode: 0,
      option_list: options.map(({ value, label }) => ({
        id: value,
        text: fitLetters(label, size.option),
      })),
    },
    submit_button: {
      text: fitLetters(button.label, size.button),
      key: keyOf(card, button.action),
    },
  };
}

/** More reasons than one list has room for: the act and its reason are lists, and one button submits them. */
function listsCard(drawing: CardDrawing): TemplateCard {
  const { card, line } = drawing;
  const say = weComWords[card.locale];
  const acts = pressable(card).map(({ action, label }) => ({ value: action, label }));
  const reasons = reasonsOf(card);
  const title = pressable(card).find((button) => button.ask)?.ask?.label ?? '';
  const lists = [reasons.slice(0, choices), reasons.slice(choices)].map((options, at) =>
    selection({ drawing, key: `why${at + 1}`, title, options }),
  );
  return {
    ...{ card_type: 'multiple_interaction', ...titleOnly(drawing) },
    select_list: [selection({ drawing, key: 'act', title: say.decide, options: acts }), ...lists],
    submit_button: {
      text: fitLetters(say.submit, sizes[line].button),
      key: keyOf(card, actFromList),
    },
  };
}

/** Vote and multiple cards have a title and one line below it, and nothing else to read. */
function bodyLine(drawing: CardDrawing): string {
  const { card, note = '' } = drawing;
  const lines = card.blocks.map((block) => blockLine(block, card.locale));
  return [note, figureLine(card), ...lines, card.footnote].filter((line) => line !== '').join('；');
}

function titleOnly(
  drawing: CardDrawing,
): Pick<TemplateCard, 'source' | 'main_title' | 'card_action'> {
  const { source, main_title, card_action } = headOf(drawing);
  const desc = fitLetters(bodyLine(drawing), sizes[drawing.line].desc);
  const title = main_title?.title ?? '';
  return {
    ...(source ? { source } : {}),
    main_title: desc === '' ? { title } : { title, desc },
    ...(card_action ? { card_action } : {}),
  };
}

/** All that is to be read has room in the two lines of a vote or multiple card. */
function isShort(drawing: CardDrawing): boolean {
  const { card, line } = drawing;
  return links(card).length === 0 && [...bodyLine(drawing)].length <= sizes[line].desc;
}

function isVote(acts: CardButton[]): boolean {
  const count = acts[0]?.ask?.options.length ?? 0;
  return acts.length === 1 && count > 0 && count <= limits.voteOptions;
}

function isLists(card: Card): boolean {
  const reasons = reasonsOf(card).length;
  return pressable(card).length <= choices && reasons > choices && reasons <= 2 * choices;
}

function openCard(drawing: CardDrawing): TemplateCard {
  const { card } = drawing;
  const acts = pressable(card);
  const [only] = acts;
  if (!isShort(drawing)) {
    return buttonsCard(drawing);
  }
  if (only && isVote(acts)) {
    return voteCard(drawing, only);
  }
  return isLists(card) ? listsCard(drawing) : buttonsCard(drawing);
}

function noticeCard(drawing: CardDrawing): TemplateCard {
  const { card, link, line, image } = drawing;
  const size = sizes[line];
  const head = headOf(drawing);
  const jumps = links(card)
    .slice(0, limits.jumps)
    .map(({ label, href = link }) => ({
      ...{ type: 1 as const, title: fitLetters(label, size.jump), url: address(href, link) },
    }));
  const jump_list = jumps.length > 0 ? { jump_list: jumps } : {};
  const task = drawing.taskId === null ? {} : { task_id: drawing.taskId };
  if (image !== null && line === 'app') {
    const { sub_title_text: body, ...rest } = head;
    const vertical = body ? { vertical_content_list: [{ title: fitLetters(body, 38) }] } : {};
    return {
      ...{ card_type: 'news_notice', ...rest, card_image: { url: image } },
      ...vertical,
      ...jump_list,
      ...task,
    };
  }
  return { ...{ card_type: 'text_notice', ...head }, ...jump_list, ...task };
}

/** What the buttons turned into: one grey bar that cannot be pressed. */
function closedCard(drawing: CardDrawing): TemplateCard {
  const { card, line } = drawing;
  const say = weComWords[card.locale];
  const record = card.blocks.filter((block) => block.type === 'record').at(-1);
  const text = record?.title ?? (card.state === 'expired' ? say.expired : say.done);
  const size = sizes[line];
  return {
    ...{ card_type: 'button_interaction', ...headOf(drawing) },
    button_list: [{ type: 0, text: fitLetters(text, size.button), style: 4, key: 'closed' }],
    replace_text: fitLetters(text, size.title),
  };
}

/** The card as a new message of WeCom. */
export function newCard(drawing: CardDrawing): TemplateCard {
  if (!isOpen(drawing.card)) {
    return noticeCard(drawing);
  }
  return { ...openCard(drawing), ...(drawing.taskId === null ? {} : { task_id: drawing.taskId }) };
}

/** The card as it stands now, in place of one that was sent. */
export function changedCard(drawing: CardDrawing): TemplateCard {
  if (isOpen(drawing.card) || drawing.line === 'bot') {
    return newCard(drawing);
  }
  return closedCard(drawing);
}
