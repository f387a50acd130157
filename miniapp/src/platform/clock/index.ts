/**
 * The server's clock on this device: set by each answer that carries `serverNow`, carried on by the
 * monotonic clock, so that a wrong or changed wall clock does not touch the time of an answer.
 */
let base = { server: Date.now(), at: ticks() };
let known = false;

/** Milliseconds that only go forward, where the platform has such a clock. */
export function ticks(): number {
  return typeof performance === 'undefined' ? Date.now() : performance.now();
}

/** Earlier than known by more than any call takes (ms): the server's own clock was set back. */
const SET_BACK = 60_000;

/** An answer that travelled slowly, or repeats an earlier one, tells a time that is over: the latest word counts. */
export function syncClock(serverNow: number): void {
  const late = serverTime() - serverNow;
  if (!known || late < 0 || late > SET_BACK) {
    base = { server: serverNow, at: ticks() };
    known = true;
  }
}

/** Milliseconds since 1970 on the server's clock; the device's own until the server has spoken. */
export function serverTime(): number {
  return known ? base.server + (ticks() - base.at) : Date.now();
}

/** This device's time zone, e.g. `Europe/Paris`; empty where the platform does not tell. */
export const timeZone =
  typeof Intl === 'undefined' ? '' : Intl.DateTimeFormat().resolvedOptions().timeZone;
