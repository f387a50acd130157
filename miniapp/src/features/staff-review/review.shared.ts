import { type Stretch, unsureIn, within } from '@zhiyu/contracts/heard';
import type { EvidencePlace, ReviewAnswer, ReviewPlace, ReviewRoom } from '@zhiyu/contracts/review';

/** What rating needs of the room: where it stands, and how to go to a place. */
export interface Moment {
  now: () => ReviewPlace | null;
  show: (place: ReviewPlace) => void;
}

/** One recorded answer in the line of all of them; `from` and `seconds` on that line. */
export interface Chapter {
  answer: ReviewAnswer & { attemptId: string };
  from: number;
  seconds: number;
}

/** A sentence with its second, on the recording of its answer. */
export interface Line {
  answerId: string;
  text: string;
  /** Null where nothing timed it. */
  at: number | null;
  to: number | null;
  /** Stretches of the text that a level rests on. */
  marked: Stretch[];
  /** And those that were not heard for sure. */
  unsure: Stretch[];
}

/** Words that a level rests on, at their second. */
export interface Mark {
  answerId: string;
  at: number;
  quote: string;
  /** Names of those that rest on it. */
  dimensions: string[];
}

/** Recordings one after another; without a known length a minute is drawn until the player knows better. */
export function chaptersOf(answers: readonly ReviewAnswer[]): Chapter[] {
  let from = 0;
  return answers.flatMap((answer) => {
    const { attemptId, recording } = answer;
    if (recording !== 'there' || attemptId === null) {
      return [];
    }
    const seconds = Math.max(1, answer.seconds ?? 60);
    const chapter = { answer: { ...answer, attemptId }, from, seconds };
    from += seconds;
    return [chapter];
  });
}

/** Evidence that has a second, in the order of speaking; words that two dimensions rest on are one mark. */
export function marksOf(room: Pick<ReviewRoom, 'evidence' | 'dimensions' | 'answers'>): Mark[] {
  const { evidence, dimensions, answers } = room;
  const names = new Map(dimensions.map(({ code, name }) => [code, name]));
  const order = new Map(answers.map(({ answerId }, i) => [answerId, i]));
  const marks = new Map<string, Mark>();
  for (const { answerId, seconds, quote, dimension } of evidence) {
    if (seconds !== null) {
      const key = `${answerId} ${seconds} ${quote}`;
      const name = names.get(dimension) ?? dimension;
      const known = marks.get(key);
      marks.set(key, {
        ...{ answerId, at: seconds, quote },
        dimensions: known ? [...new Set([...known.dimensions, name])] : [name],
      });
    }
  }
  const placeOf = ({ answerId }: Mark) => order.get(answerId) ?? 0;
  return [...marks.values()].sort((a, b) => placeOf(a) - placeOf(b) || a.at - b.at);
}

/** Marks that would lie nearer than this on the screen are one with a count (px): a finger must hit them. */
const leastApart = 24;

/** Marks by their place (0-1) on a line of so many pixels, the near ones together at the first one's place. */
export function groupsOf<M extends { place: number }>(
  marks: readonly M[],
  width: number,
): { place: number; marks: M[] }[] {
  const groups: { place: number; marks: M[] }[] = [];
  for (const mark of [...marks].sort((a, b) => a.place - b.place)) {
    const last = groups.at(-1);
    if (last && (mark.place - last.place) * width < leastApart + 1) {
      last.marks.push(mark);
    } else {
      groups.push({ place: mark.place, marks: [mark] });
    }
  }
  return groups;
}

/** A sentence within a text, and where it begins there. */
interface Sentence {
  text: string;
  start: number;
}

