import type { DrawnPart } from '@zhiyu/contracts/gallery';
import { type Drawer, payloadOf, textPart } from '../drawer.js';
import { fieldsOf, textOf } from './feishu.api.js';
import { renderFeishu } from './feishu.render.js';

type Fields = Record<string, unknown>;

const listOf = (value: unknown): Fields[] => (Array.isArray(value) ? value.map(fieldsOf) : []);
const wordsOf = (value: unknown) => textOf(fieldsOf(value).content);
const roles: Partial<Record<string, 'quiet' | 'figure'>> = {
  notation: 'quiet',
  'heading-1': 'figure',
};

/** An element of the card, and what stands inside it. */
function partsOf(element: Fields): DrawnPart[] {
  switch (element.tag) {
    case 'div': {
      const role = roles[textOf(fieldsOf(element.text).text_size)] ?? 'body';
      return textPart(role, wordsOf(element.text));
    }
    case 'button': {
      const presses = listOf(element.behaviors)[0]?.type === 'callback';
      return [{ type: 'button', text: wordsOf(element.text), presses }];
    }
    case 'select_static': {
      const options = listOf(element.options).map(({ text }) => wordsOf(text));
      return [{ type: 'choice', label: wordsOf(element.placeholder), options }];
    }
    default:
      return [...listOf(element.columns), ...listOf(element.elements)].flatMap(partsOf);
  }
}

export const feishuDrawer: Drawer = {
  name: 'feishu',
  capabilities: {
    // Words with a press open the page: an input for each decision makes a card nobody reads.
    ...{ buttons: 6, updateInPlace: true, picture: false, freeText: false },
    // A card may have 30 KB; a character of a text takes up to 3 bytes, quoted once more.
    textLength: 5_000,
  },
  draw: (message) => {
    const card = renderFeishu(message);
    const header = fieldsOf(card.header);
    const parts = [
      ...textPart('title', wordsOf(header.title)),
      ...textPart('source', wordsOf(header.subtitle)),
      ...partsOf(fieldsOf(card.body)),
    ];
    return [{ shape: 'interactive', parts, payload: payloadOf(card) }];
  },
};
