import { normalise, plainly } from '../normalise.js';
import { apart, englishNumber, englishNumeral, numeral, rangeOf } from './amounts.js';
import { firstOf } from './found.js';
import type { ResumeBasis, ResumeEntry, ResumeLine } from './resume-basis.js';
import { type Apart, isOwnAndReal, type Material, pairs, type Said, sameSubject } from './said.js';

/** A count or figure: what it counts, in which unit. */
interface Count {
  about: string;
  value: number;
}

const people = '(?:个|名|位)?(?:人|员工|组员|下属)';
const led = new RegExp(
  `(?:带领?|管理?|领导|手底?下有?|底下有?|下面有?)[了着有的]?(?<n>${numeral})${people}`,
  'u',
);
const grouped = new RegExp(
  `(?<group>小组|我们组|[我班]组|组里|团队|队伍|部门)里?(?:当时|总共|一共|共|大概|有|是|就)*(?<n>${numeral})${people}`,
  'u',
);
const groupOf = new RegExp(`(?<n>${numeral})${people}?的?(?<group>小组|班组|团队|队伍|部门)`, 'u');
const englishTeam = new RegExp(
  `\\b(?<lead>managed|led|ran|supervised)?\\s?(?:a |my )?team of (?<n>${englishNumeral})\\b`,
  'i',
);

/** People of a team, from words of an answer or a line of the résumé. */
function teamIn(words: string): Count[] {
  const text = plainly(words);
  const english = firstOf(text, englishTeam);
  if (english) {
    const about = english.group('lead') === '' ? 'group' : 'led';
    return [{ about, value: englishNumber(english.group('n')) }];
  }
  const team = firstOf(text, led, grouped, groupOf);
  const range = team && rangeOf(team.group('n'));
  if (!team || !range || range[0] !== range[1]) return [];
  const leads = /带|管|领导|手底?下|下面/u.test(team.before + team.whole);
  const group = team.group('group').replace(/.*组.*/u, 'group');
  return [{ about: leads ? 'led' : group, value: range[0] }];
}

const measure =
  /(?<noun>[\p{Script=Han}]{0,8}(?:率|额|量|时间|成本|数|单价|业绩|利润))(?:上|也|就)?(?:从[^,，]{1,10}?)?(?<verb>降低|下降|减少|缩短|降|提升|提高|增长|增加|上升|涨)(?<to>到|至)?[了为]?(?:将近|大概|大约|约)?(?<n>\d+(?:\.\d+)?)(?<unit>%|成|个百分点|万|元|天|小时|分钟|秒)/u;

/** A figure of what changed by or to how much. */
function figureIn(words: string): Count[] {
  const figure = firstOf(normalise(words), measure);
  if (!figure) return [];
  const { group } = figure;
  const thing =
    group('noun')
      .split(/[把将让使的我们上下]/u)
      .at(-1) ?? '';
  if (thing.length < 2) return [];
  const way = /降|减|缩/u.test(group('verb')) ? 'down' : 'up';
  const tenths = group('unit') === '成';
  const unit = tenths ? '%' : group('unit');
  const about = [thing, way + (group('to') === '' ? 'By' : 'To'), unit].join('|');
  return [{ about, value: Number(group('n')) * (tenths ? 10 : 1) }];
}

/** 线上订单准时率 and 准时率 are one thing. */
function sameThing(a: string, b: string): boolean {
  const [one = '', ...rest] = a.split('|');
  const [other = '', ...others] = b.split('|');
  return rest.join() === others.join() && (one.endsWith(other) || other.endsWith(one));
}

interface Kind {
  kind: 'team' | 'number';
  read: (words: string) => Count[];
  slack: { least: number; share: number };
  /** Words that tell of another time, place or case: then two figures are two facts. */
  other: RegExp;
}

const changing =
  /一开始|开始|最初|起初|刚|后来|原来|最多|有时|那天|当天|扩|增加到|减到|过[一二两三四五六七八九十\d]|面试|来了|\bat first\b|\blater\b|\bon (?:black|that|mon|tues|wednes|thurs|fri|satur|sun)/iu;
const another =
  /[月季周天日年]|第|后来|又|再|目标|计划|预计|实际|原来|开始|最|另|家店|门店|别的|其他/u;

const kinds: Kind[] = [
  { kind: 'team', read: teamIn, slack: { least: 1, share: 0.25 }, other: changing },
  { kind: 'number', read: figureIn, slack: { least: 1, share: 0.2 }, other: another },
];

interface SaidCount extends Count {
  said: Said;
}

interface WrittenCount extends Count {
  line: ResumeLine;
  entry: ResumeEntry;
}

function countsSaid(said: Said[], { read, other }: Kind): SaidCount[] {
  return said.flatMap((one) => {
    const { plain, text } = one.clause;
    if (other.test(plain) || !isOwnAndReal(plain.replace(/[带管].*$/u, ''))) return [];
    return read(text).map((count) => ({ ...count, said: one }));
  });
}

function countsWritten({ work, projects }: ResumeBasis, { read }: Kind): WrittenCount[] {
  return [...work, ...projects].flatMap((entry) =>
    entry.lines.flatMap((line) => read(line.text).map((count) => ({ ...count, line, entry }))),
  );
}

function far(a: number, b: number, { slack }: Kind): boolean {
  return apart([a, a], [b, b], slack);
}

/** A team is that of the named job; a figure's thing must be written once, and of no other job than the one spoken of. */
function against(one: SaidCount, written: WrittenCount[], kind: Kind): Apart[] {
  const { entry } = one.said;
  const same = written.filter((line) => sameThing(line.about, one.about));
  const here = kind.kind === 'team' ? same.filter((line) => line.entry === entry) : same;
  const line = here[0];
  if (!line || here.length !== 1 || (entry && line.entry !== entry)) return [];
  if (!far(line.value, one.value, kind)) return [];
  return [{ kind: kind.kind, one: { said: one.said }, other: { line: line.line } }];
}

/** How many people a team has, and how much a thing changed. */
export function countsApart({ said, resume }: Material): Apart[] {
  return kinds.flatMap((kind) => {
    const all = countsSaid(said, kind);
    const written = resume ? countsWritten(resume, kind) : [];
    const between = pairs(all).filter(
      ([a, b]) =>
        sameThing(a.about, b.about) && subject(kind, a.said, b.said) && far(a.value, b.value, kind),
    );
    return [
      ...all.flatMap((one) => against(one, written, kind)),
      ...between.map(([a, b]): Apart => {
        return { kind: kind.kind, one: { said: a.said }, other: { said: b.said } };
      }),
    ];
  });
}

function subject({ kind }: Kind, a: Said, b: Said): boolean {
  return kind === 'number' ? a.story === b.story : sameSubject(a, b);
}
