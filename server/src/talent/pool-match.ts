import type { PositionContent } from '@zhiyu/contracts/position';
import type { ParsedResume } from '@zhiyu/contracts/resume';
import type { PoolProfile } from '@zhiyu/contracts/pool-profile';
import { type LanguageLevel, type Move, reaches } from '@zhiyu/contracts/pool-values';
import type { PoolReason, SearchPool } from '@zhiyu/contracts/talent-pool';
import { verdictOf } from '@zhiyu/contracts/total';
import type { Verdict } from '@zhiyu/contracts/scoring';
import type { StaffLanguage } from '@zhiyu/contracts/staff';
import { screen } from '../recruiting/screening.rules.js';
import { screeningIn } from '../recruiting/screening-words.js';

/** One dimension of a person's newest interview, points 0-100. */
export interface Measured {
  code: string;
  value: number | null;
  standardError: number | null;
}

export interface Known {
  resume: ParsedResume | null;
  measured: Measured[];
  /** Total of the newest interview. */
  total: { value: number; standardError: number } | null;
}

export interface Wanted {
  content: PositionContent;
  version: number;
  /** Name of a dimension in the reader's language. */
  nameOf: (code: string) => string;
  /** Of who reads the reasons. */
  language: StaffLanguage;
}

const outcomeOf: Record<Verdict, PoolReason['outcome']> = {
  meets: 'held',
  below: 'failed',
  crosses: 'unknown',
  unknown: 'unknown',
};

function ofRules({ resume }: Known, wanted: Wanted, now: number): PoolReason[] {
  if (resume === null) {
    return [];
  }
  const { content, version, language } = wanted;
  const decided = screen(content.requirements, resume, version, now);
  const { rules } = screeningIn(decided, language);
  return rules.map(({ rule, outcome, found, line }) => ({
    ...{ kind: 'rule', text: rule, outcome, found, line },
  }));
}

/** The score of another model says something only through the dimensions that both have. */
function ofDimensions({ measured }: Known, { content, nameOf }: Wanted): PoolReason[] {
  return content.model.dimensions.flatMap(({ code, requirement }): PoolReason[] => {
    const known = measured.find((one) => one.code === code);
    if (known?.value == null) {
      return [];
    }
    const value = { value: known.value, standardError: known.standardError ?? 0 };
    const outcome = outcomeOf[verdictOf(value, requirement)];
    const found = String(Math.round(known.value));
    return [{ kind: 'dimension', text: nameOf(code), outcome, found, line: null }];
  });
}

function ofInterview({ total, measured }: Known, { content }: Wanted): PoolReason {
  const { threshold, dimensions, greyZone } = content.model;
  const same = dimensions.filter(({ code }) =>
    measured.some((one) => one.code === code && one.value !== null),
  ).length;
  const outcome = total && same > 0 ? outcomeOf[verdictOf(total, threshold, greyZone)] : 'unknown';
  const found = total ? `${String(same)}/${String(dimensions.length)}` : '';
  return { kind: 'interview', text: String(Math.round(threshold)), outcome, found, line: null };
}

/**
 * What speaks for somebody in a position and what against it, each with its source; never a percentage.
 * Pure: `now` (milliseconds) ends work that still goes on.
 */
export function reasonsFor(known: Known, wanted: Wanted, now: number): PoolReason[] {
  return [
    ...ofRules(known, wanted, now),
    ofInterview(known, wanted),
    ...ofDimensions(known, wanted),
  ];
}

/** Nothing speaks against it, and something of the résumé or the interview for it. */
export function fitsBy(reasons: readonly PoolReason[]): boolean {
  const has = (outcome: PoolReason['outcome']) => reasons.some((one) => one.outcome === outcome);
  return has('held') && !has('failed');
}

/** More that holds first, then less that fails, then the newer evidence. */
export function betterFirst(
  one: { reasons: PoolReason[]; evidenceAt: number },
  other: { reasons: PoolReason[]; evidenceAt: number },
): number {
  const count = (reasons: PoolReason[], outcome: PoolReason['outcome']) =>
    reasons.filter((reason) => reason.outcome === outcome).length;
  return (
    count(one.reasons, 'failed') - count(other.reasons, 'failed') ||
    count(other.reasons, 'held') - count(one.reasons, 'held') ||
    other.evidenceAt - one.evidenceAt
  );
}

/**
 * Every word of the search stands somewhere: in a skill, an employer, a title, a subject, a language, the position
 * applied for, a tag. Not in names and schools: they tell who somebody is, and say nothing of what he can do.
 */
export function findsWords(
  q: string,
  of: { resume: ParsedResume | null; positionName: string; tags: readonly string[] },
): boolean {
  const { resume, positionName, tags } = of;
  const words = q
    .normalize('NFKC')
    .toLowerCase()
    .split(/[\s,，、;；]+/)
    .filter((word) => word !== '');
  const text = [
    positionName,
    ...tags,
    ...(resume?.skills.flatMap(({ value, code }) => [value, code ?? '']) ?? []),
    ...(resume?.work.flatMap(({ company, title, description }) => [
      ...[company?.value ?? '', title?.value ?? '', description?.value ?? ''],
    ]) ?? []),
    ...(resume?.education.flatMap(({ major }) => major?.value ?? '') ?? []),
    ...(resume?.languages.map(({ value }) => value) ?? []),
  ]
    .join('\n')
    .normalize('NFKC')
    .toLowerCase();
  return words.every((word) => text.includes(word));
}

/** Lives there, speaks that well enough, would move so far: only by what the person said. */
export function livesAndSpeaks(
  profile: PoolProfile | null,
  { country, language, level, move }: Pick<SearchPool, 'country' | 'language' | 'level' | 'move'>,
): boolean {
  const said = profile ?? { country: null, languages: [], move: null };
  return (
    (country === undefined || said.country === country) &&
    (language === undefined || speaks(said, language, level)) &&
    (move === undefined || movesSo(said.move, move))
  );
}

function speaks(
  { languages }: PoolProfile,
  language: string,
  least: LanguageLevel = 'A1',
): boolean {
  return languages.some(({ code, level }) => code === language && reaches(level, least));
}

/** Who would go abroad would also move within the country. */
function movesSo(said: Move | null, wanted: Move): boolean {
  return said === wanted || (wanted === 'inCountry' && said === 'abroad');
}
