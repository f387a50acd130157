import { routes } from '@zhiyu/contracts/routes';
import { SyntheticAudio } from '@zhiyu/server/interviews/read-aloud/synthetic-audio.entity';
import { AskedQuestion } from '@zhiyu/server/interviews/entities/interview.entity';
import { expect } from 'chai';
import { startVoiceEmulator, type VoiceEmulator } from '../emulators/voice.emulator.js';
import { aCandidate } from '../factories/candidate.js';
import { anMp3, aRecording } from '../factories/question-audio.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';
import {
  answerInText,
  apply,
  aStand,
  currentOf,
  goodResume,
  hour,
  interviewing,
  interviewOf,
  invited,
  next,
  type Stand,
  type Walker,
} from './walk.js';

const key = 'loopback key';
const mp3 = anMp3();

describe('a question read by a synthetic voice', function () {
  this.timeout(20_000);
  let emulator: VoiceEmulator;
  let app: TestApp;
  let stand: Stand;

  before(async () => {
    emulator = await startVoiceEmulator(key, mp3);
    const env = {
      ...{ TTS_API_BASE: emulator.base, TTS_API_KEY: key },
      ...{ TTS_MODEL: 'tts-1', TTS_VOICE: 'alloy' },
    };
    app = await startApp({ env });
    stand = await aStand(app);
  });
  after(async () => {
    await app.stop();
    await emulator.stop();
  });
  beforeEach(() => {
    emulator.requests.length = 0;
    emulator.act = () => ({ bytes: mp3 });
  });

  const listen = ({ session }: Walker, answerId: string) =>
    app.api(routes.ownQuestionAudio, { answerId }, session);

  it('is made when the interview is planned, once for everybody, and heard while the question is open', async () => {
    await invited(stand);
    const planned = emulator.requests.map(({ input }) => input);
    expect(planned, 'both questions, before anybody came').to.have.length(2);
    const walker = await interviewing(stand);
    expect(emulator.requests, 'the same words are not asked for again').to.have.length(2);
    const { outside } = await interviewOf(stand, walker);
    expect(outside.voice).to.equal(new URL(emulator.base).host);
    const current = await currentOf(stand, walker);
    expect(current.readBy).to.equal('synthetic');
    expect(planned).to.include(current.text);
    const heard = await listen(walker, current.answerId);
    expect(heard).to.deep.equal({ mimeType: 'audio/mpeg', data: mp3.toString('base64') });
    await answerInText(stand, walker, '我先听完顾客的话，再按规定换货。');
    await refused(listen(walker, current.answerId), 'questionNotOpen');
  });

  it('gives way to a person’s recording', async () => {
    const of = await aStand(app);
    const file = await aRecording(app, of.hr, anMp3());
    const { id } = of.position;
    const { version, content } = await app.api(routes.position, { id }, of.hr.session);
    const questions = content.questions.map((one) => ({
      ...one,
      audio: { zh: { file, words: one.text.zh } },
    }));
    const save = { id, baseVersion: version, content: { ...content, questions }, note: '' };
    await app.api(routes.savePosition, save, of.hr.session);
    const walker = await interviewing(of);
    expect((await currentOf(of, walker)).readBy).to.equal('person');
    expect(emulator.requests).to.deep.equal([]);
  });

  it('never gets what a person asks this one candidate', async () => {
    const walker = await interviewing(stand);
    const { interviewId: id } = await interviewOf(stand, walker);
    const ask = { id, text: '您简历里写的云杉超市是哪一家？', code: null };
    await app.api(routes.addQuestion, ask, stand.hr.session);
    await answerInText(stand, walker, '我先听完顾客的话，再按规定换货。');
    await app.drainJobs();
    await next(stand, walker);
    const current = await currentOf(stand, walker);
    expect(current).to.include({ kind: 'supplementary', readBy: 'device' });
    expect(emulator.requests.map(({ input }) => input).join()).not.to.include('云杉');
    await refused(listen(walker, current.answerId), 'notFound');
  });

  it('never gets a question that quotes the résumé, nor its quote', async () => {
    const of = await aStand(app, (content) => ({
      ...content,
      plan: { ...content.plan, resumeQuestions: 1 },
      automation: { ...content.automation, approveGenerated: false },
    }));
    const candidate = aCandidate();
    const told = '盘点库存，损耗率从 3% 降到 1.2%';
    const resume = `${goodResume(candidate)}\n工作经历\n2019.01-2020.06  云杉超市  店员\n• ${told}`;
    const walker = await apply(of, { candidate, resume });
    await app.drainJobs();
    const { interviewId } = await interviewOf(of, walker);
    const asked = await app.database.read(AskedQuestion).findBy({ interviewId });
    const quoting = asked.filter(({ said }) => said !== null);
    expect(quoting).to.have.length(1);
    const read = emulator.requests.map(({ input }) => input);
    expect(read).to.have.length(asked.length - 1);
    expect(read).not.to.include(quoting[0]?.content.text.zh);
    expect(read.join()).not.to.include('损耗率');
  });

  it('that fails or sends no audio leaves it to the device, and is asked again later', async () => {
    const of = await aStand(app);
    emulator.act = () => ({ status: 503 });
    const walker = await interviewing(of);
    expect((await currentOf(of, walker)).readBy).to.equal('device');
    emulator.act = () => ({ bytes: Buffer.from('<html>quota</html>'.padEnd(400)) });
    app.clock.advance(hour);
    await app.drainJobs();
    expect((await currentOf(of, walker)).readBy).to.equal('device');
    const companyId = of.company.id;
    expect(await app.database.read(SyntheticAudio).countBy({ companyId })).to.equal(0);
    emulator.act = () => ({ bytes: mp3 });
    app.clock.advance(hour);
    await app.drainJobs();
    expect((await currentOf(of, walker)).readBy).to.equal('synthetic');
  });
});
