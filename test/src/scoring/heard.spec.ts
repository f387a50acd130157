import { heardBy, unsureStretches } from '@zhiyu/contracts/heard';
import type { Report, Segment } from '@zhiyu/contracts/scoring';
import { doubtsOf } from '@zhiyu/server/recruiting/doubts';
import { assess, type AssessInput } from '@zhiyu/server/scoring/engine/assess';
import { assessHeard } from '@zhiyu/server/scoring/heard/assess-heard';
import { replay } from '@zhiyu/server/scoring/replay';
import { reportIn } from '@zhiyu/server/scoring/wording/report-in';
import { expect } from 'chai';
import { gradedQuestions } from './engine.answers.js';
import { anInterview, aQuestion, aRecording } from './engine.cases.js';

const graded =
  gradedQuestions.find(({ position, locale }) => position === 'store-staff' && locale === 'zh') ??
  expect.fail('graded answers');
const { question, model } = aQuestion(graded.position, graded.question);
const sentences = graded.strong.match(/[^，。！？；]+[，。！？；]?/gu) ?? [];

/** Recognised, a figure for each character; `sure` says of a sentence which. */
function heard(sure: (sentence: string, i: number) => number): AssessInput {
  const segments = sentences.map((text, i): Segment => {
    const words = [...text].map((_, at): [number, number, number] => [at, at + 1, sure(text, i)]);
    return { text, from: i * 2, to: i * 2 + 2, confidence: 0.9, words };
  });
  return anInterview(model, [aRecording(question, segments, sentences.length * 2)]);
}

/** The same without figures of words: as it was before there were any. */
function withoutWords(input: AssessInput): AssessInput {
  const bare = input.answers.map(({ transcript, ...answer }) => ({
    ...answer,
    transcript: transcript && {
      ...transcript,
      segments: transcript.segments.map(({ text, from, to, confidence }) => {
        return { text, from, to, confidence };
      }),
    },
  }));
  return { ...input, answers: bare };
}

const sure = heard(() => 0.95);
/** Every sentence that carries evidence was misheard; the rest was not. */
const carried = assess(withoutWords(sure)).dimensions.flatMap(({ evidence }) => evidence);
const shaky = heard((text) =>
  carried.some(({ quote }) => quote.includes(text.slice(0, 4))) ? 0.4 : 0.95,
);

describe('words that were not heard for sure', () => {
  it('change nothing where every word was heard', () => {
    const report = assessHeard(sure);
    const silent = ({ answers, ...rest }: Report) => ({
      ...rest,
      answers: answers.map((one) => ({ ...one, transcript: null })),
    });
    expect(silent(report)).to.deep.equal(silent(assess(withoutWords(sure))));
    expect(report.dimensions.some(({ value }) => value !== null)).to.be.true;
  });

  it('leave reports from before there were figures of words as they are, byte for byte', () => {
    const old = withoutWords(shaky);
    expect(JSON.stringify(assessHeard(old))).to.equal(JSON.stringify(assess(old)));
  });

  it('carry no level: it is not given, the quotes stand first in what to look at, and a person decides', () => {
    const report = assessHeard(shaky);
    expect(report.dimensions.every(({ value }) => value === null)).to.be.true;
    expect(report.total.value).to.equal(null);
    expect(report.dimensions.map(({ reason }) => reason).join()).to.contain('没有听清');
    const [first] = report.lookFirst;
    expect(first?.text).to.contain('请听录音');
    expect(carried.map(({ quote }) => quote)).to.include(first?.evidence[0].quote);
    expect(report.answers[0]).to.include({ gate: 'uncertainTranscript' });
    expect(report.answers[0]?.unsure).to.not.be.empty;
    expect(report.confidence).to.equal('low');
    expect(doubtsOf(report)).to.include('words').and.to.not.include('apart');
  });

  it('that carry nothing move nothing', () => {
    const touched = (text: string) =>
      carried.some(({ quote }) => quote.includes(text) || text.includes(quote));
    const aside = heard((text) => (touched(text) ? 0.95 : 0.4));
    const report = assessHeard(aside);
    const plain = assess(withoutWords(sure));
    for (const [i, one] of report.dimensions.entries()) {
      if (one.value !== null) {
        expect(one.value).to.equal(plain.dimensions[i]?.value);
      }
    }
    expect(report.dimensions.some(({ value }) => value !== null)).to.be.true;
  });

  it('are replayed from the snapshot', () => {
    const stored = assessHeard(shaky);
    expect(replay(stored, shaky)).to.deep.equal([]);
  });

  it('are told of in the language of the reader', () => {
    const report = assessHeard(shaky);
    const sources = { model, questions: [question] };
    const { report: english, asStored } = reportIn({ report, potential: null }, 'en', sources);
    expect(asStored).to.equal(0);
    expect(english.lookFirst[0]?.text).to.contain('listen to the recording');
    expect(english.answers[0]?.gateReason).to.contain('a person should listen');
  });

  it('are places in the joined text; neighbours are one, and typed words are never in doubt', () => {
    const segments: Segment[] = [
      {
        text: 'I counted twice.',
        from: 0,
        to: 2,
        confidence: 0.9,
        words: [
          [2, 9, 0.3],
          [10, 15, 0.4],
        ],
      },
      { text: 'Then left.', from: 2, to: 3, confidence: 0.5 },
    ];
    const transcript = { origin: 'engine', engine: 'e', locale: 'en', segments } as const;
    expect(heardBy(transcript)).to.equal('word');
    expect(unsureStretches(transcript)).to.deep.equal([
      [2, 15],
      [17, 27],
    ]);
    expect(unsureStretches({ ...transcript, origin: 'candidate' })).to.deep.equal([]);
  });
});
