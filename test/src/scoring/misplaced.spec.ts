import { loadPositionSeeds } from '@zhiyu/config/content';
import { loadDemo } from '@zhiyu/config/demo';
import { loadQuestionSeeds } from '@zhiyu/config/questions';
import type { CompetencyModel, Question } from '@zhiyu/contracts/position';
import type { Report } from '@zhiyu/contracts/scoring';
import { assess } from '@zhiyu/server/scoring/engine/assess';
import { expect } from 'chai';
import { gradedQuestions } from './engine.answers.js';
import { anAnswer, anInterview } from './engine.cases.js';
import { bankAnswers } from './relevance.answers.js';

const seeds = loadPositionSeeds();
/** The same for all questions of the bank. */
const oneDimension: CompetencyModel = {
  threshold: 60,
  dimensions: [
    {
      ...{ code: 'deed', name: { zh: '做法' }, definition: { zh: '做法' } },
      ...{ weight: 1, requirement: 60, anchors: [] },
    },
  ],
};
const marks = { zh: /像是在答/u, en: /seems to fit/u };

type Grade = 'strong' | 'middling' | 'weak';

function seedOf(position: string): (typeof seeds)[number] {
  const seed = seeds.find(({ code }) => code === position);
  if (!seed) throw new Error(`no position ${position}`);
  return seed;
}

/** One answer to one question of its position, the others not asked. @param version of the engine */
function reportOf(
  position: string,
  question: Question,
  text: string,
  from: { locale: 'zh' | 'en'; version?: string } = { locale: 'zh' },
): Report {
  const { questions, model } = seedOf(position);
  const { locale, version } = from;
  const input = anInterview(model, [anAnswer(question, text, { locale })], locale);
  const spare = questions.filter(({ code }) => code !== question.code);
  return assess({ ...input, spare }, version);
}

const flagsOf = ({ lookFirst, locale }: Report) =>
  lookFirst.filter(({ text }) => marks[locale === 'en' ? 'en' : 'zh'].test(text));

const graded = gradedQuestions.map((one) => {
  const found = seedOf(one.position).questions.find(({ code }) => code === one.question);
  if (!found) throw new Error(`no question ${one.question}`);
  return { ...one, asked: found, locale: one.locale === 'en' ? ('en' as const) : ('zh' as const) };
});

/** A strong answer under each other question of its position that is told, where anything was measured. */
const elsewhere = graded.flatMap(({ position, asked, locale, strong }) =>
  seedOf(position)
    .questions.filter(({ code, kind }) => code !== asked.code && kind !== 'coding')
    .map((other) => ({ asked, other, report: reportOf(position, other, strong, { locale }) }))
    .filter(({ report }) => report.total.value !== null),
);

