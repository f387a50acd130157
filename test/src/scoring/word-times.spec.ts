import type { Segment, Transcript } from '@zhiyu/contracts/scoring';
import { withWordFigures, type HeardWord } from '@zhiyu/server/platform/speech/word-figures';
import { assess } from '@zhiyu/server/scoring/engine/assess';
import { joinTranscript, secondsAt } from '@zhiyu/server/scoring/engine/transcript-text';
import { expect } from 'chai';
import { gradedQuestions } from './engine.answers.js';
import { anInterview, aQuestion, aRecording } from './engine.cases.js';

const word = (text: string, at: number | null): HeardWord => ({ text, confidence: null, at });
const segment = (text: string, from: number, to: number): Segment => ({
  ...{ text, from, to, confidence: null },
});
const transcript = (segments: Segment[], locale: 'zh' | 'en'): Transcript => ({
  ...{ origin: 'engine', engine: 'test', locale, segments },
});

describe('the second of a quote', () => {
  const said = withWordFigures(
    [segment('Well, I counted twice.', 0, 10), segment('Then I left', 10, 12)],
    [word('Well', 0.2), word('I', 6), word('counted', 6.4), word('twice', 9.1), word('Then', null)],
  );
  const joined = joinTranscript(transcript(said, 'en'));

  it('is that of its first word, where the recogniser gives it', () => {
    expect(secondsAt(joined, joined.text.indexOf('I counted'))).to.equal(6);
    expect(secondsAt(joined, joined.text.indexOf('counted'))).to.equal(6.4);
    expect(secondsAt(joined, joined.text.indexOf('twice') + 2), 'inside a word').to.equal(9.1);
    expect(secondsAt(joined, joined.text.indexOf(' I counted')), 'before it').to.equal(6);
  });

  it('is interpolated where it gives none, as before', () => {
    expect(secondsAt(joined, joined.text.indexOf('Then'))).to.equal(10);
    expect(secondsAt(joined, joined.text.indexOf('left'))).to.equal(11.3);
    const plain = joinTranscript(transcript([segment('我先数钱再核对', 0, 7)], 'zh'));
    expect(secondsAt(plain, 3)).to.equal(3);
  });

  it('no moment outside its segment or before the last one is believed', () => {
    const [one] = withWordFigures(
      [segment('我先数钱', 5, 8)],
      [word('我', 1), word('先', 5.2), word('数', 5.1), word('钱', 30)],
    );
    expect(one?.starts).to.deep.equal([[1, 2, 5.2]]);
  });

  it('of every quote of a report is the moment of the word that it begins with', () => {
    const graded = gradedQuestions.find(({ locale }) => locale === 'zh');
    if (!graded) throw new Error('no graded answers');
    const { question, model } = aQuestion(graded.position, graded.question);
    const letters = [...graded.strong];
    // Spoken slower and slower: the letters' own moments are not where interpolation would put them.
    const moment = (i: number) => Math.round((i * i) / 20) / 10;
    const [one] = withWordFigures(
      [segment(graded.strong, 0, moment(letters.length))],
      letters.map((text, i) => word(text, moment(i))),
    );
    if (!one) throw new Error('no segment');
    const report = assess(anInterview(model, [aRecording(question, [one], 600)]));
    const quotes = report.dimensions.flatMap(({ evidence }) => evidence);
    expect(quotes.length).to.be.above(2);
    for (const { start, seconds } of quotes) expect(seconds).to.equal(moment(start));
  });
});
