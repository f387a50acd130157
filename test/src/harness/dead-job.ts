import { Job } from '@zhiyu/server/platform/jobs/job.entity';
import { newId } from '@zhiyu/server/platform/time/ids';
import type { TestApp } from './app.js';

/** A job that was given up, to be tried again. */
export async function aDeadJob(app: TestApp): Promise<string> {
  const now = app.clock.now();
  const id = newId(now);
  const order = { id, name: 'draft.clean', uniqueKey: null, payload: { draftId: id } };
  const lease = { leaseOwner: '', leaseUntil: 0, lastError: 'broken' };
  const row = { ...order, ...lease, state: 'dead' as const, attempts: 8, runAt: now };
  await app.database.read(Job).insert({ ...row, createdAt: now });
  return id;
}
