import { usualPassLimits } from '@zhiyu/contracts/pass-limits';
import { newId } from '@zhiyu/server/platform/time/ids';
import { ChangeRequestRow } from '@zhiyu/server/recruiting/entities/change-request.entity';
import { ProcessMeeting } from '@zhiyu/server/recruiting/entities/process-meeting.entity';
import type { APosition } from '../factories/position.js';
import type { TestApp } from './app.js';

/** A meeting that is proposed, and what an earlier one had decided. */
export interface APassAlert {
  processMeetingId: string;
  changeRequestId: string;
}

export async function aPassAlert(
  app: TestApp,
  { id: positionId, companyId, row }: APosition,
  staffId: string,
): Promise<APassAlert> {
  const now = app.clock.now();
  const evidence = {
    ...{ now: { passed: 4, decided: 30 }, before: { passed: 0, decided: 0 } },
    ...{ dimension: null, question: null, threshold: 70, atFiveLess: 3, limits: usualPassLimits },
  };
  const about = { companyId, positionId, versionId: row.versionId, evidence };
  const plain = { staffIds: [staffId], proposedAt: now, startsAt: null, link: '', noTimeAt: null };
  const processMeetingId = newId(now);
  const before = newId(now);
  const text = '服务意识的要求改到 7.0';
  const decided = { decision: text, decidedBy: staffId, decidedAt: now };
  await app.database.read(ProcessMeeting).insert([
    {
      ...{ id: processMeetingId, ...about, ...plain, state: 'proposed' as const },
      ...{ decision: '', decidedBy: null, decidedAt: null },
    },
    { id: before, ...about, ...plain, state: 'decided' as const, ...decided },
  ]);
  const changeRequestId = newId(now);
  await app.database.read(ChangeRequestRow).insert({
    ...{ id: changeRequestId, companyId, positionId, meetingId: before, state: 'open', text },
    ...{ createdBy: staffId, createdAt: now, baseVersion: 1, settledBy: null, settledAt: null },
    ...{ reason: '', doneVersion: null },
  });
  return { processMeetingId, changeRequestId };
}

/** Few pass: alerts, their meetings, changes, limits. */
export function passAlertInputs({ processMeetingId: id, changeRequestId }: APassAlert) {
  return {
    passAlerts: {},
    passAlert: { id },
    passAlertTimes: { id },
    meetAboutPass: { id },
    declinePassAlert: { id, reason: '下周再看' },
    decidePassAlert: { id, text: '服务意识的要求改到 7.0' },
    changeRequests: {},
    settleChange: { id: changeRequestId, state: 'dismissed' as const, reason: '先不改' },
    passLimits: {},
    savePassLimits: { leastDecided: 30, limit: 40, days: 60 },
  };
}
