import { routes } from '@zhiyu/contracts/routes';
import type { ReportView } from '@zhiyu/contracts/scoring';
import { RetentionJob } from '@zhiyu/server/interviews/media/retention.job';
import { SoundFactsRow } from '@zhiyu/server/interviews/sound/sound-facts.entity';
import { Erasure } from '@zhiyu/server/privacy/erasure.service';
import { expect } from 'chai';
import { spoken, type SpeechEmulator, startSpeechEmulator } from '../emulators/speech.emulator.js';
import { synthesise, withSilences } from '../factories/speech.js';
import { startApp, type TestApp } from '../harness/app.js';
import { fileOf } from './look.js';
import { sendAll } from './recording.js';
import {
  allConsents,
  answerInText,
  answersOf,
  aStand,
  begin,
  choose,
  finishAttempt,
  handIn,
  interviewing,
  next,
  type Stand,
  type Walker,
} from './walk.js';

const day = 86_400_000;
const strong = answersOf('strong');

describe('the sound of an answer', function () {
  this.timeout(60_000);
  let app: TestApp;
  let stand: Stand;
  /** A second of nothing, words, a pause of 1.2 s, words. */
  let speech: Buffer;
  const silence = withSilences([6]);

  before(async () => {
    app = await startApp();
    stand = await aStand(app);
    const said = await synthesise('那天有个顾客要退货，我先听她说完');
    speech = withSilences([1, said, 1.2, said]);
  });
  after(() => app.stop());

  /** Records the first answer, writes its words down where there are some, writes the second, hands in. */
  async function answered(
    of: Stand,
    walker: Walker,
    recorded: { sound: Buffer; words?: string },
  ): Promise<string> {
    const { attemptId, audioUrl } = await begin(of, walker, 'voice');
    await sendAll(of.app, walker.session, { url: audioUrl ?? '', bytes: recorded.sound });
    await finishAttempt(of, walker, attemptId);
    if (recorded.words !== undefined) {
      const words = { attemptId, text: recorded.words };
      await of.app.api(routes.writeTranscript, words, walker.session);
    }
    await choose(of, walker, attemptId);
    await next(of, walker);
    await answerInText(of, walker, strong[1] ?? '');
    await handIn(of, walker);
    await of.app.drainJobs();
    return attemptId;
  }

  async function viewOf(of: Stand, walker: Walker): Promise<ReportView> {
    const { interviews } = await fileOf(of, walker);
    const id = interviews.find((one) => one.kind === 'ai')?.id ?? '';
    return of.app.api(routes.report, { id }, of.hr.session);
  }

  const rowsOf = ({ applicationId }: Walker) =>
    app.database.read(SoundFactsRow).countBy({ applicationId });

  it('is measured and stands beside the report, and moves no score', async () => {
    const words = strong[0] ?? '';
    const walker = await interviewing(stand);
    const attemptId = await answered(stand, walker, { sound: speech, words });
    const { report, sound } = await viewOf(stand, walker);
    const [only] = sound.answers;
    expect(sound.answers).to.have.length(1);
    expect(only).to.include({ questionIndex: 0, attemptId });
    expect(only?.sound.latency).to.be.closeTo(1, 0.25);
    expect(only?.sound.pauses.longest).to.be.closeTo(1.2, 0.4);
    expect(only?.words?.perMinute).to.be.greaterThan(60);
    expect(sound.summary).to.include({ measured: 1, recorded: 1 });
    expect(sound.summary?.engines).to.deep.equal(['sherpa-onnx silero v5, boersma 1.0']);

    const other = await interviewing(stand);
    await answered(stand, other, { sound: silence, words });
    const silent = await viewOf(stand, other);
    expect(silent.sound.summary).to.include({ speechSeconds: 0, latency: null, medianHz: null });
    expect(silent.report.total).to.deep.equal(report.total);
    const stored = JSON.stringify(await app.database.read(SoundFactsRow).find());
    expect(stored, 'sealed').not.to.match(/medianHz|speechSeconds/);
  });

  it('says that nobody spoke, where nothing put it into words', async () => {
    const walker = await interviewing(stand);
    await answered(stand, walker, { sound: silence });
    const { report } = await viewOf(stand, walker);
    const answer = report.answers.find((one) => one.questionIndex === 0);
    expect(answer).to.include({ gate: 'empty', gateReason: '录音里没有人说话，所以没有得分。' });
    const talking = await interviewing(stand);
    await answered(stand, talking, { sound: speech });
    expect((await viewOf(stand, talking)).report.answers[0]?.gate).to.equal('noTranscript');
  });

  it('is not measured without consent to machines, nor where nothing was recorded', async () => {
    const walker = await interviewing(stand, { ...allConsents, transcription: false });
    await answered(stand, walker, { sound: speech, words: strong[0] ?? '' });
    expect(await rowsOf(walker)).to.equal(0);
    const typed = await interviewing(stand);
    await answerInText(stand, typed, strong[0] ?? '');
    await next(stand, typed);
    await answerInText(stand, typed, strong[1] ?? '');
    await handIn(stand, typed);
    await app.drainJobs();
    expect((await viewOf(stand, typed)).sound).to.deep.equal({ answers: [], summary: null });
  });

  it('stands in the copy of the own data, and goes with the consent, the person, the recording', async () => {
    const recorded = { sound: speech, words: strong[0] ?? '' };
    const walkers = [
      await interviewing(stand),
      await interviewing(stand),
      await interviewing(stand),
    ];
    for (const walker of walkers) {
      await answered(stand, walker, recorded);
    }
    const [first, second, third] = walkers as [Walker, Walker, Walker];
    const { sounds } = await app.api(routes.ownData, {}, first.session);
    expect(sounds.map(({ questionIndex, facts }) => [questionIndex, facts.latency])).to.have.length(
      1,
    );

    await app.api(routes.giveConsents, { ...allConsents, transcription: false }, first.session);
    await app.drainJobs();
    expect(await rowsOf(first), 'measured for its words').to.equal(0);
    const { personId } = await app.database
      .read(SoundFactsRow)
      .findOneByOrFail({ applicationId: second.applicationId });
    await app.database.transaction((tx) => app.get(Erasure).erase(tx, personId));
    await app.drainJobs();
    expect(await rowsOf(second)).to.equal(0);
    await app.api(routes.withdraw, {}, third.session);
    await app.get(RetentionJob).run();
    expect(await rowsOf(third), 'kept as long as the recording').to.equal(1);
    app.clock.advance(181 * day);
    await app.get(RetentionJob).run();
    expect(await rowsOf(third)).to.equal(0);
  });

  describe('put into words by an unsure engine', () => {
    let emulator: SpeechEmulator;
    let hearing: TestApp;
    before(async () => {
      const heard = spoken(strong[0] ?? '', 8).segments;
      const unsure = heard.map((segment) => ({ ...segment, avg_logprob: -0.8 }));
      emulator = await startSpeechEmulator({ key: 'k', answer: () => ({ segments: unsure }) });
      const env = { SPEECH_DRIVER: 'openai', SPEECH_API_BASE: emulator.base, SPEECH_API_KEY: 'k' };
      hearing = await startApp({ env });
    });
    after(async () => {
      await hearing.stop();
      await emulator.stop();
    });

    it('has no score, and the report sends a person to listen', async () => {
      const of = await aStand(hearing);
      const walker = await interviewing(of);
      await answered(of, walker, { sound: speech });
      const { report, sound } = await viewOf(of, walker);
      const answer = report.answers.find((one) => one.questionIndex === 0);
      expect(answer).to.include({ gate: 'uncertainTranscript' });
      expect(answer?.gateReason).to.include('44%').and.to.include('请人来听');
      const evidence = report.dimensions.flatMap((one) => one.evidence);
      expect(evidence.filter((one) => one.questionIndex === 0)).to.deep.equal([]);
      expect(report.confidence).not.to.equal('high');
      expect(sound.answers[0]?.words?.length).to.be.greaterThan(20);
    });
  });
});
