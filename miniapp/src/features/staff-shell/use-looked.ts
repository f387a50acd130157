import { useState } from 'react';

/**
 * A table that is looked at before it is stored: what was read, whether the server is at it, what went wrong.
 * A failure keeps what had been looked at.
 */
export function useLooked<T>() {
  const [looked, setLooked] = useState<T | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const during = async (act: () => Promise<T>) => {
    setBusy(true);
    setError(null);
    try {
      setLooked(await act());
    } catch (caught) {
      setError(caught);
    }
    setBusy(false);
  };
  return { looked, busy, error, during, again: () => setLooked(null) };
}
