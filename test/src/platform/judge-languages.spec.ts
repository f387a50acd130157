import { programLanguages, type Submission } from '@zhiyu/contracts/judge';
import { Judge } from '@zhiyu/server/platform/judge/judge';
import { Sandbox } from '@zhiyu/server/platform/sandbox/sandbox';
import { expect } from 'chai';
import { obedient, unreadable } from './judge-programs.js';

const limits = { timeMs: 300, memoryMb: 64 };

describe('the judge', function () {
  this.timeout(60_000);
  const judge = new Judge(new Sandbox('bwrap'));
  const judged = (submission: Submission) => judge.judge({ limits, ...submission });

  after(() => {
    judge.onModuleDestroy();
  });

  it('knows five languages where bubblewrap and the compilers are installed', () => {
    expect(judge.available()).to.deep.equal({
      engine: 'bubblewrap',
      languages: [...programLanguages],
    });
  });

  for (const language of programLanguages) {
    it(`tells every verdict of a program in ${language}, test by test`, async () => {
      const tests = [
        { stdin: 'add 2 3\n', stdout: '5' },
        { stdin: 'add 2 3\n', stdout: '6\n' },
        { stdin: 'loop' },
        { stdin: 'memory' },
        { stdin: 'output' },
        { stdin: 'fail' },
        { stdin: 'sleep' },
        { stdin: 'add 20 22', stdout: '42 \n\n' },
      ];
      const { verdict, tests: told } = await judged({
        language,
        source: obedient[language],
        tests,
      });
      expect(told.map((test) => test.verdict)).to.deep.equal([
        'accepted',
        'wrongAnswer',
        'time',
        'memory',
        'output',
        'runtime',
        'time',
        'accepted',
      ]);
      expect(verdict).to.equal('wrongAnswer');
      expect(told[0]?.stdout).to.equal('5\n');
      expect(told[2]?.timeMs, 'processor time of the loop').to.be.greaterThan(299);
      expect(told[5]?.stderr, 'what it died of').to.contain('fail');
    });

    it(`tells what the compiler says of a source that is no ${language}`, async () => {
      const tests = [{ stdin: '' }];
      const result = await judged({ language, source: unreadable[language], tests });
      expect(result.verdict).to.equal('compile');
      expect(result.tests).to.deep.equal([]);
      expect(result.compile)
        .to.match(/error|SyntaxError|undefined/i)
        .and.not.contain('/box/');
    });
  }
});
