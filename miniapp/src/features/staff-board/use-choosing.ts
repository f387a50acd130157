import { useEffect, useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { routes } from '@zhiyu/contracts/routes';
import { call } from '../../api/client';
import { keyOf } from '../../api/query';
import { keepInAddress } from '../staff-shell/address';
import { askOf, type Choice } from '../staff-pipeline/choice.shared';

/**
 * What the board is narrowed to, kept in the address, and its numbers; the old ones stay until the new are there.
 * @param allowed whether the reader may see them: else nobody is asked
 */
export function useChoosing(start: Choice, allowed: boolean) {
  const [choice, setChoice] = useState(start);
  useEffect(() => {
    keepInAddress('board', { ...choice });
  }, [choice]);
  const ask = askOf(choice);
  const pipeline = useQuery({
    queryKey: keyOf(routes.pipeline, ask),
    queryFn: ({ signal }) => call(routes.pipeline, ask, { signal }),
    placeholderData: keepPreviousData,
    enabled: allowed,
  });
  return {
    choice,
    pipeline,
    departments: pipeline.data?.departments ?? [],
    change: (part: Partial<Choice>) => setChoice((before) => ({ ...before, ...part })),
  };
}

export type Choosing = ReturnType<typeof useChoosing>;
