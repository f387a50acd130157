import {
  apart,
  durationPattern,
  englishNumber,
  englishNumeral,
  type Range,
  yearsIn,
} from './amounts.js';
import { type Found, firstOf } from './found.js';
import { type ResumeBasis, type ResumeLine, yearsOf, yearsSinceFirst } from './resume-basis.js';
import { type Apart, isOwnAndReal, type Material, pairs, type Said, sameSubject } from './said.js';

interface Duration {
  said: Said;
  years: Range;
  /** `total`, `field:…`, `project`, `place`; only durations of one thing are held together. */
  about: string;
  /** The whole stay, not a task within it: only then can it also be too short. */
  whole: boolean;
}

const doing = new RegExp(
  `(?<verb>做|干|待|呆|工作|上班|任职|就职|从业|当)(?<obj>[^\\d一二两三四五六七八九十半几]{0,6}?)[过了满有]?${durationPattern}(?<then>以后|之后|后|的时候|的)?`,
  'u',
);
const experience = new RegExp(
  `${durationPattern}的?(?<field>[\\p{Script=Han}]{0,6}?)(?:经验|经历)`,
  'u',
);
const stay = /^[待呆]|工作|上班|[任就]职/u;
const wholeProject = /(?:这个|整个|该)(?:项目|活动|方案)|^(?:项目|活动|方案).{0,6}$/u;
const working = /^(?:工作|从业|职场|上班|全职|work(?:ing)?|professional)?$/u;

/** 销售做, 理货，: the thing itself. */
function fieldOf(words: string): string {
  return words.replace(/[做干过了的]/gu, '').trim();
}

function chinese(said: Said): Duration[] {
  const { plain } = said.clause;
  const told = firstOf(plain, experience);
  if (told && isOwnAndReal(told.before)) {
    return made(said, yearsIn(told), aboutField(told.group('field')), true);
  }
  const found = firstOf(plain, doing);
  if (!found || found.group('then') !== '' || !isOwnAndReal(found.before)) return [];
  if (/第|前|头|每|多少/u.test(found.before.slice(-2))) return [];
  if (wholeProject.test(found.before)) return made(said, yearsIn(found), 'project', true);
  if (/项目|活动|需求|方案/u.test(found.before)) return [];
  return made(said, yearsIn(found), aboutDoing(said, found), stay.test(found.group('verb')));
}

function aboutDoing(said: Said, { group }: Found): string {
  const field = fieldOf(group('obj'));
  if (said.entry) return 'place';
  if (field !== '') return `field:${field}`;
  return /工作|上班|从业/u.test(group('verb')) && said.place === null ? 'total' : '';
}

function aboutField(words: string): string {
  return working.test(words) ? 'total' : `field:${fieldOf(words)}`;
}

const englishStay = new RegExp(
  `\\b(?:worked|was|been|stayed) (?:there |at |for |with )[^,.;]{0,40}?\\bfor (?:about |over |almost )?(?<n>${englishNumeral}) years?`,
  'i',
);
const englishExperience = new RegExp(
  `\\b(?<n>${englishNumeral}) years? of (?<field>[a-z ]{0,20}?)\\s?experience`,
  'i',
);

const englishSpent = new RegExp(`\\bspent (?<n>${englishNumeral}) years? (?:at|with) `, 'i');

function english(said: Said): Duration[] {
  const { plain } = said.clause;
  const told = firstOf(plain, englishExperience);
  const found = told ?? firstOf(plain, englishStay, englishSpent);
  if (!found || !isOwnAndReal(found.before)) return [];
  const years = englishNumber(found.group('n'));
  const at = said.entry ? 'place' : '';
  return made(said, [years, years + 0.9], told ? aboutField(told.group('field')) : at, true);
}

function made(said: Said, years: Range | null, about: string, whole: boolean): Duration[] {
  return years && about !== '' ? [{ said, years, about, whole }] : [];
}

const slack = { least: 0.5, share: 0.15 };
/** Jobs left out of a résumé, and months before the first one. */
const spanSlack = 1.5;

function againstResume(one: Duration, resume: ResumeBasis): Apart[] {
  const line = one.about === 'place' ? stayOff(one, resume) : spanOff(one, resume);
  return line ? [{ kind: 'duration', one: { said: one.said }, other: { line } }] : [];
}

function stayOff({ said, years, whole }: Duration, { work, asOf }: ResumeBasis): ResumeLine | null {
  const stays = work.filter(({ name }) => name === said.entry?.name);
  const [stay] = stays;
  const written = stay && stays.length === 1 ? yearsOf(stay, asOf) : null;
  if (!stay || !written || !apart(years, written, slack)) return null;
  return whole || years[0] > written[1] ? stay.head : null;
}

function spanOff({ about, years }: Duration, resume: ResumeBasis): ResumeLine | null {
  const since = about === 'project' ? null : yearsSinceFirst(resume);
  return since && years[0] > since.years + spanSlack ? since.first.head : null;
}

/** Who else's project it is that lasted longer. */
const another = /另|那个|第[一二三\d]|还有|别的|其中/u;

function differ(a: Duration, b: Duration): boolean {
  if (a.about !== b.about || !apart(a.years, b.years, slack)) return false;
  const words = a.said.clause.plain + b.said.clause.plain;
  if (a.about === 'project') return a.said.story === b.said.story && !another.test(words);
  if (a.about === 'place') return sameSubject(a.said, b.said) && a.whole && b.whole;
  return !another.test(words);
}

/** How long: at a place, in a field, altogether, on one project. */
export function durationsApart({ said, resume }: Material): Apart[] {
  const all = said.flatMap((one) => [...chinese(one), ...english(one)]);
  const between = pairs(all)
    .filter(([a, b]) => differ(a, b))
    .map(([a, b]) => ({
      kind: 'duration' as const,
      one: { said: a.said },
      other: { said: b.said },
    }));
  return [...(resume ? all.flatMap((one) => againstResume(one, resume)) : []), ...between];
}
