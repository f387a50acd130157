import { useEffect, useState } from 'react';

/** From here on two panes and tables; under it the phone's rows (side panel of a chat too). */
const WIDE = '(min-width: 900px)';

/** Whether the window is a desk. */
export function useWide(): boolean {
  const [wide, setWide] = useState(() => window.matchMedia(WIDE).matches);
  useEffect(() => {
    const media = window.matchMedia(WIDE);
    const change = () => setWide(media.matches);
    media.addEventListener('change', change);
    return () => media.removeEventListener('change', change);
  }, []);
  return wide;
}
