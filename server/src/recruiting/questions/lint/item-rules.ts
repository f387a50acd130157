import { type Locale, locales, type Text } from '@zhiyu/contracts/basics';
import type { BankIndicator, BankItem } from '@zhiyu/contracts/question-bank';
import { alike } from './alike.js';
import type { Finding, Place, RuleName } from './finding.js';
import { asksTwice, isFiller, leads, protectedTopic } from './phrases.js';

type Fault = Omit<Finding, 'code'>;

/** Fewest and most characters (zh, ja) or words (en, fr) of a field. */
type Limits = Record<'dense' | 'spaced', readonly [number, number]>;
const limits: Record<'text' | 'hint' | 'anchors' | 'followUps' | 'mustNotAsk', Limits> = {
  text: { dense: [12, 100], spaced: [8, 60] },
  hint: { dense: [8, 90], spaced: [5, 45] },
  anchors: { dense: [10, 130], spaced: [5, 70] },
  followUps: { dense: [6, 45], spaced: [3, 30] },
  mustNotAsk: { dense: [6, 80], spaced: [4, 45] },
};

/** Two anchors this alike say the same, 0-1. */
const sameAnchor = 0.7;
/** A follow-up this alike to the question asks it again, 0-1. */
const sameQuestion = 0.6;

interface Said {
  text: Text;
  place: Place;
}

function saidIn(item: BankItem): Said[] {
  return [
    { text: item.text, place: { field: 'text' } },
    { text: item.hint, place: { field: 'hint' } },
    ...item.anchors.map((anchor, at) => ({ text: anchor.text, place: place('anchors', at) })),
    ...item.followUps.map((one) => ({ text: one.text, place: place('followUps', one.part) })),
    ...item.mustNotAsk.map((text, at) => ({ text, place: place('mustNotAsk', at) })),
  ];
}

function place(field: Place['field'], at: number | string): Place {
  return { field, at };
}

/** The languages an item can be asked in: those of its question. */
export function languagesOf(item: Pick<BankItem, 'text'>): Locale[] {
  return locales.filter((locale) => Boolean(item.text[locale]));
}

function fault(rule: RuleName, at: Place, message: string): Fault {
  return { rule, place: at, message };
}

/** What the candidate hears or reads: the question and its follow-ups, in every language. */
function* asked(item: BankItem): Generator<{ words: string; locale: Locale; at: Place }> {
  for (const { text, place: at } of saidIn(item)) {
    if (at.field !== 'text' && at.field !== 'followUps') continue;
    for (const locale of languagesOf(item)) {
      const words = text[locale];
      if (words) yield { words, locale, at: { ...at, locale } };
    }
  }
}

function wordingFaults(item: BankItem): Fault[] {
  return [...asked(item)].flatMap(({ words, locale, at }) => {
    const lead = leads(words, locale);
    return [
      ...(asksTwice(words, locale)
        ? [fault('double-barrelled', at, `一次只问一件事 asks for two things: ${words}`)]
        : []),
      ...(lead ? [fault('leading', at, `有诱导 leads to an answer: “${lead}”`)] : []),
    ];
  });
}

function protectedFaults(item: BankItem): Fault[] {
  return saidIn(item).flatMap(({ text, place: at }) => {
    if (at.field === 'mustNotAsk') return [];
    return languagesOf(item).flatMap((locale) => {
      const topic = protectedTopic(text[locale] ?? '', locale);
      const here = { ...at, locale };
      return topic
        ? [fault('protected', here, `碰到不能问的话题 protected topic: “${topic}”`)]
        : [];
    });
  });
}

