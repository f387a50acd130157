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

/** The words that levels rest on, answer by answer: by their second where they have one, else by their sentence. */
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
    const untimed = own.flatMap(({ at, marked }, line) =>
      at === null && marked.length > 0 ? [{ answerId, at: null, line }] : [],
    );
    return [...timed, ...untimed].sort((a, b) => a.line - b.line || (a.at ?? 0) - (b.at ?? 0));
  });
}

/** The stop after the place where one is; after the last one the first. Null where there are none. */
export function stopAfter(
  stops: readonly Stop[],
  answerIds: readonly string[],
  here: Stop,
): Stop | null {
  const placeOf = ({ answerId, line, at }: Stop): Place => [
    answerIds.indexOf(answerId),
    line,
    at ?? 0,
  ];
  const now = placeOf({ ...here, at: here.at === null ? null : here.at + 0.5 });
  return stops.find((stop) => isAfter(placeOf(stop), now)) ?? stops[0] ?? null;
}
