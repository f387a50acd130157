/** The one source of time: milliseconds since 1970, UTC. Tests put their own in its place. */
export abstract class Clock {
  abstract now(): number;
}

export class SystemClock extends Clock {
  now(): number {
    return Date.now();
  }
}
