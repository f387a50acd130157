import type { Locale } from '@zhiyu/contracts/basics';

/** Before a filler that could also be a word: the beginning, a mark, or another filler. */
const apart = String.raw`(?<=^|[\s，,、。．.！!？?；;：:…—-]|嗯|呃)`;

/** Behind it: a mark, the end, or another filler. */
const ends = String.raw`(?=[\s，,、。．.！!？?；;：:…—-]|$|嗯|呃|那个|这个|就是)`;

/**
 * Words that only fill a gap. Sounds always do; 那个, 就是说 or "like", which are words too, only where
 * they stand apart between two marks or are said twice: the recogniser's punctuation decides.
 */
const fillers: Record<Locale, RegExp> = {
  zh: new RegExp(
    String.raw`嗯+|呃+|额(?=[，,、…])|${apart}(?:那个|这个|就是|怎么说呢)${ends}|(?<![也这那])就是说${ends}|那个(?=那个)|\b(?:um+|uh+|er)\b`,
    'giu',
  ),
  en: new RegExp(
    String.raw`\b(?:um+|uh+|erm?|hmm+)\b|(?<=^|[,.;…]\s*)\b(?:you know|i mean)\b(?=\s*[,.;…]|$)|\blike(?=,)`,
    'giu',
  ),
  ja: /え(?:ーと|えと|[ーえ]?っと)|えー(?=[、。…\s]|$)|あの[ーう]|そのー|(?<=^|[、。…\s])(?:まあ|あの|その)(?=、)/gu,
  fr: /\b(?:euh+|heu+|hum+)\b|\b(?:ben|hein)\b|(?<=^|[,.;…]\s*)(?:du coup|bon|bah)(?=\s*[,…])/giu,
};

/** The fillers of a text, as they were said. */
export function fillersIn(text: string, locale: Locale): string[] {
  return text.match(fillers[locale]) ?? [];
}
