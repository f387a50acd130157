import type { ListApplications } from '@zhiyu/contracts/application';
import { stages, type Stage } from '@zhiyu/contracts/stage-values';
import { paramOf, type Params } from '../staff-shell/address.shared';
import { askOf, choiceOf, everything, type Choice } from '../staff-pipeline/choice.shared';

/** What the list shows; everything empty = all. */
export interface Filter extends Choice {
  stage: Stage | '';
  q: string;
  waiting: boolean;
}

export const noFilter: Filter = { ...everything, stage: '', q: '', waiting: false };

export function startOf(params: Params): Filter {
  const wanted = paramOf(params, 'stage');
  return {
    ...choiceOf(params),
    stage: stages.find((stage) => stage === wanted) ?? '',
    q: paramOf(params, 'q'),
    waiting: paramOf(params, 'waiting') === 'true',
  };
}

/** The query of the API; a single letter finds nothing and is not sent. */
export function queryOf(filter: Filter): ListApplications {
  const q = filter.q.trim();
  return {
    ...askOf(filter),
    ...(filter.stage === '' ? {} : { stage: filter.stage }),
    ...([...q].length < 2 ? {} : { q }),
    ...(filter.waiting ? { waiting: 'true' as const } : {}),
  };
}

/** The filter as parameters of the page's address, and as a saved view has it. */
export function paramsOf({ q, waiting, ...rest }: Filter): Record<string, string> {
  const all = { ...rest, q: q.trim(), waiting: waiting ? 'true' : '' };
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
}

/** How many conditions there are. */
export function conditionsOf(filter: Filter): number {
  return Object.keys(paramsOf(filter)).length;
}

export function isFiltered(filter: Filter): boolean {
  return conditionsOf(filter) > 0;
}

/** Whether two filters ask for the same. */
export function sameFilter(a: Filter, b: Filter): boolean {
  const text = (of: Filter) => JSON.stringify(Object.entries(paramsOf(of)).sort());
  return text(a) === text(b);
}
