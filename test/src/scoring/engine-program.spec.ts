import type { CodingResult, JudgedGroup } from '@zhiyu/contracts/coding';
import type { Question } from '@zhiyu/contracts/position';
import { assess, joinTranscript } from '@zhiyu/server/scoring/engine/assess';
import type { AssessedAnswer } from '@zhiyu/server/scoring/engine/engine.types';
import { programTranscript } from '@zhiyu/server/scoring/engine/program-score';
import { expect } from 'chai';
import { storeStaff } from '../factories/position.js';

const content = storeStaff();
const [first] = content.model.dimensions;
const dimension = first?.code ?? '';
const anchors = content.questions[0]?.anchors ?? [];

const question: Question = {
  code: 'program',
  kind: 'coding',
  dimensions: [dimension],
  text: { zh: '请写一个程序' },
  thinkingSeconds: 0,
  answerSeconds: 1800,
  anchors,
  indicators: [],
  coding: { problem: 'shifts', languages: ['python'] },
};

function group(name: string, points: number, passed: boolean): JudgedGroup {
  const verdict = passed ? ('accepted' as const) : ('time' as const);
  const counts = { tests: 4, passed: passed ? 4 : 1, earned: passed ? points : 0 };
  return { name, points, ...counts, verdict, timeMs: 12, memoryKb: 9000 };
}

function result(groups: JudgedGroup[], points: number | null): CodingResult {
  return {
    problem: 'shifts',
    title: '早班',
    language: 'python',
    submissionId: 'S',
    submissions: 2,
    points,
    groups,
    sandbox: points === null ? null : 'bubblewrap',
  };
}

const source = 'print(2)\n';
const partly = result(
  [group('小数据', 30, true), group('边界', 30, true), group('大数据', 40, false)],
  60,
);

function reportOf(said: CodingResult | null) {
  const program = said && { result: said, source };
  const answer: AssessedAnswer = {
    answerId: 'A',
    questionIndex: 0,
    question,
    questionText: '请写一个程序',
    mode: 'text',
    attemptId: 'T',
    seconds: 60,
    hasMedia: false,
    transcript: program && programTranscript(program, 'zh'),
    program,
  };
  const report = assess({
    interviewId: 'I',
    locale: 'zh',
    model: content.model,
    modelVersion: 1,
    answers: [answer],
    speechEngine: 'none',
  });
  const measured = report.dimensions.find(({ code }) => code === dimension);
  return { report, measured, answer };
}

describe('the score of a program', () => {
  it('is the points of its hidden tests, with what the judge wrote as evidence', () => {
    const { report, measured, answer } = reportOf(partly);
    expect(measured).to.include({ value: 60, standardError: 10, level: 3.4 });
    expect(measured?.evidence.map(({ stance, quote }) => `${stance} ${quote}`)).to.have.members([
      'for 小数据：4 个测试全部通过，30 分',
      'for 边界：4 个测试全部通过，30 分',
      'against 大数据：4 个测试通过 1 个，超时，0/40 分',
    ]);
    expect(report.answers[0]?.coding?.points).to.equal(60);
    expect(report.engine.judge).to.equal('judge (bubblewrap)');
    expect(answer.transcript?.engine).to.equal('judge');
  });

  it('quotes only what stands at its place in the record above the program', () => {
    const { measured, answer } = reportOf(partly);
    const text = answer.transcript ? joinTranscript(answer.transcript).text : '';
    expect(text).to.match(/print\(2\)\n$/);
    for (const { quote, start, end } of measured?.evidence ?? []) {
      expect(text.slice(start, end)).to.equal(quote);
    }
  });

  it('is zero with its reasons when nothing passed, never a missing one', () => {
    const none = result([group('小数据', 100, false)], 0);
    const { measured } = reportOf(none);
    expect(measured).to.include({ value: 0, level: 1, verdict: 'below' });
    expect(measured?.evidence).to.have.length(1);
  });

  it('is none where no machine could run it: a person reads it', () => {
    const { report, measured } = reportOf(result([], null));
    expect(measured).to.include({ value: null, verdict: 'unknown' });
    expect(measured?.reason).to.include('请人来看程序');
    expect(report.answers[0]).to.include({ gate: 'notJudged' });
    expect(report.engine).not.to.have.property('judge');
  });

  it('is none where nothing was written', () => {
    const { report, measured } = reportOf(null);
    expect(measured?.value).to.equal(null);
    expect(report.answers[0]?.gate).to.equal('empty');
  });

  it('is no speech: words and keywords of a program are not counted', () => {
    const { report } = reportOf(partly);
    expect(report.delivery).to.include({ characters: 0, fillers: 0 });
    expect(report.wordsFrom).to.equal('none');
  });
});
