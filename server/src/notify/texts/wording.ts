import type { Locale } from '@zhiyu/contracts/basics';
import type { Card, CardBlock } from '@zhiyu/contracts/card';

/** The company's words on one card, filled in when it was sent: the card keeps them whatever it turns into. */
export interface CardWording {
  title?: string;
  /** The first sentence. */
  intro?: string;
  footnote?: string;
  /** The line that says whom to ask. */
  contact?: string;
}

const contactLabels: Record<Locale, string> = {
  zh: '有问题',
  en: 'Questions',
  ja: 'お問い合わせ',
  fr: 'Questions',
};

function withIntro(blocks: CardBlock[], text: string): CardBlock[] {
  const rest = blocks[0]?.type === 'text' ? blocks.slice(1) : blocks;
  return [{ type: 'text', text }, ...rest];
}

function withContact(blocks: CardBlock[], contact: CardBlock): CardBlock[] {
  const same = JSON.stringify(contact);
  const others = blocks.filter((block) => JSON.stringify(block) !== same);
  const record = others.findIndex((block) => block.type === 'record');
  return others.toSpliced(record < 0 ? others.length : record, 0, contact);
}

type Said = Pick<Card, 'locale' | 'title' | 'blocks' | 'footnote'>;

/** The card in the company's words. Applied to its own result it changes nothing. */
export function worded<T extends Said>(content: T, wording: CardWording | undefined): T {
  if (wording === undefined) {
    return content;
  }
  const { title = content.title, intro, contact, footnote } = wording;
  const begun = intro === undefined ? content.blocks : withIntro(content.blocks, intro);
  const line = {
    type: 'fact' as const,
    label: contactLabels[content.locale],
    value: contact ?? '',
  };
  return {
    ...content,
    title,
    blocks: contact === undefined ? begun : withContact(begun, line),
    // A card that is over has none, and gets none.
    footnote: content.footnote === '' ? '' : (footnote ?? content.footnote),
  };
}
