import { useState } from 'react';
import { routes } from '@zhiyu/contracts/routes';
import type { PositionContent, PositionDetail } from '@zhiyu/contracts/position';
import { ApiError } from '../../api/error';
import { keyOf, queryClient, useAct } from '../../api/query';
import { faultsOf } from './position.shared';

interface Started {
  content: PositionContent;
  /** The version the change was made on. */
  base: number;
}

/**
 * A position being changed: nothing is saved until it becomes a new version.
 * @param onSent saved, but a second person says yes first
 */
export function useDraft(detail: PositionDetail, onSent: () => void) {
  const [started, setStarted] = useState<Started | null>(null);
  const [note, setNote] = useState('');
  const content = started?.content ?? detail.content;
  const drop = () => {
    setStarted(null);
    setNote('');
  };
  const save = useAct(routes.savePosition, {
    refresh: [routes.listPositions, routes.dashboard, routes.publishing],
    onSuccess: (next, input) => {
      queryClient.setQueryData(keyOf(routes.position, { id: detail.id }), next);
      drop();
      if (next.version === input.baseVersion) {
        onSent();
      }
    },
  });
  const stale = save.error instanceof ApiError && save.error.code === 'staleVersion';
  return {
    content,
    saved: detail.content,
    changed: started !== null,
    note,
    setNote,
    faults: started === null ? [] : faultsOf(content),
    change: (part: Partial<PositionContent>) =>
      setStarted({ base: started?.base ?? detail.version, content: { ...content, ...part } }),
    drop: () => {
      drop();
      save.reset();
    },
    /** Somebody else saved meanwhile: their version is shown, the own change is given up. */
    takeTheirs: () => {
      drop();
      save.reset();
      void queryClient.invalidateQueries({ queryKey: [routes.position.path] });
    },
    save: () =>
      save.mutate({
        id: detail.id,
        baseVersion: started?.base ?? detail.version,
        content,
        note: note.trim(),
      }),
    saving: save.isPending,
    error: save.error,
    stale,
  };
}

export type Draft = ReturnType<typeof useDraft>;
