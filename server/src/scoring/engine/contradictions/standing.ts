import type { Degree } from '@zhiyu/contracts/position';
import { degrees } from '@zhiyu/contracts/position';
import { firstOf } from './found.js';
import type { ResumeBasis, ResumeEntry } from './resume-basis.js';
import { type Apart, isOwnAndReal, type Material, pairs, type Said } from './said.js';

const names: [RegExp, Degree][] = [
  [/高中|中专|职高/u, 'secondary'],
  [/大专|专科/u, 'associate'],
  [/本科|学士|\bbachelor/iu, 'bachelor'],
  [/硕士|研究生|\bmaster/iu, 'master'],
  [/博士|\b(?:phd|doctorate)\b/iu, 'doctor'],
];

interface SaidDegree {
  said: Said;
  rank: number;
  /** 学历是… names the highest one; …毕业 one of them. */
  highest: boolean;
}

const word = '(?<d>高中|中专|职高|大专|专科|本科|学士|硕士|研究生|博士)';
const stated = new RegExp(`学历(?:是|为|[:：])?${word}`, 'u');
const had = new RegExp(`${word}(?:学历|(?:大学)?毕业(?!论文|设计|生?的))`, 'u');
const hadEnglish =
  /\b(?:have|hold|got|earned) (?:a|my) (?<d>bachelor|master|phd|doctorate)(?:'s)?\b/iu;
const underWay = /正在|在读|准备|[在备]考|想|打算|自考|升本|同等|要求|需要/u;

function rankOf(name: string): number {
  const degree = names.find(([pattern]) => pattern.test(name))?.[1];
  return degree ? degrees.indexOf(degree) : -1;
}

function degreesIn(said: Said): SaidDegree[] {
  const { plain } = said.clause;
  const found = firstOf(plain, stated, had, hadEnglish);
  const rank = found ? rankOf(found.group('d')) : -1;
  if (!found || rank < 0 || underWay.test(plain) || !isOwnAndReal(found.before)) return [];
  return [{ said, rank, highest: stated.test(plain) || /最高/u.test(plain) }];
}

function degreesApart(all: SaidDegree[], resume: ResumeBasis | null): Apart[] {
  const kind = 'degree';
  const written = [...(resume?.degrees ?? [])].sort(
    (a, b) => degrees.indexOf(b.degree) - degrees.indexOf(a.degree),
  )[0];
  const top = written ? degrees.indexOf(written.degree) : -1;
  const off = written
    ? all.filter(({ rank, highest }) => (highest ? rank !== top : rank > top))
    : [];
  const between = pairs(all).filter(([a, b]) => cannotBoth(a, b) || cannotBoth(b, a));
  return [
    ...off.flatMap(({ said }): Apart[] =>
      written ? [{ kind, one: { said }, other: { line: written.line } }] : [],
    ),
    ...between.map(([a, b]): Apart => ({ kind, one: { said: a.said }, other: { said: b.said } })),
  ];
}

function cannotBoth(a: SaidDegree, b: SaidDegree): boolean {
  return a.highest && (b.highest ? b.rank !== a.rank : b.rank > a.rank);
}

/** How far up, from the work itself to running a company; the highest that a title says. */
const ladder: RegExp[] = [
  /员$|员工|助理|专员|实习|工程师|柜员|顾问|代表|老师|associate|assistant|engineer|clerk/iu,
  /组长|领班|班长|team lead|supervisor/iu,
  /主管|主任/u,
  /店长|经理|manager/iu,
  /总监|总经理|副总|director|head of/iu,
];

function stepOf(title: string): number {
  const steps = ladder.map((pattern, i) => (pattern.test(title) ? i + 1 : 0));
  return Math.max(...steps);
}

const wasRole =
  /我[^,，。让叫跟向给和对]{0,14}?(?:是|担任|任|当)(?:过|了)?(?:一名|一个)?(?<role>[\p{Script=Han}]{0,4}?(?:店长|总监|总经理|经理|主管))$/u;
const minor = /代理|代店|副|兼|项目|活动|小组|学生|班|想|见习|储备/u;

/** Two steps apart: one step up is what people grow within a job. */
const stepsApart = 2;

function rolesApart(said: Said): Apart[] {
  const { entry, clause } = said;
  const role = firstOf(clause.plain, wasRole)?.group('role');
  const others = !isOwnAndReal(clause.plain.split('我')[0] ?? '');
  if (!role || !entry || minor.test(clause.plain) || others) return [];
  return isAbove(role, entry) ? [{ kind: 'role', one: { said }, other: { line: entry.head } }] : [];
}

/** Nothing in the entry says the role, and its title stands well under it. */
function isAbove(role: string, entry: ResumeEntry): boolean {
  const written = stepOf(entry.role);
  const known = [entry.role, ...entry.lines.map(({ text }) => text)].join('\n');
  return written > 0 && !known.includes(role.slice(-2)) && stepOf(role) - written >= stepsApart;
}

/** Degree and role. */
export function standingApart({ said, resume }: Material): Apart[] {
  return [
    ...degreesApart(said.flatMap(degreesIn), resume),
    ...(resume ? said.flatMap(rolesApart) : []),
  ];
}
