import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { demoSentences, loadDemo, readDemoClip } from '@zhiyu/config/demo';
import { usualPassLimits } from '@zhiyu/contracts/pass-limits';
import { loadSettings } from '@zhiyu/config/settings';
import { ImpactTables } from '@zhiyu/server/analytics/impact/impact.service';
import { AppModule } from '@zhiyu/server/app.module';
import { DemoCompany } from '@zhiyu/server/demo/demo-company';
import { momentOf } from '@zhiyu/server/demo/demo-clock';
import { entities } from '@zhiyu/server/entities';
import {
  Answer,
  Interview,
  TranscriptRow,
} from '@zhiyu/server/interviews/entities/interview.entity';
import { Media } from '@zhiyu/server/interviews/media/media.entity';
import { MediaService } from '@zhiyu/server/interviews/media/media.service';
import { CardRow, Delivery } from '@zhiyu/server/notify/card.entity';
import { Database } from '@zhiyu/server/platform/database/database';
import { EventRow } from '@zhiyu/server/platform/events/event.entity';
import { Job } from '@zhiyu/server/platform/jobs/job.entity';
import { Runtime } from '@zhiyu/server/platform/runtime';
import { AuditEntry } from '@zhiyu/server/privacy/audit.entity';
import { Person } from '@zhiyu/server/privacy/person.entity';
import {
  Application,
  Decision,
  PromiseRow,
} from '@zhiyu/server/recruiting/entities/application.entity';
import { Position } from '@zhiyu/server/recruiting/entities/position.entity';
import { ProcessMeeting } from '@zhiyu/server/recruiting/entities/process-meeting.entity';
import { ReportRow } from '@zhiyu/server/scoring/report.entity';
import { Reports } from '@zhiyu/server/scoring/reports.service';
import { Company } from '@zhiyu/server/staff/company.entity';
import { SignIn } from '@zhiyu/server/staff/sign-in.service';
import { StaffService } from '@zhiyu/server/staff/staff.service';
import { StaffUser } from '@zhiyu/server/staff/staff-user.entity';
import { isUnder } from '@zhiyu/server/workflow/pass-rate/pass-rate';
import { expect } from 'chai';

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => one.name);
}

describe('the words of the example company', () => {
  const { company, candidates, crowd } = loadDemo();

  it('every clip is there and small', () => {
    const clips = candidates.flatMap((one) => one.answers.flatMap(({ clip }) => clip ?? []));
    expect(clips).to.have.length.within(4, 6);
    for (const clip of clips) {
      expect(readDemoClip(clip).length, clip).to.be.within(10_000, 150_000);
    }
  });

  it('every sentence of a clip has its second, one after the other', () => {
    for (const answer of candidates.flatMap((one) => one.answers).filter((one) => one.clip)) {
      const sentences = demoSentences(answer);
      expect(sentences.map(({ text }) => text).join(''), answer.clip).to.equal(answer.text);
      for (const { text, from, to } of sentences) {
        // Nobody speaks slower than two syllables a second or faster than ten.
        expect((to - from) / text.length, text).to.be.within(0.1, 0.5);
      }
      expect(sentences.at(-1)?.to).to.equal(answer.seconds);
    }
  });

  it('nobody in it can be reached: numbers and addresses are of no network', () => {
    for (const { email } of [...company.people, ...candidates, ...crowd]) {
      expect(email).to.match(/@example\.com$/);
    }
    const phones = [...candidates, ...crowd].map(({ phone }) => phone);
    expect(new Set(phones).size, 'each has one of his own').to.equal(phones.length);
    for (const phone of phones) {
      expect(phone).to.match(/^1390000\d{4}$/);
    }
  });

  it('counts days on the clock of Shanghai and minutes from now', () => {
    const now = Date.parse('2026-11-21T17:30:00Z');
    expect(momentOf('-1d 19:24', now)).to.equal(Date.parse('2026-11-21T11:24:00Z'));
    expect(momentOf('-95m', now)).to.equal(now - 95 * 60_000);
  });
});

