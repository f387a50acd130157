import {
  errorText,
  scaleMost,
  scoreScales,
  scoreText,
  storedFrom,
  typedOn,
} from '@zhiyu/contracts/score-scale';
import { sentencesOn } from '@zhiyu/contracts/score-sentences';
import type { Report } from '@zhiyu/contracts/scoring';
import { assess } from '@zhiyu/server/scoring/engine/assess';
import { expect } from 'chai';
import { gradedQuestions } from './engine.answers.js';
import { anAnswer, anInterview, aQuestion } from './engine.cases.js';

const tenths = Array.from({ length: 1001 }, (_, n) => n / 10);

/** Reports with every kind of sentence that names figures, of good and weak answers, in two languages. */
function reports(): Report[] {
  return gradedQuestions.flatMap((graded) => {
    const { question, model } = aQuestion(graded.position, graded.question);
    return [graded.strong, graded.middling, graded.weak].map((words) => {
      const input = anInterview(model, [anAnswer(question, words, { locale: graded.locale })]);
      return assess({ ...input, locale: graded.locale });
    });
  });
}

describe('a score on four scales', () => {
  it('is one stored number, read in four ways and in the language of the page', () => {
    const all = scoreScales.map((scale) => scoreText(84.5, scale, 'zh'));
    expect(all).to.deep.equal(['8.5', '85', '4.2★', '85%']);
    expect(scoreText(84.5, 'tenths', 'fr')).to.equal('8,5');
    expect(scoreText(84.5, 'percent', 'fr')).to.equal('85\u00A0%');
    expect(scoreScales.map((scale) => errorText(6, scale, 'en'))).to.deep.equal([
      '±0.6',
      '±6',
      '±0.3',
      '±6%',
    ]);
  });

  it('is rounded once, half up: what is read is never more than half a step from what is stored', () => {
    for (const scale of scoreScales) {
      const factor = scaleMost[scale] / 100;
      const step = scale === 'tenths' || scale === 'stars' ? 0.1 : 1;
      for (const stored of tenths) {
        const read = Number.parseFloat(scoreText(stored, scale, 'en'));
        const up = read - stored * factor;
        expect(up, `${stored} ${scale}`).to.be.greaterThan(-step / 2 - 1e-9);
        expect(up, `${stored} ${scale}`).to.be.most(step / 2 + 1e-9);
        const half = Math.abs(Math.abs(up) - step / 2) < 1e-9;
        expect(!half || up > 0, `half of a step goes up: ${stored} ${scale}`).to.equal(true);
      }
    }
  });

  it('comes back as it was stored from a field where it is typed', () => {
    for (const scale of scoreScales) {
      for (let stored = 0; stored <= 100; stored += 1) {
        expect(storedFrom(typedOn(stored, scale), scale)).to.equal(stored);
      }
    }
  });

  it('in the sentences of a report follows the scale, and nothing else of it changes', () => {
    const figure = /\d\.\d ±\d\.\d|\d\.\d–\d\.\d/;
    const all = reports();
    const said = (report: Report) => [
      ...report.dimensions.map(({ reason }) => reason),
      ...report.lookFirst.map(({ text }) => text),
      ...(report.askNext ?? []).map(({ why }) => why),
    ];
    expect(all.flatMap(said).filter((text) => figure.test(text)).length).to.be.greaterThan(5);
    for (const report of all) {
      const shown = sentencesOn(report, 'percent');
      for (const text of said(shown)) {
        expect(text).not.to.match(figure);
      }
      const bare = ({ dimensions, lookFirst, askNext, ...rest }: Report) => ({
        ...rest,
        dimensions: dimensions.map((one) => ({ ...one, reason: '' })),
        lookFirst: lookFirst.map(({ evidence }) => evidence),
        askNext: askNext?.map(({ text, evidence }) => ({ text, evidence })),
      });
      expect(bare(shown)).to.deep.equal(bare(report));
      expect(bare(sentencesOn(report, 'tenths'))).to.deep.equal(bare(report));
    }
  });

  it('says in a sentence the same figure as stands beside it, to the last place', () => {
    const [report] = reports();
    const [first, second, ...rest] = report?.dimensions ?? [];
    const found = report?.dimensions.find(({ value }) => value !== null);
    if (!report || !first || !second || !found) expect.fail('not measured');
    // 0.85 as a binary number lies under it: the engine writes ±0.8 for both.
    const crossing = { ...found, value: 75, standardError: 8.5 };
    const reason = '区间 6.7–8.3 含要求 7.5，要人看。';
    const dimensions = [
      { ...crossing, code: first.code, name: first.name, reason },
      { ...crossing, code: second.code, name: second.name, standardError: 8.4 },
      ...rest,
    ];
    const text = (of: string) => `${of} 7.5 ±0.8，跨线：先看这几句。`;
    const { evidence } = found;
    const lookFirst = [first, second].map(({ name }) => ({ text: text(name), evidence }));
    const shown = sentencesOn({ ...report, dimensions, lookFirst } as Report, 'tenths', 'zh');
    expect(shown.lookFirst.map((one) => one.text)).to.deep.equal([
      text(first.name).replace('±0.8', '±0.9'),
      text(second.name),
    ]);
    expect(shown.dimensions[0]?.reason).to.include('6.7–8.4');
  });

  it('keeps a requirement readable beside its figure', () => {
    const crossing = reports()
      .flatMap((report) => sentencesOn(report, 'hundred').lookFirst)
      .map(({ text }) => text)
      .filter((text) => /要求|requirement/.test(text));
    expect(crossing).not.to.be.empty;
    for (const text of crossing) {
      expect(text).to.match(/\d+ ±\d+.*(要求|requirement) \d+(?!\.)/);
    }
  });
});
