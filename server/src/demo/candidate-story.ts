import type { DemoCandidate } from '@zhiyu/config/demo';
import { Database } from '../platform/database/database.js';
import { hashToken } from '../platform/auth/sessions.js';
import { Person } from '../privacy/person.entity.js';
import { Application } from '../recruiting/entities/application.entity.js';
import { Position } from '../recruiting/entities/position.entity.js';
import { Intake } from '../recruiting/intake.service.js';
import { Links } from '../recruiting/links.service.js';
import { extractResume } from '../recruiting/resume/extract.js';
import { readPlainText } from '../recruiting/resume/text.reader.js';
import { type ResumeFile, ResumeStore } from '../recruiting/resume-store.js';
import { StaffDecisions } from '../workflow/staff-decisions.service.js';
import { momentOf } from './demo-clock.js';
import { actorOf, type DemoWorld, type Story } from './demo-world.js';
import { takeInterview } from './interview-story.js';

const visitor = { kind: 'visitor' as const, id: '', locale: 'zh' as const };

/** The file as the reader finds it; our own texts need no process of their own around the reading. */
function fileOf({ resume }: DemoCandidate): ResumeFile {
  const bytes = Buffer.from(resume.text);
  return { fileName: resume.file, bytes, parsed: extractResume(readPlainText(bytes), 'text') };
}

/** As a visitor of the public page does it: look, hand in the file, send. */
export async function applyByLink(world: DemoWorld, candidate: DemoCandidate): Promise<string> {
  const { app, companyId } = world;
  const code = world.links.get(candidate.via);
  if (code === undefined) {
    throw new Error(`${candidate.name}: no such link: ${candidate.via}`);
  }
  await app.get(Links).open(code, 'zh');
  const draftId = await app.get(ResumeStore).draft(companyId, fileOf(candidate));
  const { name, phone, email, talentPool } = candidate;
  const typed = { name, phone, email, education: '', work: '', talentPool };
  const given = { code, draftId, consent: true as const, locale: 'zh' as const };
  const { statusPath } = await app.get(Intake).apply(visitor, { ...typed, ...given });
  const tokenHash = hashToken(statusPath.split('t=')[1] ?? '');
  const application = await app.get(Database).read(Application).findOneByOrFail({ tokenHash });
  return application.id;
}

/** As HR hands in a file. */
async function handIn(world: DemoWorld, candidate: DemoCandidate): Promise<string> {
  const { app } = world;
  const id = world.positions.get(candidate.position) ?? '';
  const file = fileOf(candidate);
  const taken = await app.get(Database).transaction(async (tx) => {
    const position = await tx.manager.findOneByOrFail(Position, { id });
    const { name, phone, email } = candidate;
    const where = { position, source: 'upload', linkId: null, locale: 'zh' as const };
    const read = { file, parsed: file.parsed, corrected: {} };
    return app.get(Intake).take(tx, { ...where, ...read, name, phone, email, example: true });
  });
  return taken.application.id;
}

export async function markExample(world: DemoWorld, applicationId: string): Promise<void> {
  await world.app.get(Database).transaction(async ({ manager }) => {
    const { personId } = await manager.findOneByOrFail(Application, { id: applicationId });
    await manager.update(Application, { id: applicationId }, { example: true });
    await manager.update(Person, { id: personId }, { example: true });
  });
}

/** One candidate from the application to the last decision so far. */
export async function* candidateStory(
  world: DemoWorld,
  candidate: DemoCandidate,
  now: number,
): Story {
  yield momentOf(candidate.applied, now);
  const come = candidate.via === 'upload' ? handIn : applyByLink;
  const applicationId = await come(world, candidate);
  await markExample(world, applicationId);
  if (candidate.interview !== undefined) {
    yield momentOf(candidate.interview, now);
    yield* takeInterview(world, candidate, applicationId);
  }
  for (const { at, by, kind, reason } of candidate.steps) {
    yield momentOf(at, now);
    const actor = await actorOf(world, by);
    const decided = await world.app
      .get(StaffDecisions)
      .decide(actor, { id: applicationId, kind, reason, note: '' });
    if (!decided.effective) {
      throw new Error(`${candidate.name}: ${decided.message}`);
    }
  }
}

/** Tells all stories together, in the order of their moments. */
export async function tellTogether(
  stories: Story[],
  reach: (moment: number) => Promise<void>,
): Promise<void> {
  const waiting: { story: Story; at: number }[] = [];
  const goOn = async (story: Story): Promise<void> => {
    const next = await story.next();
    if (!next.done) {
      waiting.push({ story, at: next.value });
    }
  };
  for (const story of stories) {
    await goOn(story);
  }
  for (;;) {
    waiting.sort((one, other) => one.at - other.at);
    const first = waiting.shift();
    if (!first) {
      return;
    }
    await reach(first.at);
    await goOn(first.story);
  }
}
