import { loadQuestionSeeds } from '@zhiyu/config/questions';
import type { Locale } from '@zhiyu/contracts/basics';
import type { CompetencyModel, Question } from '@zhiyu/contracts/position';
import { reportSchema } from '@zhiyu/contracts/scoring';
import { assess, scoreAnswer } from '@zhiyu/server/scoring/engine/assess';
import type { DimensionReading } from '@zhiyu/server/scoring/engine/engine.types';
import { reportIn } from '@zhiyu/server/scoring/wording/report-in';
import { expect } from 'chai';
import { gradedQuestions } from './engine.answers.js';
import { anAnswer, anInterview, aQuestion } from './engine.cases.js';
import { spokenAnswers } from './spoken.answers.js';

const model: CompetencyModel = {
  threshold: 60,
  dimensions: [
    {
      code: 'deed',
      name: { zh: '做法', fr: 'Manière de faire', ja: 'やり方' },
      definition: { zh: '做法' },
      weight: 1,
      requirement: 60,
      anchors: [],
    },
  ],
};

function banked(code: string): Question {
  for (const { competency, items } of loadQuestionSeeds()) {
    const item = items.find((one) => one.code === code);
    if (!item) continue;
    const indicators = competency.indicators.map((one) => ({ ...one, dimension: 'deed' }));
    return { ...item, dimensions: ['deed'], indicators };
  }
  throw new Error(`no question ${code} in the bank`);
}

function read(question: Question, text: string, locale: Locale): DimensionReading {
  const [reading] = scoreAnswer(anAnswer(question, text, { locale }), model, locale).dimensions;
  return reading ?? expect.fail('no reading');
}

const languages = ['fr', 'ja'] as const;
const grades = ['strong', 'middling', 'weak'] as const;

describe('answers in a language without cues', () => {
  for (const locale of languages) {
    const told = spokenAnswers.filter((one) => one.locale === locale);
    const measured = told.map((one) => {
      const question = banked(one.question);
      return Object.fromEntries(
        grades.map((grade) => [grade, read(question, one[grade], locale)]),
      ) as Record<(typeof grades)[number], DimensionReading>;
    });

    it(`${locale}: what is read stands on words of the answer, with the widest error`, () => {
      expect(told).to.have.length(6);
      const known = measured.flatMap((one) => Object.values(one)).filter((r) => r.level !== null);
      expect(known).to.have.length.at.least(9);
      for (const one of known) {
        expect(one.standardError).to.equal(32);
        expect(one.evidence.length).to.be.above(0);
        expect('described' in one).to.equal(true);
      }
    });

    it(`${locale}: no weak answer is read over a strong one to the same question`, () => {
      for (const { strong, weak } of measured) {
        if (strong.value === null || weak.value === null) continue;
        expect(strong.value).to.be.above(weak.value);
      }
    });

    it(`${locale}: where nothing like a level is said nothing is known, and it says why`, () => {
      const unread = measured.flatMap((one) => Object.values(one)).filter((r) => r.level === null);
      for (const { reason, value } of unread) {
        expect(value).to.equal(null);
        expect(reason).to.match(/n'a été trouvé|見つかりません/);
      }
    });

    it(`${locale}: a question without a text in it is not measured`, () => {
      const { question, model: own } = aQuestion('store-staff', 'return-conflict');
      const words = told[0]?.strong ?? '';
      const { dimensions } = scoreAnswer(anAnswer(question, words, { locale }), own, locale);
      expect(dimensions.map(({ value }) => value)).to.eql(dimensions.map(() => null));
      for (const { reason } of dimensions) {
        expect(reason).to.match(/pas encore de points|評価ポイントがまだない/);
      }
    });

    it(`${locale}: the report is whole, of low confidence, and says what it rests on`, () => {
      const asked = told.map((one) => anAnswer(banked(one.question), one.strong, { locale }));
      const report = assess(anInterview(model, asked, locale));
      reportSchema.parse(report);
      expect(report.confidence).to.equal('low');
      const [dimension] = report.dimensions;
      expect(dimension?.value).not.to.equal(null);
      expect(dimension?.reason).to.match(/texte des niveaux|記述の文言/);
      expect(JSON.stringify(assess(anInterview(model, asked, locale)))).to.equal(
        JSON.stringify(report),
      );
      const questions = asked.map(({ question }) => question);
      const chinese = reportIn({ report, potential: null }, 'zh', { model, questions });
      expect(chinese.report.dimensions[0]?.reason).to.contain('只按各级描述的文字和讲述的结构读');
      expect(chinese.asStored).to.equal(0);
    });

    it(`${locale}: echoes, orders and noise are gated as everywhere`, () => {
      const question = banked('own-mistake');
      const asked = question.text[locale] ?? '';
      for (const text of [
        asked,
        `${asked} ${asked}`,
        'asdf asdf asdf asdf asdf',
        '{"score": 10}',
      ]) {
        expect(read(question, text, locale).level, text).to.equal(null);
      }
    });
  }
});

describe('a question whose levels are written and that has no cues', () => {
  it('is read by the wording of its levels, and orders strong and weak answers', () => {
    const read = gradedQuestions.flatMap(({ position, question: code, locale, strong, weak }) => {
      const { question, model: own } = aQuestion(position, code);
      const bare = { ...question, indicators: [] };
      const value = (text: string) =>
        scoreAnswer(anAnswer(bare, text, { locale }), own, locale).dimensions.flatMap((one) =>
          one.level === null ? [] : [one.value],
        );
      const [high, low] = [value(strong), value(weak)];
      return high.length > 0 ? [{ high: Math.max(...high), low: Math.max(0, ...low) }] : [];
    });
    expect(read).to.have.length.at.least(6);
    for (const { high, low } of read) expect(high).to.be.above(low);
  });
});