/** Characters in Chinese and Japanese, words in English and French. */
function lengthOf(words: string, locale: Locale): number {
  return locale === 'zh' || locale === 'ja'
    ? (words.match(/[\p{L}\p{N}]/gu)?.length ?? 0)
    : words.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Japanese takes about half as many characters again for the same. */
const japaneseLonger = 1.5;

function lengthFaults(item: BankItem): Fault[] {
  return saidIn(item).flatMap(({ text, place: at }) =>
    languagesOf(item).flatMap((locale) => {
      const words = text[locale];
      const limit = at.field in limits ? limits[at.field as keyof typeof limits] : null;
      if (!words || !limit) return [];
      const [fewest, most] = locale === 'zh' || locale === 'ja' ? limit.dense : limit.spaced;
      const top = locale === 'ja' ? most * japaneseLonger : most;
      const length = lengthOf(words, locale);
      const here = { ...at, locale };
      const range = `${String(fewest)}–${String(top)}`;
      return length < fewest || length > top
        ? [fault('length', here, `长度 ${String(length)}，应为 ${range} length out of range`)]
        : [];
    }),
  );
}

function variantFaults(item: BankItem): Fault[] {
  const wanted = languagesOf(item);
  return saidIn(item).flatMap(({ text, place: at }) => {
    const missing = wanted.filter((locale) => !text[locale]);
    const stray = locales.filter((locale) => Boolean(text[locale]) && !wanted.includes(locale));
    return [
      ...missing.map((locale) =>
        fault('variant', { ...at, locale }, `${locale} 缺这一项 missing in ${locale}`),
      ),
      ...stray.map((locale) =>
        fault('variant', { ...at, locale }, `题目没有 ${locale} the question has no ${locale}`),
      ),
    ];
  });
}

function anchorFaults(item: BankItem): Fault[] {
  const levels = item.anchors.map((anchor) => anchor.level);
  const ordered = [1, 2, 3, 4, 5].every((level, at) => levels[at] === level);
  const found: Fault[] = ordered
    ? []
    : [
        fault(
          'levels',
          { field: 'anchors' },
          `五级应依次是 1–5，现在是 ${levels.join(' ')} levels`,
        ),
      ];
  for (const locale of languagesOf(item)) {
    const texts = item.anchors.map((anchor) => anchor.text[locale] ?? '');
    texts.forEach((words, at) => {
      const here: Place = { field: 'anchors', at, locale };
      if (isFiller(words, locale)) {
        found.push(fault('anchor-filler', here, `不是行为 no behaviour: ${words}`));
      }
      const twin = texts.findIndex((other, i) => i < at && alike(words, other) >= sameAnchor);
      if (words && twin >= 0) {
        const message = `与第 ${String(twin + 1)} 级几乎相同 nearly the same as level ${String(twin + 1)}`;
        found.push(fault('anchors-alike', here, message));
      }
    });
  }
  return found;
}

function followUpFaults(item: BankItem): Fault[] {
  const parts = item.followUps.map((one) => one.part);
  const twice = parts.filter((part, at) => parts.indexOf(part) !== at);
  const few = item.followUps.length < 2 || item.followUps.length > 3;
  const again = item.followUps.filter((one) => alike(one.text.zh, item.text.zh) >= sameQuestion);
  return [
    ...(few ? [fault('follow-up', { field: 'followUps' }, '追问要 2–3 条 2-3 follow-ups')] : []),
    ...twice.map((part) =>
      fault('follow-up', place('followUps', part), `${part} 有两条追问 two for one part`),
    ),
    ...again.map((one) =>
      fault('follow-up', place('followUps', one.part), '重复了题目 asks the question again'),
    ),
  ];
}

function hintFaults(item: BankItem): Fault[] {
  return languagesOf(item).flatMap((locale) => {
    const words = item.hint[locale] ?? '';
    const here: Place = { field: 'hint', locale };
    if (!words.trim()) return [fault('hint', here, '没有提示 no hint for the candidate')];
    return /[？?]/u.test(words) || (words.match(/[。！]|[.!](?=\s)/gu)?.length ?? 0) > 2
      ? [fault('hint', here, '提示是一两句陈述，不再提问 a hint states, it does not ask')]
      : [];
  });
}

/** Words by which a point is found: enough of them, none of which is everywhere. */
export function cueFaults(indicators: readonly BankIndicator[]): Fault[] {
  const codes = indicators.map((one) => one.code);
  return indicators.flatMap((indicator, at) => {
    const here = place('indicators', at);
    const groups = [indicator.cues.zh, indicator.cues.en ?? []];
    const bare = (group: string[]) => group.filter((cue) => [...cue].length < 2 && cue !== '%');
    const wide = indicator.cues.zh.length === 1 ? bare(indicator.cues.zh[0] ?? []) : [];
    const twice = groups
      .flat()
      .flatMap((group) => group.filter((cue, i) => group.indexOf(cue) !== i));
    const both = [indicator.cues.zh, indicator.cues.en ?? []].flatMap((own) =>
      own.flatMap((group, i) =>
        group.filter((cue) => own.some((other, j) => j < i && other.includes(cue))),
      ),
    );
    const blank = groups.flat(2).some((cue) => cue.trim() === '');
    const faults = [
      wide.length > 0
        ? `单独一个字到处都有 a single character is everywhere: ${wide.join(' ')}`
        : '',
      twice.length > 0 ? `词重复 cue twice: ${twice.join(' ')}` : '',
      both.length > 0 ? `一个词满足两组 one cue fills two groups: ${both.join(' ')}` : '',
      blank ? '空的词 empty cue' : '',
      codes.indexOf(indicator.code) === at ? '' : `编号重复 code twice: ${indicator.code}`,
    ];
    return faults.filter(Boolean).map((message) => fault('cues', here, message));
  });
}

/** Low points show what speaks against, high ones what speaks for: a scale needs both ends and a middle. */
export function scaleFaults(indicators: readonly BankIndicator[]): Fault[] {
  const has = (low: number, high: number) =>
    indicators.some(({ level }) => level >= low && level <= high);
  const gaps = [
    has(1, 2) ? '' : '没有 1–2 级 no point of level 1-2',
    has(3, 3) ? '' : '没有 3 级 no point of level 3',
    has(4, 4) ? '' : '没有 4 级 no point of level 4',
    has(5, 5) ? '' : '没有 5 级 no point of level 5',
  ];
  return gaps.filter(Boolean).map((message) => fault('cues', { field: 'indicators' }, message));
}

/** All that one item shows by itself. */
export function itemFindings(item: BankItem): Finding[] {
  const faults = [
    ...variantFaults(item),
    ...hintFaults(item),
    ...lengthFaults(item),
    ...wordingFaults(item),
    ...protectedFaults(item),
    ...anchorFaults(item),
    ...followUpFaults(item),
    ...cueFaults(item.indicators),
  ];
  return faults.map((one) => ({ ...one, code: item.code }));
}
