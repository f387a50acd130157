import { contradictionsIn } from '@zhiyu/server/scoring/engine/contradictions/contradictions';
import {
  resumeBasis,
  type ResumeBasis,
} from '@zhiyu/server/scoring/engine/contradictions/resume-basis';
import { assess } from '@zhiyu/server/scoring/engine/assess';
import { extractResume } from '@zhiyu/server/recruiting/resume/extract';
import { type Contradiction, contradictionSchema } from '@zhiyu/contracts/contradictions';
import type { Report } from '@zhiyu/contracts/scoring';
import { expect } from 'chai';
import { trueCases } from './contradictions.cases.js';
import { falseCases, laterFalse, laterTrue } from './contradictions.honest.js';
import { type Case, resumes } from './contradictions.resumes.js';
import { gradedQuestions } from './engine.answers.js';
import { anAnswer, anInterview, aQuestion, aRecording } from './engine.cases.js';

const { question, model } = aQuestion('store-staff', 'return-conflict');

function basisOf(name: keyof typeof resumes): ResumeBasis {
  const text = { text: resumes[name], hidden: [], pages: 1, warnings: [] };
  return resumeBasis(extractResume(text, 'text'), '2026-11');
}

function interviewOf({ resume, answers }: Case) {
  const locale = /[\u4e00-\u9fff]/.test(answers.join('')) ? 'zh' : 'en';
  const said = answers.map((text, i) =>
    anAnswer(question, text.replace(/^\+/, ''), {
      locale,
      follows: text.startsWith('+') ? `answer-${String(i - 1)}` : null,
    }),
  );
  const input = anInterview(model, said, locale);
  return { ...input, ...(resume ? { resume: basisOf(resume) } : {}) };
}

function found(one: Case): Contradiction[] {
  const { answers, resume, locale } = interviewOf(one);
  return contradictionsIn(answers, resume ?? null, locale);
}

const wordsOf = ({ one, other }: Contradiction) => `${one.quote} ↔ ${other.quote}`;

/** How many of the true cases are found today: a rule that finds fewer says so here. */
const foundOf = 43;

describe('contradictions: two passages that say one fact differently', () => {
  it('are found with their kind and both passages', () => {
    const hits = trueCases.filter((one) =>
      found(one).some(
        ({ kind, ...sides }) =>
          kind === one.kind &&
          sides.one.quote.includes(one.one) &&
          sides.other.quote.includes(one.other),
      ),
    );
    const missed = trueCases.filter((one) => !hits.includes(one)).map(({ answers }) => answers);
    expect(trueCases).to.have.length.of.at.least(30);
    expect(hits.length, JSON.stringify(missed)).to.equal(foundOf);
  });

  it('raise no alarm where another time, place, person or a wish is meant', () => {
    expect(falseCases).to.have.length.of.at.least(60);
    expect(falseCases.flatMap((one) => found(one).map(wordsOf))).to.deep.equal([]);
  });

  it('are found in part, and raise no alarm, where the rules were not made for the words', () => {
    const seen = laterTrue.filter((one) => found(one).length > 0);
    expect(seen.length, 'of fifteen').to.be.at.least(9);
    expect(laterFalse.flatMap((one) => found(one).map(wordsOf))).to.deep.equal([]);
  });

  it('raise no alarm in the graded answers, beside résumés that are not theirs', () => {
    for (const resume of ['store', 'engineer'] as const) {
      for (const one of gradedQuestions) {
        const answers = [one.strong, one.middling, one.weak];
        expect(found({ answers, resume }).map(wordsOf), one.question).to.deep.equal([]);
      }
    }
  });

  it('quote the transcript at its place and second, and the résumé by its line', () => {
    const segments = [
      { text: '我之前在永辉超市做理货，', from: 2, to: 4, confidence: 0.95 },
      { text: '在那里待了四年。', from: 4, to: 6, confidence: 0.95 },
    ];
    const { answers } = anInterview(model, [aRecording(question, segments, 8)]);
    const [one, ...rest] = contradictionsIn(answers, basisOf('store'), 'zh');
    expect(rest).to.deep.equal([]);
    expect(contradictionSchema.parse(one)).to.deep.include({
      kind: 'duration',
      other: { from: 'resume', line: 5, quote: '2019.03-2021.02 永辉超市 理货员' },
    });
    expect(one?.one).to.deep.include({ quote: '在那里待了四年', seconds: 4, start: 12 });
  });

  it('move no score, and each becomes a question for the next round, without blame', () => {
    const answers = ['我之前在永辉超市做理货，做了四年。', '我2017年加入永辉超市。'];
    const input = interviewOf({ answers, resume: 'store' });
    const report = assess({ ...input, resume: input.resume ?? basisOf('store') });
    const without = assess({ ...input, resume: { ...basisOf('store'), work: [] } });
    expect(report.contradictions).to.have.length(2);
    expect(without.contradictions).to.deep.equal([]);
    const scored = ({ total, dimensions, confidence, highlights, lookFirst }: Report) => {
      return { total, dimensions, confidence, highlights, lookFirst };
    };
    expect(scored(report)).to.deep.equal(scored(without));
    const texts = report.contradictions?.flatMap(({ text, ask }) => [text, ask]) ?? [];
    expect(report.askNext?.map(({ text }) => text)).to.include(texts[1]);
    for (const text of texts) expect(text).not.to.match(/撒谎|说谎|造假|不实|虚假|可疑|矛盾/);
  });

  it('read nothing that says who somebody is', () => {
    const basis = JSON.stringify(basisOf('store'));
    expect(basis).not.to.contain('王小明');
  });
});
