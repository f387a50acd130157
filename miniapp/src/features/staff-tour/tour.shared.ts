import type { Tour, TourStep } from '@zhiyu/contracts/tour';
import { hrefOf } from '../staff-shell/address.shared';

export type StepState = 'done' | 'now' | 'later';

/** The first step that is not done is the one to watch, once the story runs. */
export function stateOfStep(tour: Pick<Tour, 'state' | 'steps'>, name: TourStep): StepState {
  const step = tour.steps.find((one) => one.name === name);
  if (step?.doneAt) {
    return 'done';
  }
  const first = tour.steps.find(({ doneAt }) => doneAt === null);
  return tour.state !== 'ready' && first?.name === name ? 'now' : 'later';
}

/** The page of the product where this step can be seen; null before there is anything. */
export function pageOfStep(
  tour: Pick<Tour, 'applicationId' | 'interviewId'>,
  name: TourStep,
): string | null {
  const { applicationId: id, interviewId } = tour;
  if (id === null) {
    return null;
  }
  switch (name) {
    case 'apply':
      return hrefOf('file', { id, tab: 'resume' });
    case 'score':
      return interviewId === null ? null : hrefOf('report', { interview: interviewId });
    case 'decision':
      return hrefOf('file', { id, tab: 'decisions' });
    case 'archive':
      return hrefOf('file', { id, tab: 'timeline' });
    case 'card':
      return hrefOf('chat');
    default:
      return hrefOf('file', { id });
  }
}
