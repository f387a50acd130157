import { useState } from 'react';
import { read, write } from '../../platform/kept';

/** The guide comes once on a device for each interview, and again whenever it is asked for. */
export function useGuideSeen(interviewId: string) {
  const key = `zhiyu.guide.${interviewId}`;
  const [seen, setSeen] = useState(() => read('device', key) !== null);
  return {
    seen,
    again: () => setSeen(false),
    done: () => {
      write('device', key, '1');
      setSeen(true);
    },
  };
}
