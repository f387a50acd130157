import type { Stage } from '@zhiyu/contracts/stage-values';
import { cookieOf } from '@zhiyu/server/platform/auth/credentials';
import { Sessions } from '@zhiyu/server/platform/auth/sessions';
import type { Tx } from '@zhiyu/server/platform/database/database';
import type { Application } from '@zhiyu/server/recruiting/entities/application.entity';
import { Intake } from '@zhiyu/server/recruiting/intake.service';
import { Pipeline } from '@zhiyu/server/recruiting/pipeline.service';
import { transitions } from '@zhiyu/server/recruiting/pipeline.states';
import { typedResume } from '@zhiyu/server/recruiting/resume-view';
import type { TestApp } from '../harness/app.js';
import { TestSession } from '../harness/client.js';
import { type ACandidate, aCandidate } from './candidate.js';
import type { APosition } from './position.js';

const sessionMs = 30 * 86_400_000;

export interface AnApplication {
  id: string;
  companyId: string;
  personId: string;
  row: Application;
  candidate: ACandidate;
  /** The candidate, signed in. */
  session: TestSession;
}

export interface GivenApplication {
  position: APosition;
  candidate?: ACandidate;
  /** `screening` when absent; the way there is the shortest that the pipeline allows. */
  stage?: Stage;
}

/** The shortest way along the transition map, without its beginning. */
export function wayTo(from: Stage, to: Stage): Stage[] {
  const ways: Stage[][] = [[from]];
  const seen = new Set<Stage>([from]);
  for (const way of ways) {
    const at = way.at(-1) ?? from;
    if (at === to) {
      return way.slice(1);
    }
    for (const next of transitions[at]) {
      if (!seen.has(next)) {
        seen.add(next);
        ways.push([...way, next]);
      }
    }
  }
  throw new Error(`no way from ${from} to ${to}`);
}

async function takeIn(app: TestApp, tx: Tx, given: GivenApplication, candidate: ACandidate) {
  const { name, phone, email, locale } = candidate;
  const corrected = { name, phone, email, education: '高中', work: '便利店店员 两年' };
  const { application } = await app.get(Intake).take(tx, {
    position: given.position.row,
    name,
    phone,
    email,
    source: 'website',
    linkId: null,
    file: null,
    parsed: typedResume(corrected),
    corrected,
    locale,
    example: false,
  });
  return application;
}

/** A candidate's application, moved to `stage` by the services; jobs wait for `app.drainJobs()`. */
export async function anApplication(app: TestApp, given: GivenApplication): Promise<AnApplication> {
  const candidate = given.candidate ?? aCandidate();
  const sessions = app.get(Sessions);
  const pipeline = app.get(Pipeline);
  return app.database.transaction(async (tx) => {
    const row = await takeIn(app, tx, given, candidate);
    for (const stage of wayTo(row.stage, given.stage ?? 'screening')) {
      await pipeline.move(tx, row, stage);
    }
    const { id, companyId, personId } = row;
    const who = { kind: 'candidate' as const, subjectId: id, companyId };
    const token = await sessions.open(tx, who, sessionMs);
    const session = TestSession.with(cookieOf.candidate, token);
    return { id, companyId, personId, row, candidate, session };
  });
}
