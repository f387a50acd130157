import { decisions } from '@zhiyu/contracts/application';
import type { Tx } from '@zhiyu/server/platform/database/database';
import type { Application } from '@zhiyu/server/recruiting/entities/application.entity';
import { Pipeline } from '@zhiyu/server/recruiting/pipeline.service';
import { transitions } from '@zhiyu/server/recruiting/pipeline.states';
import { anApplication } from '../factories/application.js';
import type { APosition } from '../factories/position.js';
import type { TestApp } from '../harness/app.js';

const hour = 3_600_000;

/** Numbers that look random and are the same in every run. */
export function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor(state / 65_536) % below;
  };
}

interface Walk {
  random: (below: number) => number;
  positions: [APosition, ...APosition[]];
  applicationIds: string[];
}

/** Facts that change no row which is counted. */
const told: ((tx: Tx, of: { companyId: string; id: string }) => void)[] = [
  (tx, { companyId, id: applicationId }) => {
    tx.emit('InvitationSent', companyId, { applicationId, interviewId: '', deadline: 0 });
  },
  (tx, { companyId, id: applicationId }) => {
    tx.emit('InterviewCompleted', companyId, { applicationId, interviewId: '' });
  },
  (tx, { companyId, id: applicationId }) => {
    tx.emit('CandidateHired', companyId, { applicationId });
  },
];

/** Whatever may happen to an application, in one transaction, with the events that the product gives it. */
async function happen(app: TestApp, tx: Tx, { random }: Walk, row: Application): Promise<void> {
  const pipeline = app.get(Pipeline);
  const { id: applicationId, companyId } = row;
  switch (random(6)) {
    case 0: {
      const dueAt = tx.now + random(60) * hour;
      await pipeline.promise(tx, row, { kind: 'answerApplication', dueAt, byStaffId: null });
      return;
    }
    case 1:
      await pipeline.keepPromises(tx, row);
      return;
    case 2: {
      const value = random(4) === 0 ? null : random(100);
      const total = { value, standardError: 3, requirement: 60, coverage: 1 };
      await pipeline.score(tx, applicationId, { ...total, verdict: 'unknown' });
      tx.emit('ReportReady', companyId, { applicationId, interviewId: '', reportId: '' });
      return;
    }
    case 3:
      told[random(told.length)]?.(tx, row);
      return;
    default: {
      const ways = transitions[row.stage];
      const to = ways[random(Math.max(1, ways.length))];
      if (to) {
        await pipeline.move(tx, row, to);
      }
      const kind = decisions[random(decisions.length)] ?? 'hold';
      const decision = { application: row, kind, reason: 'other', note: '' };
      await pipeline.decide(tx, { ...decision, decidedBy: null, ground: 'test' });
      await pipeline.nextRound(tx, row);
    }
  }
}

/** One step: a new application, or something happens to one that is there; sometimes time passes. */
export async function step(app: TestApp, walk: Walk): Promise<void> {
  const { random, positions, applicationIds } = walk;
  if (random(8) === 0) {
    app.clock.advance(random(30) * hour);
  }
  if (applicationIds.length < 4 || random(6) === 0) {
    const position = positions[random(positions.length)] ?? positions[0];
    applicationIds.push((await anApplication(app, { position })).id);
    return;
  }
  const id = applicationIds[random(applicationIds.length)] ?? '';
  await app.database.transaction(async (tx) => {
    await happen(app, tx, walk, await app.get(Pipeline).lock(tx, id));
  });
}
