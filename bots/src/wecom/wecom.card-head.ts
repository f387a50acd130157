import type { Card, CardBlock } from '@zhiyu/contracts/card';
import { blockLine, scoreLine, wideSpace } from '../card-words.js';
import type { CardRow, TemplateCard } from './wecom.cards.js';
import { fitLetters, limits, roomOf } from './wecom.limits.js';

/** A card to be drawn for one person. */
export interface CardDrawing {
  card: Card;
  link: string;
  /** Of the self-built app or of the smart bot: their cards differ in length and in buttons. */
  line: 'app' | 'bot';
  /** Needed for a new message; null in the app's updates, which have none. */
  taskId: string | null;
  /** One more sentence for this person, e.g. why a press had no effect. */
  note?: string;
  image: string | null;
  /** Address of the company's logo. */
  icon?: string;
}

/** Characters that WeCom advises; a card beyond them is cut on the phone. */
export const sizes = {
  app: { source: 20, title: 36, desc: 44, sub: 160, value: 30, button: 10, option: 16, jump: 18 },
  bot: { source: 13, title: 26, desc: 30, sub: 112, value: 26, button: 10, option: 10, jump: 13 },
} as const;
/** Too little room to begin a line in, letters. */
const worthBeginning = 12;

/** What happened and when, cut between words, so that no half clock time is left. */
function fitWords(text: string, room: number): string {
  const short = fitLetters(text, room);
  const end = short === text ? -1 : short.search(/[ ，,][^ ，,]*$/u);
  return end > 0 ? text.slice(0, end) : short;
}

/** As many of the lines as there is room for; only the last of them may be cut. */
function fitLines(lines: string[], room: number): string {
  let text = '';
  for (const line of lines) {
    const before = text === '' ? '' : `${text}\n`;
    const left = room - roomOf(before);
    if (left < Math.min(worthBeginning, roomOf(line))) {
      break;
    }
    text = before + fitLetters(line, left);
  }
  return text;
}

/** A row’s name is five characters wide. */
function rowName(label: string): string {
  return fitLetters(label, 5);
}

export function figureLine({ figure }: Card): string {
  return figure
    ? [[figure.value, figure.error].filter(Boolean).join(' '), figure.note]
        .filter(Boolean)
        .join(wideSpace)
    : '';
}

function rowOf(block: CardBlock, card: Card, room: number): CardRow | null {
  if (block.type === 'fact') {
    return { keyname: rowName(block.label), value: fitLetters(block.value, room) };
  }
  if (block.type === 'score') {
    const value = scoreLine(block, card.locale).slice(block.label.length + 1);
    return { keyname: rowName(block.label), value: fitLetters(value, room) };
  }
  return null;
}

/** What happened, then texts, words spoken and what had no row, then the footnote. */
function bodyText(drawing: CardDrawing, rows: number): string {
  const { card, note = '' } = drawing;
  let left = rows;
  const rest = card.blocks.filter((block) =>
    block.type === 'fact' || block.type === 'score' ? --left < 0 : true,
  );
  const order = ['record', 'text', 'score', 'fact', 'chart', 'quote'] as const;
  const lines = order.flatMap((type) =>
    rest.filter((block) => block.type === type).map((block) => blockLine(block, card.locale)),
  );
  const room = sizes[drawing.line].sub;
  const said = [note, ...lines].filter((line) => line !== '');
  const foot = fitLetters(card.footnote, room);
  const body = fitLines(said, foot === '' ? room : room - roomOf(foot) - 1);
  return [body, foot].filter((text) => text !== '').join('\n');
}

type CardHead = Pick<
  TemplateCard,
  'source' | 'main_title' | 'sub_title_text' | 'horizontal_content_list' | 'card_action'
>;

export function headOf(drawing: CardDrawing): CardHead {
  const { card, link, line, icon } = drawing;
  const size = sizes[line];
  const rows = card.blocks.flatMap((block) => rowOf(block, card, size.value) ?? []);
  const shown = rows.slice(0, limits.rows);
  const body = bodyText(drawing, shown.length);
  const desc = fitLetters(figureLine(card), size.desc);
  return {
    ...(card.eyebrow === ''
      ? {}
      : {
          source: {
            ...(icon === undefined ? {} : { icon_url: icon }),
            ...{ desc: fitWords(card.eyebrow, size.source), desc_color: 0 as const },
          },
        }),
    main_title: { title: fitLetters(card.title, size.title), ...(desc === '' ? {} : { desc }) },
    ...(body === '' ? {} : { sub_title_text: body }),
    ...(shown.length > 0 ? { horizontal_content_list: shown } : {}),
    card_action: { type: 1, url: link },
  };
}
