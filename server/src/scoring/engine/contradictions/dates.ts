import { firstOf } from './found.js';
import type { ResumeBasis, ResumeEntry } from './resume-basis.js';
import { type Apart, isOwnAndReal, type Material, pairs, type Said } from './said.js';

interface Year {
  said: Said;
  year: number;
  /** `college`, `master`: years of one graduation only. */
  about: string;
}

const graduated =
  /(?<year>(?:19|20)\d{2})年(?:\d+月)?份?(?:我)?(?<what>[^\d年]{0,8}?)毕业(?<of>的)?/u;
const graduatedEnglish =
  /\bgraduated (?:from [a-z ]{2,30} )?in (?:[a-z]+ )?(?<year>(?:19|20)\d{2})\b/iu;
const early = /高中|初中|中专|中学|小学|high school/iu;
const higher = /硕士|研究生|博士|master|phd/iu;
/** Two graduations in one life. */
const again = /专升本|升本|自考|函授|第二学位|成人/u;

function graduation(said: Said): Year[] {
  const { norm } = said.clause;
  const found = firstOf(norm, graduated, graduatedEnglish);
  if (!found || early.test(norm) || again.test(said.joined.text)) return [];
  const ofOthers = found.group('of') !== '' && /^(?!时候)\p{Script=Han}/u.test(found.after);
  if (ofOthers || !isOwnAndReal(found.before + found.whole)) return [];
  const about = higher.test(norm) ? 'higher' : 'college';
  return [{ said, year: Number(found.group('year')), about }];
}

function graduationsApart(all: Year[], resume: ResumeBasis | null): Apart[] {
  const kind = 'date';
  const ends = (resume?.degrees ?? []).flatMap(({ to, line }) => {
    const year = /^(?:19|20)\d{2}/.exec(to ?? '')?.[0];
    return year ? [{ year: Number(year), line }] : [];
  });
  const last = ends.at(0);
  const unwritten = all.filter(({ year }) => ends.every((end) => end.year !== year));
  const between = pairs(all).filter(([a, b]) => a.about === b.about && a.year !== b.year);
  return [
    ...(last
      ? unwritten.map(({ said }): Apart => ({ kind, one: { said }, other: { line: last.line } }))
      : []),
    ...between.map(([a, b]): Apart => ({ kind, one: { said: a.said }, other: { said: b.said } })),
  ];
}

const moved =
  /(?<year>(?:19|20)\d{2})年(?:\d+月)?份?(?<between>[^年\d]{0,12}?)(?<way>入职|加入|进入|离职|离开|辞职)/u;

const began = /从(?<year>(?:19|20)\d{2})年(?:\d+月)?份?(?<way>开始|起)/u;
const movedEnglish =
  /\bi (?<way>joined|left) [^,.;]{0,40}?\bin (?:[a-z]+ )?(?<year>(?:19|20)\d{2})\b/iu;

/** Coming to and leaving a job of the résumé. */
function movesApart(said: Said): Apart[] {
  const { entry, clause } = said;
  const found = firstOf(clause.norm, moved, ...starts(clause.norm), movedEnglish);
  if (!found || !entry || !isOwnAndReal(found.before)) return [];
  const came = /入职|加入|进入|开始|起|joined/u.test(found.group('way'));
  const written = yearIn(came ? entry.from : entry.to);
  if (written === null || written === Number(found.group('year'))) return [];
  return [{ kind: 'date', one: { said }, other: { line: entry.head } }];
}

/** 从 2016 年开始在…上班: the work itself, not a task of it. */
function starts(norm: string): RegExp[] {
  return /上班|工作$|任职|就职/u.test(norm) ? [began] : [];
}

function yearIn(value: string | null): number | null {
  return value !== null && /^\d{4}/.test(value) ? Number(value.slice(0, 4)) : null;
}

const workedAt =
  /(?<year>(?:19|20)\d{2})年(?:的时候|那时|我|那年)*在(?<name>[\p{Script=Han}]{2,10}?(?:公司|集团|银行|超市|酒店|商场|科技|医院|厂))(?:上班|工作|任职|就职|当|做)/u;
const aside = /兼职|实习|出差|驻场|外派|周末|假期|志愿/u;
const anyCompany = /^(?:一|这|那|某|第|我|家|外|互联|几)/u;

/** Employed at one place in a year that the résumé gives whole to another. */
function employersApart(said: Said, { work }: ResumeBasis): Apart[] {
  const { norm, plain } = said.clause;
  const found = firstOf(norm, workedAt);
  if (!found || said.entry || anyCompany.test(found.group('name')) || aside.test(plain)) return [];
  if (!isOwnAndReal(found.before)) return [];
  const [job, ...more] = work.filter((one) => holds(one, Number(found.group('year'))));
  if (!job || more.length > 0) return [];
  return [{ kind: 'employer', one: { said }, other: { line: job.head } }];
}

function holds({ from, to }: ResumeEntry, year: number): boolean {
  const first = yearIn(from);
  const last = to === 'now' ? Infinity : yearIn(to);
  return first !== null && last !== null && first < year && year < last;
}

/** When: graduation, coming and leaving, and where one worked in a year. */
export function datesApart({ said, resume }: Material): Apart[] {
  return [
    ...graduationsApart(said.flatMap(graduation), resume),
    ...(resume ? said.flatMap(movesApart) : []),
    ...(resume ? said.flatMap((one) => employersApart(one, resume)) : []),
  ];
}
