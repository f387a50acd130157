import type { ApplicationDetail } from '@zhiyu/contracts/application';

/** What happens next, as a key of `next`; `at`: when, where a time is known. */
export interface NextStep {
  key:
    | 'screenMe'
    | 'screen'
    | 'invite'
    | 'invited'
    | 'interviewing'
    | 'reporting'
    | 'decideMe'
    | 'decide'
    | 'meeting'
    | 'afterMeeting'
    | 'offer'
    | 'hired'
    | 'rejected'
    | 'talentPool'
    | 'withdrawn';
  at: number | null;
}

const step = (key: NextStep['key'], at: number | null = null): NextStep => ({ key, at });

function interviewStep(application: ApplicationDetail): NextStep {
  const [last] = application.interviews
    .filter(({ kind }) => kind === 'ai')
    .sort((one, other) => other.round - one.round);
  if (last === undefined) {
    return step('invite');
  }
  if (last.state === 'finished') {
    return step(last.reportReady ? 'decide' : 'reporting', last.finishedAt);
  }
  return step(last.state === 'running' ? 'interviewing' : 'invited');
}

function meetingStep(application: ApplicationDetail, now: number): NextStep {
  const times = application.interviews.flatMap(({ kind, startedAt, state }) =>
    kind === 'human' && state !== 'cancelled' && startedAt !== null && startedAt > now
      ? [startedAt]
      : [],
  );
  return times.length > 0 ? step('meeting', Math.min(...times)) : step('afterMeeting');
}

/** The one thing that has to happen now, and with whom it lies. @param now milliseconds */
export function nextStepOf(application: ApplicationDetail, now: number): NextStep {
  const { stage, waitsForMe } = application;
  switch (stage) {
    case 'applied':
    case 'screening':
      return step(waitsForMe ? 'screenMe' : 'screen');
    case 'aiInterview':
      return interviewStep(application);
    case 'review':
      return step(waitsForMe ? 'decideMe' : 'decide');
    case 'hrInterview':
    case 'final':
      return meetingStep(application, now);
    default:
      return step(stage);
  }
}
