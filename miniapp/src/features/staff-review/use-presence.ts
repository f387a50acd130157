import { useEffect, useRef, useState } from 'react';
import type { Presence } from '@zhiyu/contracts/review';
import { routes } from '@zhiyu/contracts/routes';
import { call } from '../../api/client';

/** How often an open room says so (ms); the server forgets after three silent turns. */
const EVERY = 10_000;

/** Says which answer is open here, and hears who else is here. */
export function usePresence(interviewId: string, answerId: string | null): Presence['here'] {
  const [here, setHere] = useState<Presence['here']>([]);
  const latest = useRef(answerId);
  latest.current = answerId;
  useEffect(() => {
    let gone = false;
    const tell = async () => {
      if (document.visibilityState === 'hidden') {
        return;
      }
      try {
        const told = await call(routes.tellHere, { id: interviewId, answerId: latest.current });
        if (!gone) {
          setHere(told.here);
        }
      } catch {
        // The next turn says it again.
      }
    };
    void tell();
    const timer = setInterval(() => void tell(), EVERY);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [interviewId]);
  return here;
}
