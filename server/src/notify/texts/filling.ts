import {
  type CardTexts,
  type TextPlaceholder,
  textPlaceholders,
} from '@zhiyu/contracts/card-texts';
import type { CardWording } from './wording.js';

/** What is filled in, by placeholder. */
export type TextValues = Record<TextPlaceholder, string>;

/** The text with its placeholders filled in, each once: what is filled in is not read again. */
export function filledText(text: string, values: TextValues): string {
  return text.replace(/\{([a-z]+)\}/g, (whole, name: string) => {
    const known = textPlaceholders.find((one) => one === name);
    return known === undefined ? whole : values[known];
  });
}

/** @param applied the candidate was turned down before an interview: the title that thanks for it would not be true */
export function wordingOf(texts: CardTexts, values: TextValues, applied = false): CardWording {
  const { titleApplied, ...slots } = texts;
  const { title: _title, ...rest } = slots;
  const chosen = applied
    ? { ...rest, ...(titleApplied === undefined ? {} : { title: titleApplied }) }
    : slots;
  return Object.fromEntries(
    Object.entries(chosen)
      .filter(([, text]) => text.trim() !== '')
      .map(([slot, text]) => [slot, filledText(text, values)]),
  );
}
