import { locales } from '@zhiyu/contracts/basics';
import { followUpParts } from '@zhiyu/contracts/follow-up';
import type { Question } from '@zhiyu/contracts/position';
import type { AssessedAnswer } from '@zhiyu/server/scoring/engine/assess';
import { readStory } from '@zhiyu/server/scoring/engine/story';
import { expect } from 'chai';
import { storeStaff } from '../factories/position.js';
import { gradedQuestions } from './engine.answers.js';
import { readAnswersOf, unreadable } from './story.answers.js';

function behavioural(): Question {
  const question = storeStaff().questions.find(({ kind }) => kind === 'behavioural');
  if (!question) {
    throw new Error('the seed has no behavioural question');
  }
  return question;
}

function answerOf(text: string, locale: (typeof locales)[number]): AssessedAnswer {
  const segments = text === '' ? [] : [{ text, from: null, to: null, confidence: null }];
  return {
    answerId: 'a',
    questionIndex: 0,
    question: behavioural(),
    questionText: '',
    mode: 'text',
    attemptId: 'b',
    seconds: null,
    hasMedia: false,
    transcript: { origin: 'candidate', engine: null, locale, segments },
  };
}

describe('the parts of a story that an answer leaves out (R23)', () => {
  for (const locale of locales) {
    describe(locale, () => {
      for (const { text, told, lacks } of readAnswersOf[locale]) {
        it(`never misses what is told in: ${text.slice(0, 24)}`, () => {
          const { gate, missing } = readStory(answerOf(text, locale), locale);
          expect(gate).to.equal(null);
          expect(missing.filter((part) => told.includes(part))).to.deep.equal([]);
          expect(missing).to.include.members(lacks);
        });
      }
    });
  }

  it('finds nothing missing in what people graded as strong stories', () => {
    const stories = gradedQuestions.filter(({ question }) =>
      ['return-conflict', 'incident', 'disagreement', 'lost-deal'].includes(question),
    );
    expect(stories.length).to.be.at.least(4);
    for (const { strong, locale } of stories) {
      expect(readStory(answerOf(strong, locale), locale).missing, strong).to.deep.equal([]);
    }
  });

  for (const [name, text] of Object.entries(unreadable)) {
    it(`has nothing to ask about ${name}`, () => {
      const { gate, missing } = readStory(answerOf(text, 'zh'), 'zh');
      expect(gate).not.to.equal(null);
      expect(missing).to.deep.equal([]);
    });
  }

  it("takes up a short clause of the candidate's own words", () => {
    for (const locale of locales) {
      for (const { text } of readAnswersOf[locale]) {
        const { quotes, missing } = readStory(answerOf(text, locale), locale);
        for (const part of followUpParts.filter((one) => missing.includes(one))) {
          const quote = quotes[part];
          expect(quote, text).not.to.equal('');
          expect(text).to.include(quote.replace(/…$/, ''));
          expect([...quote].length).to.be.at.most(70);
        }
      }
    }
  });
});
