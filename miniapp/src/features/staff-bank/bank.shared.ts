import type { Locale } from '@zhiyu/contracts/basics';
import type { FollowUpPart } from '@zhiyu/contracts/follow-up';
import type { Dimension, PositionContent } from '@zhiyu/contracts/position';
import type { BankItem, BankList, BankSummary, ListBank } from '@zhiyu/contracts/question-bank';

/** Parts of a story that a follow-up asks for, as the contract has them. */
export const partNames: readonly FollowUpPart[] = [
  'situation',
  'task',
  'action',
  'result',
  'ownPart',
  'numbers',
  'learned',
];
export const kindNames = ['behavioural', 'situational', 'knowledge', 'motivation'] as const;
export const industryNames = ['retail', 'bank', 'sales', 'it', 'office'] as const;
export const localeNames: readonly Locale[] = ['zh', 'en', 'ja', 'fr'];

/** What is chosen above the list; empty: all. */
export interface BankFilter {
  competency: string;
  kind: string;
  locale: string;
  industry: string;
  origin: string;
}

export const noFilter: BankFilter = {
  competency: '',
  kind: '',
  locale: '',
  industry: '',
  origin: '',
};

export function isFiltered(filter: BankFilter, search: string): boolean {
  return search.trim() !== '' || Object.values(filter).some((value) => value !== '');
}

/** The question to the server; what is not chosen stays out. */
export function queryOf(filter: BankFilter, search: string): ListBank {
  const chosen = Object.entries({ ...filter, search: search.trim() }).filter(
    ([, value]) => value !== '',
  );
  return Object.fromEntries(chosen);
}

type CompetencyRow = BankList['competencies'][number];

/** Items under their competency, in the order of the bank; those without items stay out. */
export function grouped(list: BankList): { competency: CompetencyRow; items: BankSummary[] }[] {
  return list.competencies
    .map((competency) => ({
      competency,
      items: list.items.filter((item) => item.competency === competency.code),
    }))
    .filter(({ items }) => items.length > 0);
}

/** The dimension of a model that an item about this competency measures; null: none means the same. */
export function dimensionFor(
  competency: CompetencyRow | undefined,
  dimensions: readonly Dimension[],
): string | null {
  const same = dimensions.find(
    ({ code, name }) =>
      competency?.dimensions.includes(code) === true || competency?.name.zh === name.zh,
  );
  return same?.code ?? null;
}

/** How many planned questions measure each dimension. */
export function coverageOf(content: PositionContent): { dimension: Dimension; asked: number }[] {
  const planned = content.questions.filter(({ code }) => content.plan.questionCodes.includes(code));
  return content.model.dimensions.map((dimension) => ({
    dimension,
    asked: planned.filter(({ dimensions }) => dimensions.includes(dimension.code)).length,
  }));
}

/** A new item of the company, to be filled in. */
export function emptyItem(code: string, competency: string): BankItem {
  return {
    code,
    competency,
    kind: 'behavioural',
    text: { zh: '' },
    hint: { zh: '' },
    thinkingSeconds: 60,
    answerSeconds: 150,
    anchors: [1, 2, 3, 4, 5].map((level) => ({ level, text: { zh: '' } })),
    indicators: [],
    followUps: [
      { part: 'action', text: { zh: '' } },
      { part: 'result', text: { zh: '' } },
    ],
    mustNotAsk: [],
    attributes: [],
    industries: [],
  };
}

/** Nothing is left empty that the bank must hold. */
export function isComplete(item: BankItem): boolean {
  const texts = [
    item.text,
    item.hint,
    ...item.anchors.map(({ text }) => text),
    ...item.followUps.map(({ text }) => text),
  ];
  return texts.every((text) => text.zh.trim() !== '');
}
