import type { ParsedResume, Span } from '@zhiyu/contracts/resume';
import { bestOn, type LanguageLevel, levelsIn, ofAnyLanguage } from './resume/language-levels.js';
import { languageCodesOf } from './resume/language-words.js';
import { type Finding, notMentioned, quoted } from './screening-finding.js';

/**
 * One of the wanted languages. Where a level is wanted (英语六级, 日语 N2, IELTS 6.5) the résumé has to show it: a lower
 * one on the same scale, or the language without a level, is for a person to look at.
 */
export function checkLanguage(anyOf: readonly string[], resume: ParsedResume): Finding {
  const all = anyOf.map((wanted) => ofOne(wanted, resume));
  const held = all.find(({ outcome }) => outcome === 'held');
  return held ?? all.find(({ span }) => span !== null) ?? notMentioned;
}

function ofOne(wanted: string, resume: ParsedResume): Finding {
  const [least] = levelsIn(wanted);
  const [named] = namedIn(wanted, resume);
  if (least !== undefined) {
    const best = bestOn(levelsOf(wanted, resume, least.scale), least.scale);
    if (best !== null) {
      const words = resume.text.slice(best.start, best.end);
      const span = spanOf(best, resume.text);
      return best.value >= least.value
        ? { outcome: 'held', found: quoted(words), span }
        : { outcome: 'unknown', found: { is: 'otherLevel', words, wanted }, span };
    }
  }
  if (named === undefined) return notMentioned;
  const { value, span } = named;
  return least === undefined
    ? { outcome: 'held', found: quoted(value), span }
    : { outcome: 'unknown', found: { is: 'noLevel', words: value, wanted }, span };
}

/** A level that any language has counts only beside the name of this one. */
function levelsOf(wanted: string, resume: ParsedResume, scale: string): LanguageLevel[] {
  if (scale !== ofAnyLanguage) return levelsIn(resume.text);
  return namedIn(wanted, resume).flatMap(({ value, span }) =>
    levelsIn(value).map(({ start, end, ...rest }) => {
      const from = span?.start ?? 0;
      return { ...rest, start: from + start, end: from + end };
    }),
  );
}

function spanOf({ start, end }: LanguageLevel, text: string): Span {
  return { start, end, line: text.slice(0, start).split('\n').length };
}

/** Where the résumé names the language, by whatever name. */
function namedIn(wanted: string, { languages }: ParsedResume): ParsedResume['languages'] {
  const codes = languageCodesOf(wanted);
  return languages.filter(
    ({ value }) =>
      value.toLowerCase().includes(wanted.toLowerCase()) ||
      languageCodesOf(value).some((code) => codes.includes(code)),
  );
}
