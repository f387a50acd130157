import { Interview } from '@zhiyu/server/interviews/entities/interview.entity';
import { MeetingRow } from '@zhiyu/server/interviews/meetings/meeting.entity';
import { newId } from '@zhiyu/server/platform/time/ids';
import type { AnApplication } from '../factories/application.js';
import type { TestApp } from './app.js';
import { liveInputs } from './live-inputs.js';

const hour = 3_600_000;

/** A round with people in a week, of an application in whatever stage. */
export async function aMeeting(
  app: TestApp,
  { id: applicationId, companyId, row }: AnApplication,
  staffIds: string[] = [],
): Promise<string> {
  const now = app.clock.now();
  const interviewId = newId(now);
  const startsAt = Math.ceil(now / hour) * hour + 7 * 24 * hour;
  const { personId, positionId, positionVersionId } = row;
  const ids = { companyId, applicationId };
  await app.database.read(Interview).insert({
    ...{ id: interviewId, ...ids, personId, kind: 'human', round: 2, state: 'invited' },
    ...{ positionVersionId, deadline: startsAt, startsAt, place: '示例路 1 号', contact: '许澜' },
    ...{ codeExpiresAt: 0, createdAt: now },
  });
  await app.database.read(MeetingRow).insert({
    ...{ interviewId, ...ids, positionId, startsAt, minutes: 45, staffIds },
    ...{ offered: [], changes: 0, cancelledBy: null, stage: 'hrInterview' },
  });
  return interviewId;
}

/** When rounds with people take place, and interviews that run right now. */
export function meetingInputs(world: {
  meetingId: string;
  interviewId: string;
  colleague: { id: string };
}) {
  const { meetingId: id } = world;
  const quarter = 900_000;
  const startsAt = (Math.floor(Date.now() / quarter) + 400) * quarter;
  return {
    ...liveInputs(world),
    meetings: {},
    meetingTimes: { id },
    offerTimes: { id, times: [startsAt] },
    moveMeeting: { id, startsAt: startsAt + 8 * quarter },
    cancelMeeting: { id },
    roundPeople: { id },
    setRoundPeople: { id, staffIds: [world.colleague.id] },
    ownMeeting: {},
    pickTime: { startsAt },
    cancelOwnMeeting: {},
  };
}
