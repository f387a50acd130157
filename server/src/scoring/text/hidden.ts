/** Characters that nobody sees: zero width, direction marks, tags, variation selectors. */
const unseen =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]|[\u{e0000}-\u{e01ef}]/gu;
/** Tag characters write hidden ASCII; there is no honest use of them in an answer. */
const tags = /[\u{e0020}-\u{e007e}]{2,}/gu;

/** The text without what nobody sees. */
export function visible(text: string): string {
  return text.replace(unseen, '');
}

/** Stretches of hidden letters, as offsets of the raw text. */
export function hiddenSpans(text: string): { start: number; end: number }[] {
  return [...text.matchAll(tags)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
}
