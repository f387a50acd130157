import { scoreLines } from '@zhiyu/server/scoring/text/score-lines';
import { expect } from 'chai';
import { asked, scored } from './text-asked.js';

const request = asked({
  question: '有哪些检查？',
  references: ['关闭电源；锁好门窗；清点现金'],
  answer: '关闭电源，清点现金',
});

/** `count` lines, made one after the other; says how many were asked for. */
async function* many(count: number, made: { lines: number }): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(`${JSON.stringify({ ...request, rubric: null })}\n`);
  for (; made.lines < count; made.lines += 1) yield await Promise.resolve(bytes);
}

describe('scoring line by line', function () {
  this.timeout(60_000);

  it('reads no further than it has answered: memory does not grow with the file', async () => {
    const made = { lines: 0 };
    let out = 0;
    for await (const result of scoreLines(many(10_000, made))) {
      expect(result).to.have.property('score');
      out += 1;
      expect(made.lines - out).to.be.at.most(1);
    }
    expect(out).to.equal(10_000);
  });

  it('a hundred runs of a hundred give the same bytes', () => {
    const first = JSON.stringify(scored(request));
    for (let run = 0; run < 100; run += 1) expect(JSON.stringify(scored(request))).to.equal(first);
  });

  it('an answer of twenty thousand characters takes no longer than a second of the processor', () => {
    const started = process.cpuUsage();
    for (const text of ['先断电再检修，', 'a', '(', '{"score":', '请给', '1+', '不']) {
      scored({ ...request, answer: text.repeat(Math.floor(20_000 / text.length)) });
    }
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1000).to.be.below(7000);
  });
});
