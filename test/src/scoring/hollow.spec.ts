import { loadPositionSeeds } from '@zhiyu/config/content';
import { loadDemo } from '@zhiyu/config/demo';
import { scoreAnswer, type AnswerScore } from '@zhiyu/server/scoring/engine/assess';
import { rulesOf, type Rules } from '@zhiyu/server/scoring/engine/rules';
import { expect } from 'chai';
import { gradedQuestions } from './engine.answers.js';
import { anAnswer, aQuestion } from './engine.cases.js';
import { type HollowAnswer, hollowAnswers } from './hollow.answers.js';
import { paraphrased } from './paraphrase.answers.js';

const seeds = loadPositionSeeds();
const today = rulesOf('1.8.0');
const blind: Rules = { ...today, deeds: false };

function read(of: HollowAnswer, rules = today): AnswerScore['dimensions'] {
  const asked = aQuestion(of.position, of.question);
  const others = seeds.find(({ code }) => code === of.position)?.questions ?? [];
  const locale = of.locale ?? 'zh';
  const answer = anAnswer(asked.question, of.text, { locale });
  return scoreAnswer(answer, asked.model, locale, { others, rules }).dimensions;
}

const best = (of: HollowAnswer, rules?: Rules) =>
  Math.max(0, ...read(of, rules).map(({ value }) => value ?? 0));

/** What the example company's candidates said, question by question as far as the seed plans them. */
function demoAnswers(): HollowAnswer[] {
  return loadDemo().candidates.flatMap(({ position, answers }) => {
    const seed = seeds.find(({ code }) => code === position);
    const codes = seed?.plan.questionCodes ?? [];
    return answers.flatMap(({ text }, n) => {
      const question = codes[n];
      const asked = seed?.questions.find(({ code }) => code === question);
      return question !== undefined && asked && asked.kind !== 'coding'
        ? [{ position, question, text }]
        : [];
    });
  });
}

describe('the shape of a story with nothing in it', () => {
  const half = 50;

  it('was read far up by its outcome alone', () => {
    expect(hollowAnswers.filter((one) => best(one, blind) > half)).to.have.length(11);
  });

  it('is at the floor where only outcomes were told; three are still read by a deed they name', () => {
    const high = hollowAnswers.filter((one) => best(one) > half);
    expect(high.map(({ question }) => question)).to.deep.equal([
      'low-performer',
      'return-conflict',
      'error-free-work',
    ]);
  });

  it('shows the outcome that was told, as what it is', () => {
    const sales = hollowAnswers.find(({ question }) => question === 'keep-customer')!;
    const [one] = read(sales);
    expect(one).to.include({ floor: true, standardError: 18 });
    const [shown] = one?.evidence ?? [];
    expect(shown).to.include({ quote: '续约了', stance: 'against' });
    expect(shown?.shows).to.equal('只说了结果，没有说出做法');
  });

  it('takes nothing from answers that tell what was done', () => {
    const told: HollowAnswer[] = [
      ...gradedQuestions.flatMap(({ position, question, locale, strong, middling, weak }) =>
        locale === 'zh' || locale === 'en'
          ? [strong, middling, weak].map((text) => ({
              ...{ position, question, text },
              ...english(locale),
            }))
          : [],
      ),
      ...paraphrased.map(({ position, question, locale, good: text }) => ({
        ...{ position, question, text },
        ...english(locale),
      })),
      ...demoAnswers(),
    ];
    expect(told.length).to.be.above(80);
    for (const one of told) {
      expect(read(one), one.text).to.deep.equal(read(one, blind));
    }
  });

  function english(locale: string): Pick<HollowAnswer, 'locale'> {
    return locale === 'en' ? { locale } : {};
  }
});
