import type { Report } from '@zhiyu/contracts/scoring';
import { type Total, totalOf, withDelivery } from '@zhiyu/contracts/total';
import { moved } from '@zhiyu/server/analytics/simulation/simulate';
import { assess } from '@zhiyu/server/scoring/engine/assess';
import type {
  AssessInput,
  DeliveryInput,
  VoiceFacts,
} from '@zhiyu/server/scoring/engine/engine.types';
import { printed } from '@zhiyu/server/scoring/print/printed';
import { replay } from '@zhiyu/server/scoring/replay';
import { locales } from '@zhiyu/contracts/basics';
import { expect } from 'chai';
import { gradedQuestions } from './engine.answers.js';
import { anAnswer, anInterview, aQuestion } from './engine.cases.js';

const graded =
  gradedQuestions.find(({ locale }) => locale === 'zh') ?? expect.fail('graded answers');
const { question, model } = aQuestion(graded.position, graded.question);
const ground = '客服岗位要整天接电话，工会已经同意。';

const plain = (): AssessInput => anInterview(model, [anAnswer(question, graded.strong)]);
const withFacts = (delivery: DeliveryInput): Report => assess({ ...plain(), delivery });

/** A minute of ordinary speech. */
const aVoice = (change: Partial<VoiceFacts> = {}): VoiceFacts => ({
  ...{ questionIndex: 0, speechSeconds: 60, perSecond: 4.5, pauseSeconds: 8 },
  ...{ longPauseSeconds: 0, faulty: false, ...change },
});
const voiceOf = (...answers: VoiceFacts[]) =>
  withFacts({ ground, voice: { weight: 10, answers } }).weighed?.voice;
const faceOf = (seconds: number, seenSeconds: number) =>
  withFacts({
    ground,
    face: { weight: 10, answers: [{ questionIndex: 0, seconds, seenSeconds }] },
  }).weighed?.face;

