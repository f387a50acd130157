import { useEffect, useState, type ReactNode } from 'react';
import { areWordsThere, wordsThere } from '../../locales';
import { Loading } from '../state';

/** In a browser the page itself, as soon as its words are there in the reader's language. */
export function H5Only({ children }: { children: ReactNode }) {
  const [drawn, setDrawn] = useState(areWordsThere);
  useEffect(() => {
    if (!drawn) {
      void wordsThere().then(() => setDrawn(true));
    }
  }, [drawn]);
  return drawn ? <>{children}</> : <Loading />;
}
