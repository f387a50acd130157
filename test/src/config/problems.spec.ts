import { loadProblems } from '@zhiyu/config/problems';
import type { Verdict } from '@zhiyu/contracts/judge';
import {
  difficulties,
  hiddenTests,
  type Problem,
  type ProblemTest,
  viewOf,
} from '@zhiyu/contracts/problem';
import { Judge } from '@zhiyu/server/platform/judge/judge';
import { Sandbox } from '@zhiyu/server/platform/sandbox/sandbox';
import { expect } from 'chai';

type Program = Problem['solutions'][number];

const problems = loadProblems();
const everything = ({ samples, groups }: Problem) => [...samples, ...hiddenTests({ groups })];

describe('the problems that come with the product', function () {
  this.timeout(120_000);
  const judge = new Judge(new Sandbox('bwrap'));

  after(() => {
    judge.onModuleDestroy();
  });

  async function verdictOn(problem: Problem, program: Program, test: ProblemTest) {
    const { language, source } = program;
    const { verdict } = await judge.judge({
      ...{ language, source, tests: [test] },
      limits: problem.limits,
    });
    return verdict;
  }

  /** The first that is not accepted: what comes after it need not be run. */
  async function firstRefusal(problem: Problem, program: Program): Promise<Verdict> {
    for (const test of everything(problem)) {
      const verdict = await verdictOn(problem, program, test);
      if (verdict !== 'accepted') {
        return verdict;
      }
    }
    return 'accepted';
  }

  for (const problem of problems) {
    it(`${problem.code}: every solution passes every test`, async () => {
      for (const solution of problem.solutions) {
        const runs = everything(problem).map((test) => verdictOn(problem, solution, test));
        expect([...new Set(await Promise.all(runs))]).to.deep.equal(['accepted']);
      }
    });

    for (const wrong of problem.wrong) {
      it(`${problem.code}: is not passed by «${wrong.why}»`, async () => {
        expect(await firstRefusal(problem, wrong)).to.equal(wrong.verdict);
      });
    }
  }

  it('show a candidate no hidden test, no solution and no wrong program', () => {
    for (const problem of problems) {
      const shown = JSON.stringify(viewOf(problem));
      const hidden = hiddenTests(problem).filter(({ stdin }) => stdin.length > 12);
      const secrets = [
        ...hidden.map(({ stdin }) => stdin),
        ...[...problem.solutions, ...problem.wrong].map(({ source }) => source),
      ];
      for (const secret of secrets) {
        expect(shown, problem.code).not.to.contain(JSON.stringify(secret).slice(1, -1));
      }
      expect(viewOf(problem)).not.to.have.any.keys('solutions', 'wrong');
    }
  });

  it('are twenty at least, of every difficulty', () => {
    expect(problems.length).to.be.greaterThan(19);
    expect(new Set(problems.map((each) => each.difficulty)).size).to.equal(difficulties.length);
  });

  it('fit what the judge takes', () => {
    for (const problem of problems) {
      const largest = Math.max(...everything(problem).map(({ stdin }) => stdin.length));
      expect(largest, problem.code).to.be.lessThan(1_000_000);
      expect(everything(problem).length, problem.code).to.be.lessThan(100);
    }
  });
});
