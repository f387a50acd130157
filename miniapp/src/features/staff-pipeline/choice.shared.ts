import type { AskPipeline } from '@zhiyu/contracts/pipeline';
import { sources } from '@zhiyu/contracts/source-values';
import { paramOf, type Params } from '../staff-shell/address.shared';

/** Which applications are looked at; everything empty = all. */
export interface Choice {
  position: string;
  department: string;
  source: AskPipeline['source'] | '';
  week: string;
}

export const everything: Choice = { position: '', department: '', source: '', week: '' };

export function choiceOf(params: Params): Choice {
  const wanted = paramOf(params, 'source');
  const week = paramOf(params, 'week');
  return {
    position: paramOf(params, 'position'),
    department: paramOf(params, 'department'),
    source: sources.find((source) => source === wanted) ?? '',
    week: /^\d{4}-\d{2}-\d{2}$/.test(week) ? week : '',
  };
}

/** As the API takes it. */
export function askOf({ position, department, source, week }: Choice): AskPipeline {
  return {
    ...(position === '' ? {} : { positionId: position }),
    ...(department === '' ? {} : { departmentId: department }),
    ...(source === '' || source === undefined ? {} : { source }),
    ...(week === '' ? {} : { week }),
  };
}
