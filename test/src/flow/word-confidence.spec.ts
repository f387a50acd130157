import type { Report } from '@zhiyu/contracts/scoring';
import { TranscriptRow } from '@zhiyu/server/interviews/entities/interview.entity';
import { replay } from '@zhiyu/server/scoring/replay';
import { Reports } from '@zhiyu/server/scoring/reports.service';
import { expect } from 'chai';
import {
  type SpeechEmulator,
  spokenWords,
  startSpeechEmulator,
} from '../emulators/speech.emulator.js';
import { withSilences } from '../factories/speech.js';
import { startApp, type TestApp } from '../harness/app.js';
import { fileOf, reportOf } from './look.js';
import { sendAll } from './recording.js';
import {
  answerInText,
  answersOf,
  aStand,
  begin,
  choose,
  currentOf,
  finishAttempt,
  handIn,
  interviewing,
  next,
  type Stand,
  type Walker,
} from './walk.js';

const key = 'loopback key';
const [story = '', other = ''] = answersOf('strong');

/** An engine that gives each word a figure, from its wire to the report. */
describe('confidence of each word', function () {
  this.timeout(60_000);
  let emulator: SpeechEmulator;
  let app: TestApp;
  let stand: Stand;
  let unsure: string[] = [];
  const sound = withSilences([12]);

  before(async () => {
    emulator = await startSpeechEmulator({ key, answer: () => spokenWords(story, 11, unsure) });
    const env = { SPEECH_DRIVER: 'openai', SPEECH_API_BASE: emulator.base, SPEECH_API_KEY: key };
    app = await startApp({ env });
    stand = await aStand(app);
  });
  after(async () => {
    await app.stop();
    await emulator.stop();
  });

  async function spokenBy(walker: Walker): Promise<Report> {
    const { attemptId, audioUrl } = await begin(stand, walker, 'voice');
    await sendAll(app, walker.session, { url: audioUrl ?? '', bytes: sound });
    await finishAttempt(stand, walker, attemptId);
    await choose(stand, walker, attemptId);
    await next(stand, walker);
    await answerInText(stand, walker, other);
    await handIn(stand, walker);
    await app.drainJobs();
    return reportOf(stand, walker);
  }

  const quotesOf = (report: Report) =>
    report.dimensions.flatMap(({ evidence }) => evidence.filter((one) => one.questionIndex === 0));

  it('stands in the report, sealed in the database, and where every word was heard nothing is held back', async () => {
    unsure = [];
    const report = await spokenBy(await interviewing(stand));
    const words = report.answers[0]?.transcript?.segments.flatMap((one) => one.words ?? []);
    expect(words).to.have.length(story.length);
    expect(quotesOf(report)).to.not.be.empty;
    expect(report.answers[0]).to.include({ gate: null }).and.to.not.have.property('unsure');
    const stored = JSON.stringify(await app.database.read(TranscriptRow).find());
    expect(stored).to.not.contain('0.97');
  });

  it('keeps a level from resting on misheard words: a person listens, and the replay agrees', async () => {
    unsure = [];
    const told = quotesOf(await spokenBy(await interviewing(stand)));
    unsure = told.map(({ quote }) => quote);
    const walker = await interviewing(stand);
    const report = await spokenBy(walker);
    expect(quotesOf(report)).to.deep.equal([]);
    expect(report.answers[0]?.gate).to.equal('uncertainTranscript');
    expect(report.confidence).to.equal('low');
    expect(report.lookFirst[0]?.text).to.contain('请听录音');
    const { interviews } = await fileOf(stand, walker);
    const row = await app
      .get(Reports)
      .newestRow(interviews.find(({ kind }) => kind === 'ai')?.id ?? '');
    const kept = await app.get(Reports).kept(row?.id ?? '');
    expect(kept && kept.snapshot && replay(report, kept.snapshot)).to.deep.equal([]);
  });

  it('shows the candidate what may have been misheard, before it counts', async () => {
    unsure = ['阿姨拿着'];
    const walker = await interviewing(stand);
    const { attemptId, audioUrl } = await begin(stand, walker, 'voice');
    await sendAll(app, walker.session, { url: audioUrl ?? '', bytes: sound });
    await finishAttempt(stand, walker, attemptId);
    await app.drainJobs();
    const current = await currentOf(stand, walker);
    expect(current.attempts[0]?.doubtful).to.deep.equal(['阿姨拿着']);
  });
});
