import { isDeepStrictEqual } from 'node:util';
import { loadPositionSeeds } from '@zhiyu/config/content';
import type { Locale } from '@zhiyu/contracts/basics';
import { reportSchema } from '@zhiyu/contracts/scoring';
import { doubtsOf } from '@zhiyu/server/recruiting/doubts';
import { assess, scoreAnswer, type AnswerScore } from '@zhiyu/server/scoring/engine/assess';
import { rulesOf } from '@zhiyu/server/scoring/engine/rules';
import { reportIn } from '@zhiyu/server/scoring/wording/report-in';
import { expect } from 'chai';
import { gradedQuestions } from './engine.answers.js';
import { anAnswer, anInterview, aQuestion } from './engine.cases.js';
import { paraphrased } from './paraphrase.answers.js';

const seeds = loadPositionSeeds();

interface Asked {
  position: string;
  question: string;
  locale?: Locale;
}

/** One answer as it is read beside the other questions of its position. @param version of the engine */
function read({ position, question, locale = 'zh' }: Asked, text: string, version = '1.8.0') {
  const asked = aQuestion(position, question);
  const others = seeds.find(({ code }) => code === position)?.questions ?? [];
  const readers = { others, rules: rulesOf(version) };
  return scoreAnswer(anAnswer(asked.question, text, { locale }), asked.model, locale, readers);
}

const measured = ({ dimensions }: AnswerScore) => dimensions.filter(({ level }) => level !== null);
const isFloor = (score: AnswerScore) =>
  measured(score).length > 0 && measured(score).every(({ floor }) => floor);
const retoldIn = (score: AnswerScore) =>
  score.dimensions.filter((one) => 'retold' in one && one.retold === true);

describe('answers in other words than the cues', () => {
  it('that are good are not said to be at the floor: 2 of 15 were by engine 1.7.0', () => {
    const before = paraphrased.filter((one) => isFloor(read(one, one.good, '1.7.0')));
    const now = paraphrased.filter((one) => isFloor(read(one, one.good)));
    expect([before.length, now.length]).to.eql([2, 0]);
  });

  it('are read by the parts of the story, with the widest error, their own words, and no further than half', () => {
    const told = paraphrased.map((one) => read(one, one.good)).flatMap(retoldIn);
    expect(told).to.have.length(4);
    for (const one of told) {
      expect(one.standardError).to.equal(32);
      expect(one.value).to.be.within(12.5, 37.5);
      expect(one.evidence.length).to.be.above(0);
    }
  });

  it('that are weak or about something else are read as before, or lower', () => {
    const others = paraphrased.flatMap((one) => [
      { one, text: one.weak },
      { one, text: one.elsewhere },
    ]);
    const changed = others.flatMap(({ one, text }) => {
      const before = read(one, text, '1.7.0').dimensions;
      return read(one, text).dimensions.filter((now, n) => !isDeepStrictEqual(now, before[n]));
    });
    expect(changed, 'an outcome of something else without a deed').to.have.length(1);
    expect(changed[0]).to.include({ floor: true });
  });

  it('a strong story of another trade is read no further than half, and only with the widest error', () => {
    const graded = gradedQuestions.find(({ question }) => question === 'lost-deal');
    const questions = seeds.find(({ code }) => code === 'store-staff')?.questions ?? [];
    const told = questions
      .filter(({ kind }) => kind !== 'knowledge' && kind !== 'coding')
      .flatMap(({ code }) =>
        retoldIn(read({ position: 'store-staff', question: code }, graded?.strong ?? '')),
      );
    for (const { value, standardError } of told) {
      expect(value).to.be.at.most(37.5);
      expect(standardError).to.equal(32);
    }
    expect(told.length, 'words cannot tell some of them from an answer').to.be.above(0);
  });

  it('the graded answers are read as by engine 1.7.0', () => {
    for (const one of gradedQuestions) {
      for (const text of [one.strong, one.middling, one.weak]) {
        expect(read(one, text).dimensions).to.eql(read(one, text, '1.7.0').dimensions);
      }
    }
  });

  it('the report is whole, says how they were read in the language of its reader, and a person decides', () => {
    const one = paraphrased.find(({ question }) => question === 'error-free-work');
    if (!one) throw new Error('no such answer');
    const { question, model } = aQuestion(one.position, one.question);
    const spare = seeds.find(({ code }) => code === one.position)?.questions ?? [];
    const report = assess({ ...anInterview(model, [anAnswer(question, one.good)]), spare });
    reportSchema.parse(report);
    const told = report.dimensions.find(({ code }) => code === 'accuracy');
    expect(told?.reason).to.contain('要点词一个都没有对上');
    expect(report.confidence).to.equal('low');
    expect(report.doubts).to.eql(['uncued']);
    expect(doubtsOf(report)).to.include('uncued');
    const sources = { model, questions: [question, ...spare] };
    const english = reportIn({ report, potential: null }, 'en', sources);
    expect(english.asStored).to.equal(0);
    expect(JSON.stringify(english.report.dimensions)).to.contain('No cue was met');
  });
});
