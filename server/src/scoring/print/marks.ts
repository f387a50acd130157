import type { Locale } from '@zhiyu/contracts/basics';
import { scoreText, errorText, type ScoreScale } from '@zhiyu/contracts/score-scale';
import type { CultureMark, PotentialMark, Report } from '@zhiyu/contracts/scoring';
import { type MarkWords, markWords } from './mark-words.js';
import type { PrintedPoint, PrintedRows } from './printed-parts.js';

/** What is read beside the dimensions; neither decides anything. */
export interface Marks {
  /** Null: the position has no rule. */
  potential: PotentialMark | null;
  culture: CultureMark[];
}

/** A value with its error on the paper's scale, or the word for not measured. */
function figure(one: { value: number | null; standardError: number | null }, on: On): string {
  if (one.value === null) return on.words.unknown;
  const score = scoreText(one.value, on.scale, on.locale);
  const error = one.standardError;
  return error === null ? score : `${score} ${errorText(error, on.scale, on.locale)}`;
}

interface On {
  scale: ScoreScale;
  locale: Locale;
  words: MarkWords;
}

const onPaper = (scale: ScoreScale, locale: Locale): On => ({
  ...{ scale, locale, words: markWords[locale] },
});

/** The mark with the evidence that met it; nothing where it is not met: nobody is labelled as not. */
export function potentialSection(
  mark: PotentialMark | null,
  scale: ScoreScale,
  locale: Locale,
): { title: string; points: PrintedPoint[] } {
  const on = onPaper(scale, locale);
  const { words } = on;
  if (!mark || mark.standing === 'unmet') return { title: '', points: [] };
  const points = mark.conditions.map((one): PrintedPoint => {
    const name = one.code === null ? words.total : one.name;
    return {
      time: '',
      text: `${name} ${figure(one, on)}${words.join}${words.least(scoreText(one.least, scale, locale))}`,
      quotes: one.evidence.map(({ quote }) => quote),
      note: '',
    };
  });
  const rule = { time: '', text: words.rule, quotes: [], note: '' };
  return {
    title: `${words.potential}${words.colon}${words[mark.standing]}`,
    points: [...points, rule],
  };
}

/** Portraits of culture with what they cannot say; no requirement and no word against one. */
export function cultureRows(
  { dimensions, locale }: Report,
  culture: CultureMark[],
  scale: ScoreScale,
): PrintedRows[] {
  const on = onPaper(scale, locale);
  const { words } = on;
  const rows = culture.flatMap(({ code, weightReason }) => {
    const found = dimensions.find((one) => one.code === code);
    if (!found) return [];
    const weight =
      found.weight > 0
        ? words.weighted(Math.round(found.weight * 100), weightReason)
        : words.weightless;
    return [{ label: found.name, value: `${figure(found, on)}${words.join}${weight}` }];
  });
  const note = { label: words.limits, value: words.warning };
  return rows.length === 0 ? [] : [{ title: words.culture, note: '', rows: [...rows, note] }];
}
