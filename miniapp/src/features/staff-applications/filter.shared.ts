import type { ListApplications, Stage } from '@zhiyu/contracts/application';
import { paramOf, type Params } from '../staff-shell/address.shared';

/** What the list shows; everything empty = all. */
export interface Filter {
  position: string;
  stage: Stage | '';
  q: string;
  waiting: boolean;
}

export function startOf(params: Params): Filter {
  const wanted = paramOf(params, 'stage');
  return {
    position: paramOf(params, 'position'),
    stage: stageNames.find((stage) => stage === wanted) ?? '',
    q: paramOf(params, 'q'),
    waiting: paramOf(params, 'waiting') === 'true',
  };
}

export const stageNames: readonly Stage[] = [
  'applied',
  'screening',
  'aiInterview',
  'review',
  'hrInterview',
  'final',
  'offer',
  'hired',
  'rejected',
  'talentPool',
  'withdrawn',
];

/** The query of the API; a single letter finds nothing and is not sent. */
export function queryOf(filter: Filter): ListApplications {
  const q = filter.q.trim();
  return {
    ...(filter.position === '' ? {} : { positionId: filter.position }),
    ...(filter.stage === '' ? {} : { stage: filter.stage }),
    ...([...q].length < 2 ? {} : { q }),
    ...(filter.waiting ? { waiting: 'true' as const } : {}),
  };
}

export function isFiltered(filter: Filter): boolean {
  return filter.position !== '' || filter.stage !== '' || filter.q.trim() !== '' || filter.waiting;
}

/** The filter as parameters of the page's address. */
export function paramsOf(filter: Filter): Params {
  return {
    position: filter.position,
    stage: filter.stage,
    q: filter.q.trim(),
    waiting: filter.waiting ? 'true' : '',
  };
}
