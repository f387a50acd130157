import { degreeNames, ruleSentence } from '@zhiyu/contracts/rule-words';
import type { RuleResult, Screening } from '@zhiyu/contracts/screening';
import type { StaffLanguage } from '@zhiyu/contracts/staff';
import { type Found, type KeptRule, type KeptScreening, yearsFound } from './screening-finding.js';

const sentences: Record<StaffLanguage, Record<Found['is'], string>> = {
  zh: {
    anyDegree: '不限学历',
    noDegree: '简历里没有找到学历',
    degree: '{degree}',
    unsureDegree: '{degree}（读得不准，请核对）',
    degreeBesideOpen: '{degree}，另有学历没有写明',
    noMajor: '简历里没有找到专业',
    words: '{words}',
    anyExperience: '不限经验',
    years: '共 {years} 年',
    yearsBesideOpen: '共 {years} 年，另有经历没有写明时间',
    noSuchWork: '没有相关的工作经历',
    noWork: '简历里没有找到工作经历',
    notMentioned: '简历里没有提到',
    otherLevel: '写的是{words}，要的是{wanted}',
    noLevel: '{words}，没有看到{wanted}',
    byPerson: '由人核对，系统不判断',
  },
  en: {
    anyDegree: 'Any education will do',
    noDegree: 'No degree found in the résumé',
    degree: '{degree}',
    unsureDegree: '{degree} (read with doubt, please check)',
    degreeBesideOpen: '{degree}, beside a school whose degree isn’t stated',
    noMajor: 'No major found in the résumé',
    words: '{words}',
    anyExperience: 'No experience needed',
    years: 'Years in all: {years}',
    yearsBesideOpen: 'Years in all: {years}, beside work without dates',
    noSuchWork: 'No work of this kind',
    noWork: 'No work found in the résumé',
    notMentioned: 'Not mentioned in the résumé',
    otherLevel: 'It says {words}, {wanted} is asked for',
    noLevel: '{words}, {wanted} not found',
    byPerson: 'For a person to check, the system doesn’t judge it',
  },
};

const listed: Record<StaffLanguage, string> = { zh: '、', en: ', ' };

const where: Record<StaffLanguage, (line: number) => string> = {
  zh: (line) => `，简历第 ${String(line)} 行`,
  en: (line) => `, résumé line ${String(line)}`,
};

/** Decisions from before facts were kept have the line in the sentence. */
const whereKept = /，简历第 \d+ 行$/;

function valuesOf(found: Found, language: StaffLanguage): Record<string, string> {
  if ('degree' in found) {
    return { degree: degreeNames[language][found.degree] };
  }
  if ('years' in found) {
    return { years: found.years.toFixed(1) };
  }
  if ('wanted' in found) {
    return { words: found.words, wanted: found.wanted };
  }
  return 'words' in found ? { words: found.words.join(listed[language]) } : {};
}

function foundSentence(found: Found, language: StaffLanguage): string {
  const values = valuesOf(found, language);
  return sentences[language][found.is].replace(
    /\{(\w+)\}/g,
    (whole, place: string) => values[place] ?? whole,
  );
}

/** A rule and what it found, in the reader's language and without the line; an old one as it was written. */
export function ruleWords(
  kept: KeptRule | RuleResult,
  language: StaffLanguage,
): Pick<RuleResult, 'rule' | 'found'> {
  return 'asked' in kept
    ? { rule: ruleSentence(kept.asked, language), found: foundSentence(kept.found, language) }
    : { rule: kept.rule, found: kept.found.replace(whereKept, '') };
}

/** The same with the line. */
export function ruleIn(kept: KeptRule | RuleResult, language: StaffLanguage): RuleResult {
  const { rule, found } = ruleWords(kept, language);
  const worded = { rule, found: found + (kept.line === null ? '' : where[language](kept.line)) };
  if (!('asked' in kept)) {
    return { ...kept, ...worded, asStored: true };
  }
  const { ruleId, asked, outcome, line, lineText } = kept;
  const years = yearsFound(kept.found);
  return {
    ...{ ruleId, kind: asked.kind, outcome, line, lineText, ...worded },
    ...(years === undefined ? {} : { years }),
  };
}

/** What the rules decided, for a reader of the language. */
export function screeningIn(kept: KeptScreening, language: StaffLanguage): Screening {
  return { ...kept, rules: kept.rules.map((one) => ruleIn(one, language)) };
}