describe('an answer that fits another question of its position better', () => {
  it('a strong answer under another question is named, with the question it fits', () => {
    const flagged = elsewhere.filter(({ report }) => flagsOf(report).length > 0);
    expect(elsewhere.length).to.be.above(60);
    expect(flagged.length / elsewhere.length).to.be.above(0.85);
    for (const { report } of flagged) expect(report.confidence).to.equal('low');
    const right = flagged.filter(({ asked, report }) =>
      flagsOf(report)[0]?.text.includes(asked.text[report.locale] ?? asked.text.zh),
    );
    expect(right.length / flagged.length).to.be.above(0.9);
  });

  it('has the widest error, the same score and no gate', () => {
    for (const { position, asked, locale, strong } of graded) {
      const { questions } = seedOf(position);
      for (const other of questions.filter(({ code }) => code !== asked.code)) {
        const now = reportOf(position, other, strong, { locale });
        if (flagsOf(now).length === 0) continue;
        const before = reportOf(position, other, strong, { locale, version: '1.5.0' });
        const values = ({ dimensions }: Report) => dimensions.map(({ value }) => value);
        expect(values(now)).to.eql(values(before));
        expect(now.total.value).to.equal(before.total.value);
        expect(now.answers.map(({ gate }) => gate)).to.eql([null]);
        for (const one of now.dimensions.filter(({ value }) => value !== null)) {
          expect(one.standardError).to.equal(20);
          expect(one.reason).to.match(
            locale === 'en' ? /fit another question/u : /像是在答另一题/u,
          );
        }
      }
    }
  });

  it('beside other answers keeps every value and widens the error of the dimension', () => {
    const { questions, model } = seedOf('store-staff');
    // Of the counting, 1.5.0 took two sentences for a list of key words.
    const told = graded.filter(
      ({ position, locale, question }) =>
        position === 'store-staff' && locale === 'zh' && question !== 'count-difference',
    );
    const [first, second] = told;
    if (!first || !second) throw new Error('no two graded questions');
    const answers = [
      anAnswer(second.asked, first.strong),
      ...told.map(({ asked, strong }) => anAnswer(asked, strong)),
    ].map((answer, i) => ({ ...answer, questionText: String(i) }));
    const input = { ...anInterview(model, answers), spare: questions };
    const [now, before] = [assess(input), assess(input, '1.5.0')];
    expect(now.dimensions.map(({ value }) => value)).to.eql(
      before.dimensions.map(({ value }) => value),
    );
    now.dimensions.forEach((one, i) => {
      expect(one.standardError ?? 0).to.be.at.least(before.dimensions[i]?.standardError ?? 0);
    });
  });

  it('under its own question nothing is said: the graded answers', () => {
    const grades: Grade[] = ['strong', 'middling', 'weak'];
    const called = graded.flatMap((one) =>
      grades
        .map((grade) => reportOf(one.position, one.asked, one[grade], { locale: one.locale }))
        .filter((report) => flagsOf(report).length > 0),
    );
    expect(called).to.eql([]);
  });

  it('under its own question nothing is said: the answers of the demo company', () => {
    const all = loadDemo().candidates.flatMap(({ position, answers }) => {
      const { plan, questions } = seedOf(position);
      return answers.flatMap(({ text }, i) => {
        const asked = questions.find(({ code }) => code === plan.questionCodes[i]);
        return asked && asked.kind !== 'coding' ? [reportOf(position, asked, text)] : [];
      });
    });
    expect(all.length).to.be.above(40);
    expect(all.filter((report) => flagsOf(report).length > 0)).to.eql([]);
  });

  it('nor of answers that were written without a look at cues, beside twenty other questions', () => {
    const bank = loadQuestionSeeds().flatMap(({ competency, items }) => {
      const indicators = competency.indicators.map((one) => ({ ...one, dimension: 'deed' }));
      return items.map((item): Question => ({ ...item, dimensions: ['deed'], indicators }));
    });
    const questions = bankAnswers.flatMap(
      ({ question }) => bank.find(({ code }) => code === question) ?? [],
    );
    const called = bankAnswers.filter(({ answer, competency }, i) => {
      const asked = questions[i];
      if (!asked) return false;
      const spare = questions.filter((_, j) => bankAnswers[j]?.competency !== competency);
      const report = assess({ ...anInterview(oneDimension, [anAnswer(asked, answer)]), spare });
      return flagsOf(report).length > 0;
    });
    expect(questions).to.have.length(bankAnswers.length);
    expect(called).to.eql([]);
  });

  it('names the place of a question that was asked', () => {
    const { model } = seedOf('store-staff');
    const told = graded.filter((one) => one.position === 'store-staff' && one.locale === 'zh');
    const [first, second] = told;
    if (!first || !second) throw new Error('no two graded questions');
    const report = assess(
      anInterview(model, [
        anAnswer(first.asked, second.strong),
        anAnswer(second.asked, first.strong),
      ]),
    );
    const texts = flagsOf(report).map(({ text }) => text);
    expect(texts.filter((text) => text.includes('第 1 题的回答像是在答第 2 题'))).to.have.length(1);
    for (const { evidence } of flagsOf(report)) {
      for (const { answerId, quote, start, end } of evidence) {
        const answer = report.answers.find((one) => one.answerId === answerId);
        const text = (answer?.transcript?.segments ?? []).map((one) => one.text).join('');
        expect(text.slice(start, end)).to.equal(quote);
      }
    }
  });

  it('a follow-up is not held against the question it came from', () => {
    const { model } = seedOf('store-staff');
    const [first, second] = graded.filter((one) => one.position === 'store-staff');
    if (!first || !second) throw new Error('no two graded questions');
    const answers = [
      anAnswer(first.asked, first.strong),
      anAnswer(second.asked, first.strong, { kind: 'followUp' }),
    ];
    const flagged = flagsOf(assess(anInterview(model, answers))).flatMap(
      ({ evidence }) => evidence,
    );
    expect(flagged.filter(({ questionIndex }) => questionIndex === 1)).to.eql([]);
  });
});
