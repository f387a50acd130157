import { type Locale, type Text, textIn } from '@zhiyu/contracts/basics';
import type { JudgedGroup } from '@zhiyu/contracts/coding';
import type { Judgement, Verdict } from '@zhiyu/contracts/judge';
import type { Problem } from '@zhiyu/contracts/problem';

/** What the hidden tests said, as it is kept: with the groups of that day, because a problem may change. */
export interface Judged {
  verdict: Verdict;
  compile: string;
  engine: Judgement['engine'];
  groups: { name: Text; points: number }[];
  tests: { group: number; verdict: Verdict; timeMs: number; memoryKb: number }[];
}

/** Without a run (it did not compile) every test has the verdict of the whole. */
export function judgedOf(problem: Problem, judgement: Judgement): Judged {
  const { verdict, compile = '', engine } = judgement;
  return {
    verdict,
    compile,
    engine,
    groups: problem.groups.map(({ name, points }) => ({ name, points })),
    // The judge is given the tests group after group.
    tests: problem.groups
      .flatMap(({ tests }, group) => tests.map(() => group))
      .map((group, at) => {
        const test = judgement.tests[at];
        return {
          group,
          verdict: test?.verdict ?? verdict,
          timeMs: Math.round(test?.timeMs ?? 0),
          memoryKb: Math.round(test?.memoryKb ?? 0),
        };
      }),
  };
}

/** A group's points are given when all of its tests are passed: partial credit goes by groups. */
export function groupsOf(judged: Judged, locale: Locale): JudgedGroup[] {
  return judged.groups.map(({ name, points }, at) => {
    const tests = judged.tests.filter(({ group }) => group === at);
    const passed = tests.filter(({ verdict }) => verdict === 'accepted').length;
    return {
      name: textIn(name, locale),
      points,
      earned: tests.length > 0 && passed === tests.length ? points : 0,
      tests: tests.length,
      passed,
      verdict: tests.find(({ verdict }) => verdict !== 'accepted')?.verdict ?? 'accepted',
      timeMs: Math.max(0, ...tests.map(({ timeMs }) => timeMs)),
      memoryKb: Math.max(0, ...tests.map(({ memoryKb }) => memoryKb)),
    };
  });
}

/** 0-100: the share of the points that was earned. */
export function pointsOf(judged: Judged): number {
  const groups = groupsOf(judged, 'zh');
  const all = groups.reduce((sum, { points }) => sum + points, 0);
  const earned = groups.reduce((sum, group) => sum + group.earned, 0);
  return all > 0 ? Math.round((earned / all) * 1000) / 10 : 0;
}
