import type { Card, CardBlock, CardButton } from '@zhiyu/contracts/card';
import { blockLine } from '../card-words.js';

const glyphs = { pass: '●', hold: '◐', reject: '○', warn: '△', unknown: '?' } as const;

/** An element of a card in JSON 2.0. */
type Element = Record<string, unknown>;

export interface FeishuDrawing {
  card: Card;
  deliveryId: string;
  link: string;
}

/** What a button sends back. */
export interface ButtonValue {
  card: string;
  action: string;
  version: number;
  delivery: string;
  /** Name of the list whose choice goes with the press; empty = none. */
  list: string;
}

// Texts are plain texts throughout: in the markdown of a card a name could mention everybody or be a link.
const plain = (content: string) => ({ tag: 'plain_text', content });

function words(content: string, style: Record<string, string> = {}): Element {
  return { tag: 'div', text: { ...plain(content), ...style } };
}

const quiet = { text_size: 'notation', text_color: 'grey' };

function blockElement(block: CardBlock, card: Card): Element {
  if (block.type === 'record') {
    return words(`${glyphs[block.glyph]} ${blockLine(block, card.locale)}`);
  }
  return words(blockLine(block, card.locale), block.type === 'quote' ? quiet : {});
}

function figureElements({ figure }: Card): Element[] {
  if (!figure) {
    return [];
  }
  const number = [figure.value, figure.error].filter((part) => part !== '').join(' ');
  return [
    words(number, { text_size: 'heading-1' }),
    ...(figure.note === '' ? [] : [words(figure.note, quiet)]),
  ];
}

const types = { primary: 'primary_filled', plain: 'default', quiet: 'text' } as const;

/** A page of ours as a whole address; the mini-app's own pages are the part after #. */
function addressOf(href: string, link: string): string {
  return new URL(href.startsWith('/pages/') ? `#${href}` : href, link).href;
}

function buttonElement(button: CardButton, drawing: FeishuDrawing, list: string): Element {
  const value: ButtonValue = {
    ...{ card: drawing.card.id, action: button.action, version: drawing.card.version },
    ...{ delivery: drawing.deliveryId, list },
  };
  const behavior =
    button.href === undefined
      ? { type: 'callback', value }
      : { type: 'open_url', default_url: addressOf(button.href, drawing.link) };
  return {
    tag: 'button',
    text: plain(button.label),
    type: types[button.style],
    behaviors: [behavior],
  };
}

function column(element: Element, weight: number): Element {
  return { tag: 'column', width: 'weighted', weight, elements: [element] };
}

/** A list to choose from and the button that sends the choice, side by side. */
function askElement(button: CardButton, drawing: FeishuDrawing, index: number): Element {
  const list = `list_${index}`;
  const select = {
    ...{ tag: 'select_static', name: list, required: true, width: 'fill' },
    placeholder: plain(button.ask?.label ?? ''),
    options: (button.ask?.options ?? []).map(({ value, label }) => ({ text: plain(label), value })),
  };
  const submit = {
    ...buttonElement(button, drawing, list),
    ...{ name: `submit_${index}`, form_action_type: 'submit', width: 'fill' },
  };
  const row = { tag: 'column_set', columns: [column(select, 2), column(submit, 1)] };
  return { tag: 'form', name: `form_${index}`, elements: [row] };
}

function buttonElements(drawing: FeishuDrawing): Element[] {
  const { buttons } = drawing.card;
  const asks = buttons.filter((button) => (button.ask?.options.length ?? 0) > 0);
  const others = buttons.filter((button) => !asks.includes(button));
  const row = {
    ...{ tag: 'column_set', flex_mode: 'flow', horizontal_spacing: '8px' },
    columns: others.map((button) => ({
      ...{ tag: 'column', width: 'auto' },
      elements: [buttonElement(button, drawing, '')],
    })),
  };
  return [
    ...asks.map((button, index) => askElement(button, drawing, index)),
    ...(others.length > 0 ? [row] : []),
  ];
}

/** The card in Feishu's JSON 2.0: one card for all who see the message, so that a change reaches everybody. */
export function renderFeishu(drawing: FeishuDrawing): Record<string, unknown> {
  const { card } = drawing;
  return {
    schema: '2.0',
    config: {
      update_multi: true,
      // A forwarded card would carry its buttons and names to somebody else.
      enable_forward: false,
      summary: { content: card.title },
    },
    header: {
      title: plain(card.title),
      ...(card.eyebrow === '' ? {} : { subtitle: plain(card.eyebrow) }),
      template: card.state === 'open' ? 'turquoise' : 'grey',
    },
    body: {
      elements: [
        ...figureElements(card),
        ...card.blocks.map((block) => blockElement(block, card)),
        ...buttonElements(drawing),
        ...(card.footnote === '' ? [] : [words(card.footnote, quiet)]),
      ],
    },
  };
}
