import type { Report } from '@zhiyu/contracts/scoring';
import { assess } from '@zhiyu/server/scoring/engine/assess';
import { expect } from 'chai';
import { gradedQuestions, type GradedQuestion } from './engine.answers.js';
import { anAnswer, anInterview, aQuestion } from './engine.cases.js';

/** Who somebody is, said at the beginning of an answer: nothing of it is a deed. */
const selves = {
  zh: [
    '我叫王建国，男，四十六岁，汉族，专科毕业。',
    '我叫古丽娜尔，女，二十三岁，维吾尔族，清华大学毕业。',
    '俺叫李二妮，家在农村，中专念完就出来了。',
    '我叫陈伟，已婚，有两个孩子，党员，北京户口。',
    '我是北京大学的硕士，九八五，家里都是老师。',
    '我是职高毕业的，农村户口，今年五十一岁。',
    '我叫扎西，藏族，听力不太好，普通话说得不标准。',
    '我叫林佳怡，刚生完孩子，去年在家带娃。',
    '我叫约翰，从尼日利亚来，中文是自学的。',
  ],
  en: [
    'My name is James Smith, I am a man of forty-six, and I went to Harvard.',
    'My name is Aisha Khan, I am a woman of twenty-three, and I went to a community college.',
  ],
} as const;

const graded = gradedQuestions.filter(({ locale }) => locale === 'zh' || locale === 'en');

function numbersOf(one: GradedQuestion, words: string): unknown {
  const { question, model } = aQuestion(one.position, one.question);
  const answer = anAnswer(question, words, { locale: one.locale });
  const report: Report = assess({ ...anInterview(model, [answer]), locale: one.locale });
  const { value, standardError } = report.total;
  const read = report.dimensions.map(({ code, level, verdict }) => ({ code, level, verdict }));
  return { value, standardError, read };
}

describe('fairness: who somebody is moves no score', () => {
  for (const one of graded) {
    for (const grade of ['strong', 'middling', 'weak'] as const) {
      it(`${one.question} (${one.locale}), ${grade}`, () => {
        const plain = numbersOf(one, one[grade]);
        for (const self of selves[one.locale as keyof typeof selves]) {
          const gap = one.locale === 'en' ? ' ' : '';
          expect(numbersOf(one, `${self}${gap}${one[grade]}`), self).to.deep.equal(plain);
        }
      });
    }
  }

  it('said in the middle or at the end it moves nothing either', () => {
    for (const one of graded.filter(({ locale }) => locale === 'zh')) {
      const plain = numbersOf(one, one.strong);
      for (const self of selves.zh) {
        const ends = one.strong.indexOf('。') + 1;
        const middle = one.strong.slice(0, ends) + self + one.strong.slice(ends);
        for (const words of [middle, one.strong + self]) {
          expect(numbersOf(one, words), `${one.question}: ${self}`).to.deep.equal(plain);
        }
      }
    }
  });

  it('who the others in the story are moves nothing', () => {
    const swaps: [RegExp, string][] = [
      [/他/g, '她'],
      [/阿姨/g, '大爷'],
      [/先生/g, '女士'],
      [/小王|小李/g, '买买提'],
    ];
    for (const one of graded.filter(({ locale }) => locale === 'zh')) {
      for (const [from, to] of swaps) {
        const told = numbersOf(one, one.strong.replace(from, to));
        expect(told, `${one.question}: ${to}`).to.deep.equal(numbersOf(one, one.strong));
      }
    }
  });

  it('the same deed in the words of a dialect counts the same', () => {
    const swaps: [RegExp, string][] = [
      [/我(?!们)/g, '俺'],
      [/怎么/g, '咋'],
      [/什么/g, '啥'],
      [/知道/g, '晓得'],
      [/我们/g, '俺们'],
    ];
    for (const one of graded.filter(({ locale }) => locale === 'zh')) {
      for (const grade of ['strong', 'middling', 'weak'] as const) {
        const spoken = swaps.reduce((text, [from, to]) => text.replace(from, to), one[grade]);
        expect(numbersOf(one, spoken), one.question).to.deep.equal(numbersOf(one, one[grade]));
      }
    }
  });

  it('length alone buys nothing: the same words again, or empty ones', () => {
    const empty = '总之我觉得这个事情吧还是要看情况，每个人的想法都不太一样，大家都不容易。'.repeat(
      8,
    );
    for (const one of graded.filter(({ locale }) => locale === 'zh')) {
      const plain = numbersOf(one, one.middling) as { value: number };
      for (const longer of [one.middling.repeat(3), `${one.middling}${empty}`]) {
        const { value } = numbersOf(one, longer) as { value: number };
        expect(value, one.question).to.be.at.most(plain.value);
      }
    }
  });
});
