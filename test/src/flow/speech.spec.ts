import { consentTexts } from '@zhiyu/contracts/consent-texts';
import { routes } from '@zhiyu/contracts/routes';
import { expect } from 'chai';
import {
  type EmulatedEar,
  spoken,
  startSpeechEmulator,
  type SpeechEmulator,
} from '../emulators/speech.emulator.js';
import { secondsOf, synthesise, withSilences } from '../factories/speech.js';
import { startApp, type TestApp } from '../harness/app.js';
import { sendAll } from './recording.js';
import { cardOf, cardsOf, reportOf, textOf } from './look.js';
import {
  answerInText,
  answersOf,
  aStand,
  begin,
  choose,
  finishAttempt,
  handIn,
  interviewing,
  minute,
  next,
  type Stand,
  statusOf,
  type Walker,
} from './walk.js';

const key = 'loopback key';
const strong = answersOf('strong');
describe('spoken answers', () => {
  /** Somebody speaks: which words are heard the emulator says. */
  let sound: Buffer;
  let ear: EmulatedEar;
  let emulator: SpeechEmulator;
  let app: TestApp;
  let stand: Stand;
  before(async () => {
    const said = await synthesise('那天有个顾客要退货');
    sound = withSilences([1, said, 30 - 1 - secondsOf(said)]);
    emulator = await startSpeechEmulator({ key, answer: (request) => ear(request) });
    const env = { SPEECH_DRIVER: 'openai', SPEECH_API_BASE: emulator.base, SPEECH_API_KEY: key };
    app = await startApp({ env });
    stand = await aStand(app);
  });
  after(async () => {
    await app.stop();
    await emulator.stop();
  });

  async function speak(of: Stand, walker: Walker): Promise<string> {
    const { attemptId, audioUrl } = await begin(of, walker, 'voice');
    await sendAll(of.app, walker.session, { url: audioUrl ?? '', bytes: sound, length: 200_000 });
    await finishAttempt(of, walker, attemptId);
    return attemptId;
  }

  /** Speaks the first answer, writes the second, hands in. */
  async function handedIn(of: Stand, walker: Walker): Promise<string> {
    const attemptId = await speak(of, walker);
    await choose(of, walker, attemptId);
    await next(of, walker);
    await answerInText(of, walker, strong[1] ?? '');
    await handIn(of, walker);
    return attemptId;
  }

  it('are recognised with times: the evidence of the report has its second', async () => {
    ear = () => spoken(strong[0] ?? '', 28, 1);
    const walker = await interviewing(stand);
    const attemptId = await handedIn(stand, walker);
    expect(
      await cardsOf(stand, stand.hr, 'approval', walker),
      'not before the words',
    ).to.deep.equal([]);
    await app.drainJobs();
    const report = await reportOf(stand, walker);
    expect(report.wordsFrom).to.equal('mixed');
    const evidence = report.dimensions.flatMap((one) => one.evidence);
    const heard = evidence.filter((one) => one.questionIndex === 0);
    const typed = evidence.filter((one) => one.questionIndex === 1);
    expect(heard).not.to.deep.equal([]);
    for (const one of heard) {
      expect(one.seconds).to.be.within(1, 29);
      expect(strong[0]).to.include(one.quote);
    }
    expect(typed.map((one) => one.seconds)).to.deep.equal(typed.map(() => null));
    expect(await cardsOf(stand, stand.hr, 'approval', walker)).to.have.length(1);
    const { answers } = await statusOf(stand, walker);
    expect(answers.find((one) => one.attemptId === attemptId)).to.include({
      wordsFrom: 'engine',
      words: strong[0],
    });
  });

  it('that no engine could hear are said to be missing; words written later make a new report and change the card', async () => {
    ear = () => ({ status: 401 });
    const walker = await interviewing(stand);
    const attemptId = await handedIn(stand, walker);
    await app.drainJobs();
    const first = await reportOf(stand, walker);
    const gate = (of: typeof first) => of.answers.find((one) => one.questionIndex === 0)?.gate;
    expect(gate(first)).to.equal('noTranscript');
    const before = await cardOf(stand, stand.hr, 'approval', walker);
    const { answers } = await statusOf(stand, walker);
    expect(answers.find((one) => one.attemptId === attemptId)).to.include({
      words: null,
      editable: true,
    });
    const words = { attemptId, text: strong[0] ?? '' };
    await app.api(routes.writeTranscript, words, walker.session);
    await app.drainJobs();
    const second = await reportOf(stand, walker);
    expect(gate(second)).to.equal(null);
    expect(second.total.coverage).to.be.greaterThan(first.total.coverage);
    expect(second.wordsFrom).to.equal('typed');
    const cards = await cardsOf(stand, stand.hr, 'approval', walker);
    expect(cards).to.have.length(1);
    expect(cards[0]).to.include({ id: before.id, state: 'open' });
    expect(cards[0]?.version).to.be.greaterThan(before.version);
    expect(cards[0]?.figure).not.to.deep.equal(before.figure);
  });

  it('are heard later when the engine was away for a while', async () => {
    let calls = 0;
    ear = () => {
      calls += 1;
      return calls <= 2 ? { status: 503 } : spoken(strong[0] ?? '', 28);
    };
    const walker = await interviewing(stand);
    await handedIn(stand, walker);
    await app.drainJobs();
    const first = await reportOf(stand, walker);
    expect(first.answers[0]?.gate).to.equal('noTranscript');
    app.clock.advance(10 * minute);
    await app.drainJobs();
    const second = await reportOf(stand, walker);
    expect(second.answers[0]?.gate).to.equal(null);
    expect(await cardsOf(stand, stand.hr, 'approval', walker)).to.have.length(1);
  }).timeout(30_000);

  it('corrected by the candidate count as corrected; the next recognition does not undo it', async () => {
    ear = () => spoken('那天有个顾客要退货', 4);
    const walker = await interviewing(stand);
    const attemptId = await speak(stand, walker);
    await app.drainJobs();
    const words = { attemptId, text: strong[0] ?? '' };
    await app.api(routes.writeTranscript, words, walker.session);
    await choose(stand, walker, attemptId);
    await handIn(stand, walker);
    await app.drainJobs();
    const { answers } = await statusOf(stand, walker);
    expect(answers[0]).to.include({ wordsFrom: 'candidate', words: strong[0] });
    expect((await reportOf(stand, walker)).wordsFrom).to.equal('typed');
  });

  it('are sent to no engine without consent to transcription', async () => {
    ear = () => spoken(strong[0] ?? '', 28);
    const asked = emulator.requests.length;
    const refusedIt = {
      recording: true,
      transcription: false,
      automatedAssessment: true,
      talentPool: false,
      textVersion: consentTexts.interview,
    };
    const walker = await interviewing(stand, refusedIt);
    await handedIn(stand, walker);
    await app.drainJobs();
    expect(emulator.requests.length).to.equal(asked);
    expect((await reportOf(stand, walker)).answers[0]?.gate).to.equal('noTranscript');
  });

  it('without an engine are written by the candidate, and marked so on card and report', async () => {
    const plain = await startApp();
    const of = await aStand(plain);
    const walker = await interviewing(of);
    const attemptId = await speak(of, walker);
    const { current, speech } = await plain.api(routes.candidateInterview, {}, walker.session);
    expect(speech).to.deep.include({ driver: 'none', available: false });
    expect(current?.attempts[0]).to.include({ recognition: 'none', words: null });
    await plain.api(routes.writeTranscript, { attemptId, text: strong[0] ?? '' }, walker.session);
    await choose(of, walker, attemptId);
    await handIn(of, walker);
    await plain.drainJobs();
    const report = await reportOf(of, walker);
    expect(report.wordsFrom).to.equal('typed');
    expect(
      report.dimensions.flatMap((one) => one.evidence).every((e) => e.seconds === null),
    ).to.equal(true);
    const card = await cardOf(of, of.hr, 'approval', walker);
    expect(textOf(card)).to.match(/文字.*候选人|候选人.*文字|打字|自己写/);
    await plain.stop();
  });
});
