import type { Locale } from './basics.js';
import type { Degree, Requirement } from './position.js';
import type { StaffLanguage } from './staff.js';

/** Degrees as a reader of the language knows them; the reader of résumés finds each of the first two in a text. */
export const degreeNames: Record<Locale, Record<Degree, string>> = {
  zh: {
    none: '初中及以下',
    secondary: '高中/中专',
    associate: '大专',
    bachelor: '本科',
    master: '硕士',
    doctor: '博士',
  },
  en: {
    none: 'No degree',
    secondary: 'Secondary school',
    associate: 'Associate degree',
    bachelor: 'Bachelor’s degree',
    master: 'Master’s degree',
    doctor: 'Doctorate',
  },
  ja: {
    none: '中学まで',
    secondary: '高校',
    associate: '短大・専門',
    bachelor: '学士',
    master: '修士',
    doctor: '博士',
  },
  fr: {
    none: 'sans diplôme',
    secondary: 'secondaire',
    associate: 'bac+2/3',
    bachelor: 'licence',
    master: 'master',
    doctor: 'doctorat',
  },
};

/** What a rule asks, without who wrote it and why. */
export type Asked =
  | { kind: 'education'; minDegree: Degree }
  | { kind: 'experience'; minYears: number; in?: string[] | undefined }
  | { kind: 'major' | 'skill' | 'language'; anyOf: string[] }
  | { kind: 'protected'; condition: string };

/** So many words that mean the same are named: a rule is read at a glance. */
const namedAtMost = 3;

interface Words {
  /** The first few of a list. */
  some: (words: readonly string[], atMost: number) => string;
  education: (degree: Degree) => string;
  experience: (years: number) => string;
  experienceIn: (years: number, words: string) => string;
  major: (words: string) => string;
  skill: (words: string) => string;
  language: (words: string) => string;
}

const han = /\p{Script=Han}/u;

/** Lists hold words of several languages that mean the same: those that an English reader can read come first. */
function someInEnglish(words: readonly string[], atMost: number): string {
  const readable = [...words].sort((a, b) => Number(han.test(a)) - Number(han.test(b)));
  const named = readable.slice(0, atMost);
  const more = words.length - named.length;
  if (more > 0) {
    return `${named.join(', ')} or ${String(more)} more`;
  }
  const last = named.pop() ?? '';
  return named.length === 0 ? last : `${named.join(', ')} or ${last}`;
}

const yearsInEnglish = (years: number) => `${String(years)} ${years === 1 ? 'year' : 'years'}`;

const sentences: Record<StaffLanguage, Words> = {
  zh: {
    some: (words, atMost) =>
      words.slice(0, atMost).join('、') + (words.length > atMost ? '等' : ''),
    education: (degree) => `学历不低于${degreeNames.zh[degree]}`,
    experience: (years) => `工作经验不少于 ${String(years)} 年`,
    experienceIn: (years, words) => `${words}相关工作经验不少于 ${String(years)} 年`,
    major: (words) => `专业为${words}之一`,
    skill: (words) => `掌握${words}之一`,
    language: (words) => `会${words}之一`,
  },
  en: {
    some: someInEnglish,
    education: (degree) => `Education: ${degreeNames.en[degree]} or higher`,
    experience: (years) => `At least ${yearsInEnglish(years)} of work`,
    experienceIn: (years, words) => `At least ${yearsInEnglish(years)} of work in ${words}`,
    major: (words) => `Major: ${words}`,
    skill: (words) => `Skill: ${words}`,
    language: (words) => `Language: ${words}`,
  },
};

/**
 * A rule as HR reads it. What the company wrote, the words of a list and the condition of a protected rule, stands as
 * it was written.
 * @param atMost words of a list that are named; a list of changes names them all
 */
export function ruleSentence(
  rule: Asked,
  language: StaffLanguage,
  atMost: number = namedAtMost,
): string {
  const say = sentences[language];
  switch (rule.kind) {
    case 'education':
      return say.education(rule.minDegree);
    case 'experience':
      return rule.in === undefined || rule.in.length === 0
        ? say.experience(rule.minYears)
        : say.experienceIn(rule.minYears, say.some(rule.in, atMost));
    case 'protected':
      return rule.condition;
    default:
      return say[rule.kind](say.some(rule.anyOf, atMost));
  }
}

/** What is kept of a rule beside a decision. */
export function askedOf(rule: Requirement): Asked {
  switch (rule.kind) {
    case 'education':
      return { kind: rule.kind, minDegree: rule.minDegree };
    case 'experience':
      return { kind: rule.kind, minYears: rule.minYears, in: rule.in };
    case 'protected':
      return { kind: rule.kind, condition: rule.condition };
    default:
      return { kind: rule.kind, anyOf: rule.anyOf };
  }
}
