import type { PositionContent } from '@zhiyu/contracts/position';
import { routes } from '@zhiyu/contracts/routes';
import type { Report } from '@zhiyu/contracts/scoring';
import type { SoundSignals } from '@zhiyu/contracts/signals';
import { AttemptRow, Interview } from '@zhiyu/server/interviews/entities/interview.entity';
import { SoundFacts } from '@zhiyu/server/interviews/sound/sound-facts.service';
import { Application } from '@zhiyu/server/recruiting/entities/application.entity';
import { replay } from '@zhiyu/server/scoring/replay';
import { DeliveryValue, ReportRow } from '@zhiyu/server/scoring/report.entity';
import { Reports } from '@zhiyu/server/scoring/reports.service';
import { expect } from 'chai';
import { aStaff, type AStaff } from '../factories/company.js';
import { synthesise, withSilences } from '../factories/speech.js';
import { startApp, type TestApp } from '../harness/app.js';
import { aFaceSecond } from '../harness/world.js';
import { cardOf, cardsOf, fileOf, textOf } from './look.js';
import { sendAll } from './recording.js';
import {
  allConsents,
  answersOf,
  aStand,
  begin,
  choose,
  finishAttempt,
  handIn,
  interviewing,
  interviewOf,
  invited,
  next,
  type Stand,
  type Walker,
} from './walk.js';

const ground = '客服岗位要整天接电话，工会已经同意。';
const words = answersOf('strong');
const watching = (content: PositionContent): PositionContent => ({
  ...content,
  plan: { ...content.plan, faceObservation: { on: true, lawfulGround: '接待岗，职工代表同意' } },
});

/** Half a minute of very slow speech: worth 50 of 100. */
const slow: SoundSignals = {
  ...{ seconds: 40, speechSeconds: 30, latency: 1, voicedShare: 0.6, pitch: null, loudness: null },
  pauses: { count: 3, seconds: 4, longest: 1.5, places: [] },
  syllables: { count: 30, perSecond: 1 },
  quality: { levelDb: -20, noiseDb: -60, clippedShare: 0, faults: [] },
  engine: 'test',
};

interface Told {
  voice?: boolean;
  face?: boolean;
}

