/** Smaller differences are the browser's own bars. */
const LEAST = 80;

/**
 * Keeps `--keyboard` (px): how much of the page a phone's keyboard covers where the browser lays it over the page,
 * as Safari does; 0 where the page shrinks with it.
 */
export function watchKeyboard(): () => void {
  const viewport = window.visualViewport;
  if (!viewport) {
    return () => undefined;
  }
  const measure = () => {
    const covered = window.innerHeight - viewport.height * viewport.scale - viewport.offsetTop;
    const height = covered < LEAST ? 0 : Math.round(covered);
    document.documentElement.style.setProperty('--keyboard', `${height}px`);
  };
  viewport.addEventListener('resize', measure);
  viewport.addEventListener('scroll', measure);
  return () => {
    viewport.removeEventListener('resize', measure);
    viewport.removeEventListener('scroll', measure);
  };
}