/** To its closing mark, with what closes behind it; a full stop of Latin script only before a space: 1.8 is one number. */
const sentence = /[\s\S]+?(?:[。！？；\n]+[”’」』）]*|[.!?;]+["”’)]*(?=\s)|$)\s*/gu;

/** What was typed is one piece: its sentences, so that each can be marked, gone to and left out. */
function sentencesOf(text: string): Sentence[] {
  return [...text.matchAll(sentence)]
    .map(({ 0: found, index }) => ({ text: found, start: index }))
    .filter((one) => one.text.trim() !== '');
}

/** The sentences of an answer, those that nobody timed by their marks; what a level rests on is found by its place in the joined text. */
export function linesOf(answer: ReviewAnswer, all: readonly EvidencePlace[]): Line[] {
  const { transcript, answerId } = answer;
  if (!transcript) {
    return [];
  }
  const gap = transcript.locale === 'zh' || transcript.locale === 'ja' ? 0 : 1;
  const evidence = all.filter((each) => each.answerId === answerId);
  let start = 0;
  return transcript.segments.flatMap((segment) => {
    const { text, from, to } = segment;
    const unsure = transcript.origin === 'engine' ? unsureIn(segment) : [];
    const begins = start;
    start += text.length + gap;
    const parts = from === null ? sentencesOf(text) : [{ text, start: 0 }];
    return parts.map((part) => ({
      ...{ answerId, text: part.text, at: from, to },
      marked: markedIn(evidence, begins + part.start, part.text.length),
      unsure: within(unsure, part.start, part.start + part.text.length),
    }));
  });
}

/** What of so many letters from there on a level rests on, by their place among them. */
function markedIn(evidence: readonly EvidencePlace[], start: number, letters: number) {
  const marked = evidence
    .map((one): Stretch => [Math.max(0, one.start - start), Math.min(letters, one.end - start)])
    .filter(([first, last]) => last > first);
  return joined(marked);
}

function joined(stretches: Stretch[]): Stretch[] {
  const sorted = [...stretches].sort((a, b) => a[0] - b[0]);
  const whole: Stretch[] = [];
  for (const [from, to] of sorted) {
    const last = whole.at(-1);
    if (last && from <= last[1]) {
      last[1] = Math.max(last[1], to);
    } else {
      whole.push([from, to]);
    }
  }
  return whole;
}

/** Pieces of a line: plain and marked by turns; in each what was not heard for sure. */
export function piecesOf({ text, marked, unsure }: Line) {
  const piece = (from: number, to: number, isMarked: boolean) => {
    return { text: text.slice(from, to), marked: isMarked, unsure: within(unsure, from, to) };
  };
  const pieces = marked.flatMap(([from, to], i) => [
    piece(marked[i - 1]?.[1] ?? 0, from, false),
    piece(from, to, true),
  ]);
  const rest = piece(marked.at(-1)?.[1] ?? 0, text.length, false);
  return [...pieces, rest].filter((one) => one.text !== '');
}

/** Shorter than this a pause belongs to speaking (s). */
const leastSilence = 1.2;
/** What is left of a silence on both sides, so that no word is cut (s). */
const left = 0.25;

export interface Silence {
  from: number;
  to: number;
}

/** As they were measured on the sound; where nobody measured, what is left between timed sentences. */
export function silencesOf(measured: readonly Silence[] | null, lines: readonly Line[]): Silence[] {
  return measured === null
    ? betweenLines(lines)
    : measured
        .filter(({ from, to }) => to - from >= leastSilence)
        .map(({ from, to }) => ({ from: from + left, to: to - left }));
}

function betweenLines(lines: readonly Line[]): Silence[] {
  const timed = lines.filter((line) => line.at !== null && line.to !== null);
  return timed.flatMap((line, i) => {
    const from = timed[i - 1]?.to ?? 0;
    const to = line.at ?? 0;
    return to - from >= leastSilence ? [{ from: from + left, to: to - left }] : [];
  });
}

/** What is heard before and after a sentence that a level rests on, so that it is understood (s). */
const around = 1;
/** How long a sentence is heard whose end nobody knows (s). */
const unknownEnd = 8;

/**
 * What of a recording is left out by who hears only the sentences that levels rest on; behind the last of them to
 * its end, which is Infinity. Nothing where none of them has a second: then all of it is to be heard.
 */
export function gapsOf(lines: readonly Line[]): Silence[] {
  const kept = lines.flatMap(({ at, to, marked }) =>
    at === null || marked.length === 0
      ? []
      : [{ from: at - around, to: (to ?? at + unknownEnd) + around }],
  );
  if (kept.length === 0) {
    return [];
  }
  const ends = [0, ...kept.map(({ to }) => to)];
  const begins = [...kept.map(({ from }) => from), Infinity];
  return ends
    .map((from, i) => ({ from, to: begins[i] ?? Infinity }))
    .filter(({ from, to }) => to - from >= leastSilence);
}

/** Where to go on from a moment within a silence; null where somebody speaks. */
export function afterSilence(silences: readonly Silence[], at: number): number | null {
  return silences.find(({ from, to }) => at >= from && at < to - 0.1)?.to ?? null;
}

/** The sentence that is spoken at this second: the last one that has begun. */
export function lineAt(lines: readonly Line[], at: number): number {
  return lines.reduce(
    (found, line, i) => (line.at !== null && line.at <= at + 0.05 ? i : found),
    -1,
  );
}

export const speeds = [0.5, 1, 1.5, 2, 3] as const;
export type Speed = (typeof speeds)[number];

/** The next faster or slower one. */
export function speedBeside(speed: Speed, step: 1 | -1): Speed {
  return speeds[speeds.indexOf(speed) + step] ?? speed;
}

/** Where the room opens: an answer and its second. */
export interface Start {
  answerId: string;
  at: number;
}

/** From the address; null where it names no answer. */
export function startOf(answerId: string, at: string): Start | null {
  const second = Number(at);
  return answerId === ''
    ? null
    : { answerId, at: Number.isFinite(second) && second > 0 ? second : 0 };
}

/** What stands after the last @ while a name is typed; null where none is. */
export function typedName(text: string): string | null {
  return /@([^\s@]*)$/u.exec(text)?.[1] ?? null;
}

/** Colleagues whose name stands after an @; the longer name counts where one begins the other. */
export function mentionedIn(
  text: string,
  colleagues: readonly { id: string; name: string }[],
): string[] {
  const longestFirst = [...colleagues].sort((a, b) => b.name.length - a.name.length);
  let left = text;
  return longestFirst.flatMap(({ id, name }) => {
    const named = name !== '' && left.includes(`@${name}`);
    left = named ? left.replaceAll(`@${name}`, '') : left;
    return named ? [id] : [];
  });
}
