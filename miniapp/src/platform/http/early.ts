/** From the beginning of the page (ms): later an answer may be of another time. */
const FRESH = 10_000;

/**
 * The answer of a request that index.html has made already, for the first who asks; null where there is none, or it
 * did not come about: then it is asked for again. Rejects when `signal` is aborted.
 */
export function earlyAnswer(url: string, signal: AbortSignal): Promise<Response | null> | null {
  const all = window.zhiyuEarly;
  const early = all?.[url];
  if (all) {
    // Taken, or asked for by the application first: index.html does not ask for it any more.
    all[url] = undefined;
  }
  if (!early || performance.now() > FRESH) {
    return null;
  }
  return new Promise((resolve, reject) => {
    const gone = () => reject(new Error('aborted'));
    const settle = (answer: Response | null) => {
      signal.removeEventListener('abort', gone);
      resolve(answer);
    };
    signal.addEventListener('abort', gone);
    early.then(settle, () => settle(null));
  });
}
