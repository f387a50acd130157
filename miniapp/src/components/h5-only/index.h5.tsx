import { useEffect, useState, type ReactNode } from 'react';
import { useRouter } from '@tarojs/taro';
import { areWordsThere, wordsThere } from '../../locales';
import { Loading } from '../state';

/**
 * Whoever presses two links in a row sees the page that arrived last, which need not be the one of the second link:
 * the router only tells two arrivals of one page apart. A page that the address does not name has it routed again.
 */
function useAddressed(): void {
  const { path } = useRouter();
  useEffect(() => {
    const [own = ''] = path.split('?');
    if (!window.location.hash.startsWith(`#${own}`)) {
      const state = window.history.state as unknown;
      window.dispatchEvent(new PopStateEvent('popstate', { state }));
    }
  }, [path]);
}

/** In a browser the page itself, as soon as its words are there in the reader's language. */
export function H5Only({ children }: { children: ReactNode }) {
  useAddressed();
  const [drawn, setDrawn] = useState(areWordsThere);
  useEffect(() => {
    if (!drawn) {
      void wordsThere().then(() => setDrawn(true));
    }
  }, [drawn]);
  return drawn ? <>{children}</> : <Loading />;
}
