import type { ReactNode } from 'react';

/** In a browser the page itself. */
export function H5Only({ children }: { children: ReactNode }) {
  return <>{children}</>;
}
