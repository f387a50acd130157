import { useEffect, useState } from 'react';
import { bulkAtMost } from '@zhiyu/contracts/pipeline';

/** Whom the reader has chosen; another filter begins anew. */
export function useChosen(filterKey: string) {
  const [ids, setIds] = useState<readonly string[]>([]);
  const [choosing, setChoosing] = useState(false);
  useEffect(() => setIds([]), [filterKey]);
  return {
    ids,
    has: (id: string) => ids.includes(id),
    toggle: (id: string) =>
      setIds((before) =>
        before.includes(id)
          ? before.filter((one) => one !== id)
          : before.length < bulkAtMost
            ? [...before, id]
            : before,
      ),
    set: (wanted: readonly string[]) => setIds(wanted.slice(0, bulkAtMost)),
    clear: () => {
      setIds([]);
      setChoosing(false);
    },
    /** On a phone the boxes are there while somebody chooses. */
    choosing,
    choose: setChoosing,
  };
}

export type Chosen = ReturnType<typeof useChosen>;