describe('the example company', function () {
  this.timeout(120_000);
  const dataDir = mkdtempSync(join(tmpdir(), 'zhiyu-demo-'));
  let app: INestApplicationContext;
  let demo: DemoCompany;
  let madeAt = 0;

  const all = <T extends object>(entity: new () => T): Promise<T[]> =>
    app.get(Database).read(entity).find();

  before(async () => {
    const settings = loadSettings({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' });
    const options = { runsJobs: false, serves: false, version: '0' };
    const runtime = new Runtime(settings, options);
    runtime.publicUrl = 'http://127.0.0.1:1';
    app = await NestFactory.createApplicationContext(AppModule.with(runtime), { logger: false });
    demo = new DemoCompany(app);
    expect(await demo.greet({ wanted: false }), 'not wanted').to.deep.equal([]);
    madeAt = Date.now();
    await demo.greet({ wanted: true });
  });

  after(async () => {
    await app.close();
    rmSync(dataDir, { recursive: true });
  });

  it('marks every record as an example', async () => {
    for (const entity of [Company, Person, Position, Application]) {
      const rows = await all<{ example: boolean }>(entity);
      expect(rows, entity.name).to.not.be.empty;
      expect(
        rows.every((row) => row.example),
        entity.name,
      ).to.be.true;
    }
  });

  it('has somebody at every place worth looking at', async () => {
    const applications = await all(Application);
    const stages = applications.map((one) => one.stage);
    expect(stages).to.include.members([
      'screening',
      'aiInterview',
      'review',
      'hrInterview',
      'final',
      'rejected',
    ]);
    const inReview = applications.filter((one) => one.stage === 'review');
    expect(inReview.map((one) => one.verdict)).to.include.members(['crosses', 'meets', 'below']);
    const cards = (await all(CardRow)).map((one) => one.kind);
    expect(cards).to.include.members(['approval', 'thanks', 'result', 'screeningReview']);
    const talks = (await all(Interview)).filter((one) => one.kind === 'human');
    expect(talks.some((one) => (one.startsAt ?? 0) > madeAt)).to.be.true;
    const promises = await all(PromiseRow);
    expect(promises.some((one) => one.state === 'open')).to.be.true;
    expect(promises.every((one) => one.keptAt !== null || one.dueAt > madeAt)).to.be.true;
  });

  it('has let few of one position pass: the product itself has raised the alert, with the question behind it', async () => {
    const [meeting, ...more] = await all(ProcessMeeting);
    expect(more).to.be.empty;
    expect(meeting).to.include({ state: 'proposed', decidedBy: null });
    const { now, limits, without = [] } = meeting!.evidence;
    expect(limits).to.deep.equal(usualPassLimits);
    expect(isUnder(now, usualPassLimits), JSON.stringify(now)).to.be.true;
    const decisions = await app.get(Database).read(Decision).findBy({ fromStage: 'review' });
    const ids = (await all(Application))
      .filter(({ positionId }) => positionId === meeting?.positionId)
      .map(({ id }) => id);
    const counted = decisions.filter(
      ({ applicationId, at }) => ids.includes(applicationId) && at < (meeting?.proposedAt ?? 0),
    );
    expect(now.decided).to.equal(counted.length);
    expect(now.passed).to.equal(counted.filter(({ kind }) => kind === 'pass').length);
    const [first, ...others] = without;
    expect(first?.question).to.equal('short-staffed');
    expect(first?.passed).to.be.greaterThan(2 * now.passed);
    expect(others.map(({ passed }) => passed)).to.deep.equal([now.passed, now.passed]);
    const watched = (await all(Job)).filter(({ name }) => name === 'passRate.watch');
    expect(watched.length, 'looked at each morning').to.be.greaterThan(5);
    const alerts = (await all(CardRow)).filter(({ kind }) => kind === 'alert');
    expect(alerts.map(({ state }) => state)).to.deep.equal(['open']);
  });

  it('has people who said who they are: one attribute within four fifths, one of which too few did', async () => {
    const user = (await all(StaffUser)).find(({ roles }) => roles.includes('auditor'));
    const auditor = await app.get(SignIn).actorOf(user?.id ?? '', '');
    const { rows, peopleAbout } = await app.get(ImpactTables).view(auditor!, {});
    expect(peopleAbout).to.be.at.least(20);
    const of = (attribute: string) =>
      rows.filter(({ attributes }) => attributes.join() === attribute);
    const sex = of('sex').map(({ selection }) => selection?.ratio ?? 0);
    expect(sex).to.have.length(2);
    expect(Math.min(...sex)).to.be.within(0.8, 1);
    const age = of('age').map(({ selection }) => selection?.finding ?? 'hidden');
    expect(age).to.include.members(['reference', 'tooFew', 'hidden']);
  });

  it('lies in the past, in order, and leaves the server only what is to come', async () => {
    const events = await app
      .get(Database)
      .read(EventRow)
      .find({ order: { sequence: 'ASC' } });
    const times = events.map((one) => one.at);
    expect(times).to.deep.equal([...times].sort((a, b) => a - b));
    expect(times.at(-1)).to.be.below(madeAt);
    expect(times[0]).to.be.below(madeAt - 20 * 86_400_000);
    const open = (await all(Job)).filter((one) => one.state !== 'done');
    expect(open.every((one) => one.state === 'ready' && one.attempts === 0)).to.be.true;
    const due = open.filter((one) => one.runAt <= madeAt).map((one) => one.name);
    expect(new Set(due)).to.deep.equal(new Set(['media.seal']));
  });

  it('has read what came until last evening: only the cards of one night wait, as on any morning', async () => {
    const evening = momentOf('-1d 17:30', madeAt);
    const cards = (await all(Delivery)).filter(({ recipientKind }) => recipientKind === 'staff');
    const unread = cards.filter(({ read }) => !read);
    expect(unread).to.have.length.within(1, 40);
    expect(unread.every(({ createdAt }) => createdAt > evening)).to.equal(true);
    expect(cards.length).to.be.greaterThan(3 * unread.length);
  });

  it('keeps each clip byte by byte, its words as the candidate’s own', async () => {
    const clips = loadDemo().candidates.flatMap((one) =>
      one.answers.flatMap(({ clip }) => (clip ? [readDemoClip(clip)] : [])),
    );
    const media = await all(Media);
    const kept = await Promise.all(media.map((one) => app.get(MediaService).readAll(one)));
    const sorted = (list: Buffer[]) => [...list].sort((one, other) => one.compare(other));
    expect(Buffer.concat(sorted(kept)).equals(Buffer.concat(sorted(clips)))).to.be.true;
    expect(media.every((one) => one.slices > 5)).to.be.true;
    const origins = new Set((await all(TranscriptRow)).map((one) => one.origin));
    expect([...origins]).to.deep.equal(['candidate']);
  });

  it('knows the second of every word of a clip that gave a score, and of no typed one', async () => {
    const clips = new Set((await all(Media)).map(({ attemptId }) => attemptId));
    const answers = (await all(Answer)).filter(({ chosenAttemptId: id }) => id && clips.has(id));
    const spoken = new Set(answers.map(({ id }) => id));
    const kept = await Promise.all(
      (await all(ReportRow)).map(({ id }) => app.get(Reports).kept(id)),
    );
    const evidence = kept.flatMap((one) =>
      (one?.report?.dimensions ?? []).flatMap((dimension) => [...dimension.evidence]),
    );
    const timed = evidence.filter(({ seconds }) => seconds !== null);
    expect(timed).to.have.length.greaterThan(10);
    for (const { answerId, seconds, quote } of evidence) {
      expect(seconds !== null, quote).to.equal(spoken.has(answerId));
    }
  });

  it('gives new links at every start, each signing in once', async () => {
    const first = await demo.greet({ wanted: true });
    const second = await demo.greet({ wanted: true });
    expect(await app.get(Database).read(Company).count()).to.equal(1);
    expect(first.map((one) => one.who)).to.deep.equal([
      '候选人 林晓彤',
      'HR 许澜',
      '经理 何敬',
      '管理员 沈岚',
    ]);
    expect(first[0]?.url)
      .to.equal(second[0]?.url)
      .and.to.match(/#\/pages\/interview\/index\?t=/);
    const token = first[1]?.url.split('t=')[1] ?? '';
    const signedIn = await app.get(SignIn).byLink(token);
    expect(signedIn.needsPassword).to.be.false;
    expect(second[1]?.url).to.not.contain(token);
  });

  it('goes without a trace, and another company stays whole', async () => {
    const database = app.get(Database);
    const other = await database.transaction((tx) =>
      app.get(StaffService).createCompany(tx, { name: '青云商贸', example: false }),
    );
    expect(await demo.remove()).to.be.true;
    expect((await all(Company)).map((one) => one.id)).to.deep.equal([other]);
    for (const entity of entities) {
      const metadata = database.dataSource.getMetadata(entity);
      const owned = metadata.columns.some((column) => column.propertyName === 'companyId');
      if (owned && entity !== (AuditEntry as unknown)) {
        const rows = await database.read<{ companyId: string }>(entity).find();
        const others = rows.filter((row) => ![other, ''].includes(row.companyId));
        expect(others, metadata.tableName).to.be.empty;
      }
    }
    expect((await all(Job)).filter((one) => one.state === 'ready')).to.be.empty;
    for (const folder of ['recordings', 'resumes', 'drafts']) {
      expect(filesUnder(join(dataDir, folder)), folder).to.be.empty;
    }
    expect(statSync(join(dataDir, 'keys')).isDirectory()).to.be.true;
    expect(await demo.greet({ wanted: true }), 'beside a real company').to.deep.equal([]);
  });
});
