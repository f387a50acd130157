type PartName = string | number;

/** Pauses between the tries for one part (ms); after the last a person presses, or the network comes back. */
const PAUSES = [500, 1_000, 2_000, 4_000, 8_000];
/** After so long it is said that a part is on its way, and then how to get out (ms). */
const SLOW = 3_000;
const STUCK = 30_000;

const missing = new Map<object, 'waiting' | 'slow' | 'stuck'>();
/** Tries that wait for their turn: the next one begins at once. */
const knocks = new Set<() => void>();

function knock(): void {
  [...knocks].forEach((go) => go());
}

function tell(): void {
  const states = [...missing.values()];
  const worst = (['stuck', 'slow'] as const).find((state) => states.includes(state));
  window.zhiyuLine(worst ?? 'fine', knock);
}

function nextTry(pause: number | undefined): Promise<void> {
  return new Promise((resolve) => {
    const timer = pause === undefined ? undefined : setTimeout(() => go(), pause);
    const go = () => {
      clearTimeout(timer);
      knocks.delete(go);
      resolve();
    };
    knocks.add(go);
  });
}

const fetchPart = __webpack_chunk_load__;

/**
 * A part that breaks off on the way is asked for again until it is there: whoever pressed a button for it gets what he
 * pressed for, late, and reads meanwhile that the line is slow.
 */
async function persistently(name: PartName): Promise<unknown> {
  const part = {};
  const become = (state: 'waiting' | 'slow' | 'stuck') => {
    missing.set(part, state);
    tell();
  };
  become('waiting');
  const timers = [setTimeout(become, SLOW, 'slow'), setTimeout(become, STUCK, 'stuck')];
  try {
    for (let failures = 0; ; failures = failures < PAUSES.length ? failures + 1 : 0) {
      try {
        return await fetchPart(name);
      } catch {
        become(failures < PAUSES.length ? 'slow' : 'stuck');
        await nextTry(PAUSES[failures]);
        become('slow');
      }
    }
  } finally {
    timers.forEach(clearTimeout);
    missing.delete(part);
    tell();
  }
}

__webpack_chunk_load__ = persistently;
window.addEventListener('online', knock);
window.zhiyuOpened();
