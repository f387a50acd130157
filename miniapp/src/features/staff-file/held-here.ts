/** What was decided on this page and waits for its moment: until then the server still counts it as waiting. */
const held = new Map<string, number>();

/** So long after its moment the lists have heard of it (ms). */
const HEARD = 4000;

export function holdHere(id: string, runAt: number): void {
  held.set(id, runAt);
}

export function freeHere(id: string): void {
  held.delete(id);
}

/** Whether this person decided on it a moment ago, so that it does not wait for him. */
export function isHeldHere(id: string, now: number): boolean {
  return now < (held.get(id) ?? 0) + HEARD;
}
