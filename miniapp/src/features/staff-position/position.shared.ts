import type { Locale, Text } from '@zhiyu/contracts/basics';
import type { Dimension, PositionContent, Question, Requirement } from '@zhiyu/contracts/position';
import { guardOf } from '@zhiyu/contracts/rule-guard';

export const parts = [
  'about',
  'requirements',
  'model',
  'questions',
  'drafts',
  'plan',
  'automation',
  'versions',
] as const;
export type PositionPart = (typeof parts)[number];

export function partOf(wanted: string): PositionPart {
  return parts.find((part) => part === wanted) ?? 'about';
}

/** The text as it is kept in one language; empty where it is not there. */
export function ownText(text: Text | undefined, locale: Locale): string {
  return text?.[locale] ?? '';
}

/** The text with one language changed. Chinese is always there, another language may be taken out. */
export function withText(text: Text, locale: Locale, value: string): Text {
  if (locale === 'zh' || value.trim() !== '') {
    return { ...text, [locale]: value };
  }
  const kept = Object.entries(text).filter(([language]) => language !== locale);
  return { ...Object.fromEntries(kept), zh: text.zh };
}

/** Weights as whole percent, and whether they add up. */
export function weightSum(dimensions: readonly Dimension[]): number {
  return dimensions.reduce((sum, { weight }) => sum + Math.round(weight * 100), 0);
}

/** The same proportions, adding up to 100 %: the largest takes what rounding leaves. */
export function balanced(dimensions: readonly Dimension[]): Dimension[] {
  const sum = dimensions.reduce((all, { weight }) => all + weight, 0);
  if (sum <= 0) {
    return [...dimensions];
  }
  const percents = dimensions.map(({ weight }) => Math.round((weight / sum) * 100));
  const rest = 100 - percents.reduce((all, one) => all + one, 0);
  const largest = percents.indexOf(Math.max(...percents));
  return dimensions.map((dimension, at) => ({
    ...dimension,
    weight: ((percents[at] ?? 0) + (at === largest ? rest : 0)) / 100,
  }));
}

/** One entry of a list replaced. */
export function replaced<T>(list: readonly T[], at: number, value: T): T[] {
  return list.map((one, index) => (index === at ? value : one));
}

export function without<T>(list: readonly T[], at: number): T[] {
  return list.filter((_, index) => index !== at);
}

/** One entry moved by one place; at the edge nothing changes. */
export function moved<T>(list: readonly T[], at: number, by: -1 | 1): T[] {
  const next = [...list];
  const other = next[at + by];
  const own = next[at];
  if (own === undefined || other === undefined) {
    return next;
  }
  next[at] = other;
  next[at + by] = own;
  return next;
}

export const requirementKinds = [
  'education',
  'major',
  'experience',
  'skill',
  'language',
  'protected',
] as const;
type RequirementKind = Requirement['kind'];

/** Degrees in rising order, as the contract has them. */
export const degreeNames = [
  'none',
  'secondary',
  'associate',
  'bachelor',
  'master',
  'doctor',
] as const;
/** What kind of work a position is, as the contract has them: the bank's questions are chosen by it. */
export const attributeNames = [
  'service',
  'retail',
  'technical',
  'sales',
  'management',
  'analysis',
] as const satisfies readonly PositionContent['attribute'][];
export const protectedNames = ['age', 'sex', 'marriage', 'hukou', 'ethnicity', 'health'] as const;

/** A new rule of a kind with an id that the others do not have. */
export function newRequirement(kind: RequirementKind, others: readonly Requirement[]): Requirement {
  const taken = new Set(others.map(({ id }) => id));
  let number = 1;
  while (taken.has(`${kind}-${number}`)) {
    number += 1;
  }
  const id = `${kind}-${number}`;
  switch (kind) {
    case 'education':
      return { id, kind, minDegree: 'associate' };
    case 'experience':
      return { id, kind, minYears: 1 };
    case 'protected':
      return { id, kind, attribute: 'age', condition: '', legalGround: '' };
    default:
      return { id, kind, anyOf: [] };
  }
}

/** Words as typed with commas of either script. */
export function wordsIn(typed: string): string[] {
  return typed
    .split(/[,，、;；\n]/)
    .map((word) => word.trim())
    .filter(Boolean);
}

/** Switched on without its ground in words. */
export function groundless(setting: { on: boolean; lawfulGround: string } | undefined): boolean {
  return setting?.on === true && setting.lawfulGround.trim().length < 4;
}

/** What the server would refuse, as keys of `position.fault`; said before saving. */
export function faultsOf(content: PositionContent): string[] {
  const faults: string[] = [];
  if (weightSum(content.model.dimensions) !== 100) {
    faults.push('weights');
  }
  if (groundless(content.automation.rejectBelowThreshold)) {
    faults.push('lawfulGround');
  }
  if (groundless(content.plan.faceObservation)) {
    faults.push('faceGround');
  }
  const bare = (rule: Requirement) =>
    rule.kind === 'protected'
      ? rule.legalGround.trim().length < 4 || rule.condition.trim() === ''
      : 'anyOf' in rule && rule.anyOf.length === 0;
  if (content.requirements.some(bare)) {
    faults.push('rules');
  }
  if (guardOf(content).some(({ verdict }) => verdict === 'refused')) {
    faults.push('guard');
  }
  if (content.plan.questionCodes.length === 0) {
    faults.push('plan');
  }
  return faults;
}

/** Dimensions in the plan's questions that nobody asks about. */
export function unasked(content: PositionContent): Dimension[] {
  const asked = new Set(
    content.questions
      .filter(({ code }) => content.plan.questionCodes.includes(code))
      .flatMap(({ dimensions }) => dimensions),
  );
  return content.model.dimensions.filter(({ code }) => !asked.has(code));
}

/** Minutes that the planned questions take, thinking and answering. */
export function minutesOf(content: PositionContent): number {
  const seconds = content.questions
    .filter(({ code }: Question) => content.plan.questionCodes.includes(code))
    .reduce((sum, question) => sum + question.thinkingSeconds + question.answerSeconds, 0);
  return Math.ceil(seconds / 60);
}
