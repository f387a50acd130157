import type { Line, Mark } from './review.shared';

/** A place to go to in an interview: a second of a recording, or a sentence that has none. */
export interface Stop {
  answerId: string;
  /** Second of the recording; null where there is none, or where nothing timed the words. */
  at: number | null;
  /** Place of the sentence among those of its answer. */
  line: number;
}

/** Where a stop lies: place of its answer, then its sentence, then its second. */
type Place = readonly [answer: number, line: number, at: number];

const isAfter = (one: Place, other: Place) => {
  const differs = one.findIndex((part, i) => part !== other[i]);
  return differs >= 0 && (one[differs] ?? 0) > (other[differs] ?? 0);
};

/** As many marked letters as are in sight at once on a phone: who stops at the first has read them all. */
const inSight = 240;

/** Sentences that nobody timed: one stop for what is seen together, not one for each of them. */
function readStops(answerId: string, lines: readonly Line[]): Stop[] {
  const stops: Stop[] = [];
  let letters = inSight;
  lines.forEach((line, at) => {
    if (line.at !== null || line.marked.length === 0) {
      return;
    }
    letters += line.text.length;
    if (letters > inSight) {
      stops.push({ answerId, at: null, line: at });
      letters = line.text.length;
    }
  });
  return stops;
}

/**
 * What is to be looked at, answer by answer: the words that levels rest on, by their second where they have one,
 * else by their sentence; and from its beginning each answer in which nothing was found.
 */
export function stopsOf(
  answerIds: readonly string[],
  { lines, marks }: { lines: ReadonlyMap<string, readonly Line[]>; marks: readonly Mark[] },
): Stop[] {
  return answerIds.flatMap((answerId) => {
    const own = lines.get(answerId) ?? [];
    const lineOf = (second: number) =>
      own.reduce((found, { at }, i) => (at !== null && at <= second + 0.05 ? i : found), 0);
    const timed = marks
      .filter((mark) => mark.answerId === answerId)
      .map(({ at }) => ({ answerId, at, line: lineOf(at) }));
    const stops = [...timed, ...readStops(answerId, own)];
    const [first] = own;
    return stops.length === 0 && first
      ? [{ answerId, at: first.at === null ? null : 0, line: 0 }]
      : stops.sort((a, b) => a.line - b.line || (a.at ?? 0) - (b.at ?? 0));
  });
}

const placeIn =
  (answerIds: readonly string[]) =>
  ({ answerId, line, at }: Stop): Place => [answerIds.indexOf(answerId), line, at ?? 0];

/** How many stops lie before where one is, that one with them. */
export function stopsPast(
  stops: readonly Stop[],
  answerIds: readonly string[],
  here: Stop,
): number {
  const placeOf = placeIn(answerIds);
  const now = placeOf({ ...here, at: here.at === null ? null : here.at + 0.5 });
  return stops.filter((stop) => !isAfter(placeOf(stop), now)).length;
}

/** The stop after the place where one is; after the last one the first. Null where there are none. */
export function stopAfter(
  stops: readonly Stop[],
  answerIds: readonly string[],
  here: Stop,
): Stop | null {
  return stops[stopsPast(stops, answerIds, here)] ?? stops[0] ?? null;
}
