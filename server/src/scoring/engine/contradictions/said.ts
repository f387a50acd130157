import type { ContradictionKind } from '@zhiyu/contracts/contradictions';
import { splitClauses } from '../clauses.js';
import type { AssessedAnswer, Clause } from '../engine.types.js';
import { joinTranscript, type JoinedTranscript } from '../transcript-text.js';
import type { ResumeBasis, ResumeEntry, ResumeLine } from './resume-basis.js';

/** A clause with where it stands and what it speaks of. */
export interface Said {
  answer: AssessedAnswer;
  joined: JoinedTranscript;
  clause: Clause;
  /** Answers to follow-ups go on with the same story. */
  story: string;
  /** The résumé's job or project that the words are about; null where none or several were named. */
  entry: ResumeEntry | null;
  /** Name of the place that was spoken of last, of the résumé or not; null where there was none. */
  place: string | null;
  before: Clause | null;
}

export type Side = { said: Said } | { line: ResumeLine };

/** Two passages that say one thing differently. */
export interface Apart {
  kind: ContradictionKind;
  one: Side;
  other: Side;
}

/** All that the rules read. */
export interface Material {
  said: Said[];
  resume: ResumeBasis | null;
}

/** How far back a named place still holds, in clauses. */
const reach = 3;
const elsewhere = /换了?|另[一外]|下一家|新公司|别的|其他|上一?家|第[一二三四五]家/u;
const legal =
  /(?:股份)?(?:有限)?(?:责任)?公司$|集团$|\b(?:inc|ltd|llc|co|corp)\.?$|\([^)]*\)|（[^）]*）/giu;
const general = /超市|科技|软件|银行|商场|百货|信息|网络|贸易|物流|餐饮$/gu;

/** The ways an employer is called: as written, without what every company's name has, its first English word. */
function namesOf({ name }: ResumeEntry): string[] {
  const plain = name.toLowerCase().replace(legal, '').trim();
  const short = plain.replace(general, '');
  const english = /^[a-z]{4,}/.exec(plain)?.[0];
  return [...new Set([plain, short, english ?? ''])].filter(
    (one) => one.length >= (/^[a-z]/.test(one) ? 4 : 2),
  );
}

const named =
  /在(?<name>[\p{Script=Han}]{3,8}?)(?:的时候|那时|时候|期间|$|(?=上班|工作|任职|就职))/u;
const unnamed =
  /^(?:第|那|这|某|一|我|他|你|家|上|下|前|学|实习|工作)|学校|大学|公司|单位|之前|项目|活动|团队|部门|时候|店里|期间|里面|情况/u;

function placeIn(clause: Clause): string | null {
  const name = named.exec(clause.plain)?.groups?.['name'] ?? null;
  return name === null || unnamed.test(name) ? null : name;
}

/** The clauses of all answers with what they speak of, in the order of the interview. */
export function materialOf(answers: AssessedAnswer[], resume: ResumeBasis | null): Material {
  const entries = resume ? [...resume.work, ...resume.projects] : [];
  const said = answers.flatMap((answer) => {
    const { transcript, question } = answer;
    if (!transcript || question.kind === 'coding') return [];
    const joined = joinTranscript(transcript);
    const clauses = splitClauses(joined, []);
    const story = answer.follows ?? answer.answerId;
    return clauses.map((clause, i) => ({
      ...{ answer, joined, clause, story },
      ...spokenOf(clauses.slice(Math.max(0, i - reach), i + 1), entries),
      before: clauses[i - 1] ?? null,
    }));
  });
  return { said, resume };
}

function spokenOf(clauses: Clause[], entries: ResumeEntry[]): Pick<Said, 'entry' | 'place'> {
  for (const clause of [...clauses].reverse()) {
    const found = entries.filter((entry) =>
      namesOf(entry).some((name) => clause.plain.includes(name)),
    );
    const entry = found.length === 1 ? (found[0] ?? null) : null;
    const place = entry?.name ?? placeIn(clause);
    if (place !== null || found.length > 1) return { entry, place };
    if (elsewhere.test(clause.plain)) return { entry: null, place: null };
  }
  return { entry: null, place: null };
}

const others =
  /同事|同学|同行|行业|对手|竞品|店长|经理|主管|总监|领导|老板|组长|师傅|顾客|客户|客人|[妹姐弟哥]|朋友|爸|妈|父|母|老公|老婆|儿子|女儿|新人|别人|他|[^我]们公司|\b(?:my (?:manager|boss|colleague|friend|brother|sister|team ?mate)s?|he|she|they|his|her)\b/iu;
const unreal =
  /如果|要是|假如|万一|打算|希望|计划|准备|目标|想|将来|以后我|贵公司|\b(?:if|would|will|plan|hope|want|like to|going to)\b/iu;

/** Said of somebody else, or of what is only wished or supposed; `before` are the clause's words up to the fact. */
export function isOwnAndReal(before: string): boolean {
  return !unreal.test(before) && isOwn(before);
}

/** Whether the words before a fact leave it the speaker's own. */
export function isOwn(before: string): boolean {
  const last = [...before.matchAll(new RegExp(others, 'giu'))].at(-1);
  if (!last) return true;
  const after = before.slice(last.index + last[0].length);
  return /我(?!们?(?:店长|经理|主管|老板|同事))|\bi\b/iu.test(after);
}

/** Both speak of the same named place, or of none in one story. */
export function sameSubject(a: Said, b: Said): boolean {
  return a.place === b.place && (a.place !== null || a.story === b.story);
}

/** Every two of a list, the earlier first. */
export function pairs<T>(list: readonly T[]): [T, T][] {
  return list.flatMap((one, i) => list.slice(i + 1).map((other): [T, T] => [one, other]));
}
