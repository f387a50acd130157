/** Characters that nobody sees: zero width, direction marks, tags, variation selectors, strokes through Chinese. */
const unseen =
  /[\p{Default_Ignorable_Code_Point}\u{e0000}-\u{e007f}]|(?<=\p{Script=Han}\p{M}*)\p{M}/gu;
/** Tag characters write hidden ASCII; there is no honest use of them in an answer. */
const tags = /[\u{e0020}-\u{e007e}]{2,}/gu;
/** What is written backwards to be read forwards. */
const backwards = /[\u202e\u202d][^\u202c\n]*/gu;

/** The text without what nobody sees. */
export function visible(text: string): string {
  return text.replace(unseen, '');
}

/** Stretches of hidden letters, as offsets of the raw text. */
export function hiddenSpans(text: string): { start: number; end: number }[] {
  return [...text.matchAll(tags), ...text.matchAll(backwards)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
  }));
}