describe('what voice and face weigh', () => {
  it('is nothing, and the report the same to the byte, where nothing is to be weighed', () => {
    const before = JSON.stringify(assess(plain()));
    expect(before).not.to.include('weighed');
    const nothing: DeliveryInput[] = [
      { ground },
      { ground, voice: { weight: 0, answers: [aVoice()] } },
      { ground, voice: { weight: 10, answers: [] } },
      { ground, face: { weight: 10, answers: [] } },
    ];
    for (const delivery of nothing) {
      expect(JSON.stringify(withFacts(delivery))).to.equal(before);
    }
  });

  it('moves the total alone, by no more than its weight; dimensions and their words stay', () => {
    const { total: alone, ...others } = assess(plain());
    const said = alone.value ?? expect.fail('no total');
    const unsure = alone.standardError ?? expect.fail('no error');
    for (const perSecond of [0.5, 4.5]) {
      const report = withFacts({ ground, voice: { weight: 10, answers: [aVoice({ perSecond })] } });
      const { total, weighed, ...rest } = report;
      expect(rest).to.deep.equal(others);
      expect(weighed?.ground).to.equal(ground);
      expect(weighed?.words.value).to.equal(said);
      const value = weighed?.voice?.value ?? expect.fail('no voice');
      expect(total.value).to.be.closeTo(0.9 * said + 0.1 * value, 0.051);
      expect(total.value).to.be.within(said - 10, said + 10);
      expect(total.standardError).to.be.greaterThan(0.9 * unsure);
    }
  });

  const rates: [perSecond: number, value: number][] = [
    [1, 50],
    [1.75, 75],
    [2.5, 100],
    [8, 100],
    [9.5, 75],
    [11, 50],
    [14, 50],
  ];
  for (const [perSecond, value] of rates) {
    it(`${String(perSecond)} syllables a second are worth ${String(value)} with no long pause`, () => {
      expect(voiceOf(aVoice({ perSecond }))?.value).to.equal(value);
    });
  }

  const silences: [longPauseSeconds: number, value: number][] = [
    [0, 100],
    [10, 100],
    [30, 75],
    [50, 50],
    [80, 50],
  ];
  for (const [long, value] of silences) {
    it(`${String(long)} of 100 seconds in long pauses are worth ${String(value)} at a usual rate`, () => {
      const one = aVoice({ speechSeconds: 20, pauseSeconds: 80, longPauseSeconds: long });
      expect(voiceOf(one)).to.include({ value, longPauses: long / 100 });
    });
  }

  it('counts no faulty recording, no short one, and nothing at all under twenty seconds of speech', () => {
    const slow = { perSecond: 1, speechSeconds: 60 };
    expect(voiceOf(aVoice(), aVoice({ ...slow, faulty: true }))?.value).to.equal(100);
    expect(voiceOf(aVoice(), aVoice({ ...slow, speechSeconds: 4 }))?.value).to.equal(100);
    expect(voiceOf(aVoice(), aVoice(slow))?.value).to.equal(75);
    expect(voiceOf(aVoice({ speechSeconds: 19 }))).to.equal(undefined);
    expect(voiceOf(aVoice({ perSecond: null }))).to.equal(undefined);
  });

  it('of a face is the time in which one is seen, from thirty seconds on', () => {
    expect(faceOf(100, 95)).to.deep.equal({ weight: 0.1, value: 100, seconds: 100, seen: 0.95 });
    expect(faceOf(100, 70)?.value).to.equal(50);
    expect(faceOf(100, 20)?.value).to.equal(0);
    expect(faceOf(29, 29)).to.equal(undefined);
  });

  it('makes no total where the words have none', () => {
    const input = { ...anInterview(model, [anAnswer(question, '')]) };
    const report = assess({
      ...input,
      delivery: { ground, voice: { weight: 10, answers: [aVoice()] } },
    });
    expect(report.total.value).to.equal(null);
    expect(JSON.stringify(report)).to.equal(JSON.stringify(assess(input)));
  });

  it('sends to a person whoever would come out otherwise, whichever way', () => {
    const line = { threshold: 60 };
    const words = (value: number): Total => totalOf([{ weight: 1, value, standardError: 1 }], line);
    const verdicts = (value: number, part: number) => {
      const weighed = withDelivery(words(value), [{ weight: 0.1, value: part }], line);
      return [words(value).verdict, weighed.verdict];
    };
    expect(verdicts(80, 100)).to.deep.equal(['meets', 'meets']);
    expect(verdicts(61.5, 0)).to.deep.equal(['meets', 'crosses']);
    expect(verdicts(58, 100)).to.deep.equal(['below', 'crosses']);
    expect(verdicts(60, 100)).to.deep.equal(['crosses', 'crosses']);
    expect(verdicts(20, 0)).to.deep.equal(['below', 'below']);
    for (let value = 0; value <= 100; value += 0.5) {
      for (const part of [0, 50, 100]) {
        const [alone, both] = verdicts(value, part);
        expect([alone, 'crosses']).to.include(both);
      }
    }
  });

  it('is replayed to the byte from its snapshot, and a snapshot without it says what differs', () => {
    const snapshot = {
      ...plain(),
      delivery: { ground, voice: { weight: 10, answers: [aVoice({ perSecond: 1 })] } },
    };
    const report = assess(snapshot);
    const kept = JSON.parse(JSON.stringify(snapshot)) as AssessInput;
    expect(replay(report, kept)).to.deep.equal([]);
    const { delivery: _, ...bare } = kept;
    expect(replay(report, bare).map(({ path }) => path)).to.include.members([
      'total.value',
      'weighed',
    ]);
  });

  it('stands in a simulation as it stood in the report', () => {
    const values = [{ code: 'a', value: 61.5, standardError: 1 }];
    const weighing = { weights: { a: 1 }, threshold: 60, greyZone: 0 };
    const delivery = [
      { weight: 0.1, value: 0 },
      { weight: 0, value: null },
    ];
    const [one] = moved([{ applicationId: 'x', values, delivery }], weighing, weighing);
    expect(one?.was).to.include({ value: 55.4, verdict: 'crosses' });
    const [words] = moved([{ applicationId: 'x', values }], weighing, weighing);
    expect(words?.was).to.include({ value: 61.5, verdict: 'meets' });
  });

  describe('on paper', () => {
    const sheet = (report: Report, reader: 'hr' | 'manager' | 'candidate') =>
      printed({
        ...{ report, reader, language: report.locale, asStored: 0 },
        ...{ sound: null, beside: { tests: [], resume: null } },
        ...{ candidateName: '陈雨桐', positionName: '店员', companyName: '云杉零售' },
        ...{ madeOn: '2026-11-23', scale: 'hundred', marks: { potential: null, culture: [] } },
      });
    const delivery = { ground, voice: { weight: 7, answers: [aVoice({ perSecond: 1 })] } };

    for (const locale of locales) {
      it(`says it to every reader in ${locale}, and only where it was weighed`, () => {
        const report = { ...withFacts(delivery), locale };
        const { weighed: _, ...words } = report;
        for (const reader of ['hr', 'manager', 'candidate'] as const) {
          const { rows, method } = sheet(report, reader);
          const text = JSON.stringify(rows);
          expect(text).to.include(ground);
          expect(text).to.match(/7 ?[%％]/);
          const usual = sheet(words, reader);
          expect(JSON.stringify(usual.rows)).not.to.include(ground);
          expect(method.lines).not.to.deep.equal(usual.method.lines);
          expect(method.lines).to.have.length(usual.method.lines.length);
        }
        const own = JSON.stringify(sheet(report, 'candidate').rows[0]);
        expect(own).to.include(String(Math.round(report.weighed?.words.value ?? 0)));
        expect(own, 'no reading against the requirement').not.to.match(/够要求|meets|基準|requis/);
      });
    }
  });
});