describe('a report that voice and face weigh in', function () {
  this.timeout(60_000);
  let app: TestApp;
  let stand: Stand;
  let admin: AStaff;
  before(async () => {
    app = await startApp();
    stand = await aStand(app, watching);
    admin = await aStaff(app, { company: stand.company, roles: ['admin'] });
  });
  after(() => app.stop());
  beforeEach(() => set(10, 10));

  const set = (voice: number, face: number) =>
    app.api(
      routes.setDeliveryWeights,
      { voice, face, ground, knowsNoEvidence: true },
      admin.session,
    );

  /** Agreed to what the page says now, with the face or without. */
  async function agreeing(given: { face?: boolean; change?: () => Promise<unknown> } = {}) {
    const walker = await invited(stand);
    const { weighed } = await interviewOf(stand, walker);
    const textVersion = weighed?.version ?? allConsents.textVersion;
    const consents = { ...allConsents, facialObservation: given.face ?? true, textVersion };
    await app.api(routes.giveConsents, consents, walker.session);
    await given.change?.();
    await next(stand, walker);
    return walker;
  }

  async function soundOf({ applicationId }: Walker, attemptId: string): Promise<void> {
    await app.database.transaction(async (tx) => {
      const attempt = await tx.manager.findOneByOrFail(AttemptRow, { id: attemptId });
      const interview = await tx.manager.findOneByOrFail(Interview, { applicationId });
      await app.get(SoundFacts).write(tx, { attempt, interview }, { facts: slow });
    });
  }

  /** Two strong answers by camera with their words, and these facts beside each. */
  async function answered(walker: Walker, { voice = true, face = true }: Told): Promise<void> {
    for (const text of words) {
      await next(stand, walker);
      const { attemptId } = await begin(stand, walker, 'camera');
      if (face) {
        const seconds = Array.from({ length: 40 }, (_, t) => aFaceSecond(t, { presence: 0.7 }));
        await app.api(routes.noteFace, { attemptId, batch: 0, seconds }, walker.session);
      }
      await finishAttempt(stand, walker, attemptId);
      await app.api(routes.writeTranscript, { attemptId, text }, walker.session);
      if (voice) {
        await soundOf(walker, attemptId);
      }
      await choose(stand, walker, attemptId);
    }
    await handIn(stand, walker);
    await app.drainJobs();
  }

  async function rowOf({ applicationId }: Walker): Promise<ReportRow> {
    return app.database
      .read(ReportRow)
      .findOneOrFail({ where: { applicationId }, order: { version: 'DESC' } });
  }

  async function reportOf(walker: Walker): Promise<Report> {
    const { interviews } = await fileOf(stand, walker);
    const id = interviews.find((one) => one.kind === 'ai')?.id ?? '';
    return (await app.api(routes.report, { id }, stand.hr.session)).report;
  }

  async function expectReplayed(id: string): Promise<void> {
    const kept = await app.get(Reports).kept(id);
    const { report, snapshot } = kept ?? {};
    expect(report && snapshot && replay(report, snapshot)).to.deep.equal([]);
  }

  async function europeanPosition(): Promise<void> {
    const { id } = stand.position;
    const { content, version } = await app.api(routes.position, { id }, stand.hr.session);
    const plan = { ...content.plan, faceObservation: { on: false, lawfulGround: '' } };
    const automation = { ...content.automation, european: true };
    const changed = { ...content, plan, automation };
    const input = { id, baseVersion: version, content: changed, note: '' };
    await app.api(routes.savePosition, input, stand.hr.session);
  }

  it('says what it was from words alone, what it is, each part, and the ground', async () => {
    const walker = await agreeing();
    await answered(walker, {});
    const { total, weighed } = await reportOf(walker);
    expect(weighed).to.deep.include({
      ground,
      voice: { weight: 0.1, value: 50, seconds: 60, rate: 1, longPauses: 0 },
      face: { weight: 0.1, value: 50, seconds: 80, seen: 0.7 },
    });
    const alone = weighed?.words.value ?? 0;
    expect(total.value).to.be.closeTo(0.8 * alone + 10, 0.051);
    const { applicationId } = walker;
    const stored = await app.database.read(Application).findOneByOrFail({ id: applicationId });
    expect(stored.total).to.equal(total.value);
    const value = await app.database.read(DeliveryValue).findOneByOrFail({ applicationId });
    expect(value).to.include({ voiceWeight: 0.1, voice: 50, faceWeight: 0.1, face: 50 });
    await expectReplayed((await rowOf(walker)).id);
  });

  it('is told where it matters: in the candidate’s copy of the consents and on the card to decide by', async () => {
    const walker = await agreeing();
    await answered(walker, {});
    const copyOf = async (one: Walker) =>
      (await cardsOf(stand, one, 'notice'))
        .filter(({ title }) => title.includes('一份留给您'))
        .map(textOf)
        .join();
    const cardFor = async (one: Walker) => textOf(await cardOf(stand, stand.hr, 'approval', one));
    expect(await copyOf(walker))
      .to.include('声音的语速和长停顿，占 10%')
      .and.to.include('镜头里有脸的时间，占 10%');
    expect(await cardFor(walker)).to.match(/总分里有声音 10 %、露脸时间 10 %.*只看内容是 \d/);

    const noFace = await agreeing({ face: false });
    await app.drainJobs();
    expect(await copyOf(noFace))
      .to.include('语速和长停顿，占 10%')
      .and.not.to.include('镜头里有脸');
    await set(0, 0);
    const plain = await agreeing();
    await answered(plain, {});
    expect(await copyOf(plain)).not.to.include('还算');
    expect(await cardFor(plain)).not.to.include('总分里');
  });

  it('is the one of the words alone where nothing is switched on: same total, no trace of it', async () => {
    await set(0, 0);
    const walker = await agreeing();
    await answered(walker, {});
    const { total, weighed } = await reportOf(walker);
    expect(weighed).to.equal(undefined);
    await set(10, 10);
    const typed = await agreeing();
    await answered(typed, { voice: false, face: false });
    const silent = await reportOf(typed);
    expect(silent.total).to.deep.equal(total);
    for (const one of [walker, typed]) {
      const row = await rowOf(one);
      const kept = await app.get(Reports).kept(row.id);
      expect(JSON.stringify(kept)).not.to.match(/"(delivery":\{"ground|weighed)/);
      await expectReplayed(row.id);
    }
  });

  it('stays what it was when the weights change, and plays again to the byte', async () => {
    const walker = await agreeing();
    await answered(walker, {});
    const before = await rowOf(walker);
    await set(0, 0);
    await app.drainJobs();
    expect((await rowOf(walker)).id).to.equal(before.id);
    await expectReplayed(before.id);
    const later = await agreeing();
    await answered(later, {});
    expect((await reportOf(later)).weighed).to.equal(undefined);
  });

  it('counts only what was agreed to in sentences that named it, and never more than they said', async () => {
    const old = await interviewing(stand, { ...allConsents, ...{ facialObservation: true } });
    await answered(old, {});
    expect((await reportOf(old)).weighed, 'agreed to words alone').to.equal(undefined);
    const noFace = await agreeing({ face: false });
    await answered(noFace, { face: false });
    expect((await reportOf(noFace)).weighed).to.have.all.keys('ground', 'words', 'voice');
    await set(3, 0);
    const little = await agreeing({ change: () => set(10, 10) });
    await answered(little, {});
    const { weighed } = await reportOf(little);
    expect(weighed?.voice?.weight).to.equal(0.03);
    expect(weighed?.face).to.equal(undefined);
  });

  it('is of words alone for whom more time was arranged, and under the European rules', async () => {
    const arranged = await invited(stand);
    const plain = { timeFactor: 1.5, noCamera: false, textOnly: false } as const;
    await app.api(routes.accommodate, plain, arranged.session);
    const { weighed } = await interviewOf(stand, arranged);
    const version = { textVersion: weighed?.version ?? '' };
    const consents = { ...allConsents, facialObservation: true, ...version };
    await app.api(routes.giveConsents, consents, arranged.session);
    await answered(arranged, {});
    expect((await reportOf(arranged)).weighed).to.equal(undefined);

    const walker = await agreeing();
    await app.api(routes.changeCompany, { europeanRules: true }, admin.session);
    await answered(walker, { face: false });
    expect((await reportOf(walker)).weighed).to.equal(undefined);
    await app.api(routes.changeCompany, { europeanRules: false }, admin.session);
  });

  it('is of words alone where just the position recruits in the European Union', async () => {
    const before = { stand, admin };
    try {
      stand = await aStand(app, watching);
      admin = await aStaff(app, { company: stand.company, roles: ['admin'] });
      await set(10, 10);
      const walker = await agreeing({ change: europeanPosition });
      await answered(walker, { face: false });
      expect((await reportOf(walker)).weighed).to.equal(undefined);
    } finally {
      ({ stand, admin } = before);
    }
  });

  it('is made anew from the words when the consent is taken back; the older one stays as it was', async () => {
    const walker = await agreeing();
    await answered(walker, {});
    const before = await rowOf(walker);
    const consents = { ...allConsents, facialObservation: false };
    await app.api(routes.giveConsents, consents, walker.session);
    await app.drainJobs();
    expect((await reportOf(walker)).weighed).to.have.all.keys('ground', 'words', 'voice');
    await app.api(routes.giveConsents, { ...consents, recording: false }, walker.session);
    await app.drainJobs();
    expect((await reportOf(walker)).weighed).to.equal(undefined);
    await expectReplayed(before.id);
  });

  it('waits for the sound of a real recording, and has it in its first version', async () => {
    const said = await synthesise('那天有个顾客要退货，我先听她说完，再向店长申请换货。');
    const speech = withSilences([1, said, 1, said, 1, said, 1, said, 1, said, 1, said]);
    const walker = await agreeing({ face: false });
    const { attemptId, audioUrl } = await begin(stand, walker, 'voice');
    await sendAll(app, walker.session, { url: audioUrl ?? '', bytes: speech });
    await finishAttempt(stand, walker, attemptId);
    const text = words[0] ?? '';
    await app.api(routes.writeTranscript, { attemptId, text }, walker.session);
    await choose(stand, walker, attemptId);
    await handIn(stand, walker);
    await app.drainJobs();
    const row = await rowOf(walker);
    expect(row.version).to.equal(1);
    const { voice } = (await reportOf(walker)).weighed ?? {};
    expect(voice?.rate).to.be.within(2, 8);
    expect(voice?.seconds).to.be.greaterThan(20);
    await expectReplayed(row.id);
  });
});
