import { useCallback, useEffect, useRef, useState } from 'react';
import { candidateRoutes } from '@zhiyu/contracts/routes.candidate';
import type { ExchangeResult } from '@zhiyu/contracts/interview';
import { call } from '../../api/client';
import { ApiError } from '../../api/error';
import { wipeAddress } from '../../platform/address';
import { currentLocale } from '../../locales';
import { deviceSecret } from './device-secret';

export type Session =
  | { state: 'opening' }
  /** There is a session, or the page's first question will say that there is none. */
  | { state: 'open'; next: 'interview' | 'status' | null }
  | { state: 'code'; challenge: string; triesLeft: number | null }
  | { state: 'failed'; error: unknown };

function sessionOf(result: ExchangeResult): Session {
  return result.next === 'code'
    ? { state: 'code', challenge: result.challenge ?? '', triesLeft: result.triesLeft }
    : { state: 'open', next: result.next };
}

/** A link that was used before opens the page all the same where this browser holds its session. */
function mayHaveSession(error: unknown): boolean {
  return error instanceof ApiError && (error.code === 'linkUsed' || error.code === 'linkExpired');
}

/** Trades the token of the link for a session, once; without a token the session of the browser is used. */
export function useSession(token: string) {
  const kept = useRef(token);
  const [session, setSession] = useState<Session>(
    token === '' ? { state: 'open', next: null } : { state: 'opening' },
  );
  const exchange = useCallback(async () => {
    setSession({ state: 'opening' });
    try {
      const device = await deviceSecret();
      const input = { token: kept.current, locale: currentLocale(), device };
      setSession(sessionOf(await call(candidateRoutes.exchange, input)));
    } catch (error) {
      const own = mayHaveSession(error)
        ? await call(candidateRoutes.candidateStatus, {}).catch(() => null)
        : null;
      setSession(own ? { state: 'open', next: null } : { state: 'failed', error });
    }
  }, []);
  useEffect(() => {
    if (kept.current !== '') {
      wipeAddress();
      void exchange();
    }
  }, [exchange]);
  return {
    session,
    setSession: (result: ExchangeResult) => setSession(sessionOf(result)),
    retry: () => void exchange(),
  };
}
