import { useCallback, useState } from 'react';
import { habitOf, keepHabit } from './habits';
import { lineAt, speedBeside, type Start } from './review.shared';
import type { MoveAct } from './room-keys.shared';
import { type Stop, stopAfter, stopsPast } from './stops.shared';
import { play, type Playback, usePlayback } from './use-playback';
import type { Watched } from './use-watched';

/** Words that are read, not heard: a sentence of an answer without a recording, or one that nothing timed. */
export interface Reading {
  answerId: string;
  line: number;
}

/** Seconds of one step with the keyboard. */
const STEP = 5;

/** The sentence before or after the one that is spoken. */
function seekLine({ seek, chapter, at }: Playback, { lines }: Watched, step: 1 | -1): void {
  const answerId = chapter?.answer.answerId ?? '';
  const timed = (lines.get(answerId) ?? []).filter((line) => line.at !== null);
  const line = timed[Math.max(0, lineAt(timed, at) + step)];
  if (line?.at != null) {
    seek(answerId, line.at);
  }
}

/** Sentence and second of where one is: what is being read, else what is being played. */
function standing(
  { chapter, at }: Playback,
  { lines, order }: Watched,
  reading: Reading | null,
): Stop {
  if (reading) {
    return { answerId: reading.answerId, at: null, line: reading.line };
  }
  const answerId = chapter?.answer.answerId ?? order[0] ?? '';
  const line = lineAt(lines.get(answerId) ?? [], at);
  return { answerId, at: chapter ? at : null, line };
}

function toggle({ media: { current } }: Playback): void {
  if (current?.paused === false) {
    current.pause();
  } else {
    play(current);
  }
}

/** Goes to a second where something plays, else to the words; a recording under way is not begun again for them. */
function useShow(playback: Playback, { heard }: Watched) {
  const [reading, setReading] = useState<Reading | null>(null);
  const play = playback.seek;
  const seek = useCallback(
    (answerId: string, second: number) => {
      setReading(null);
      play(answerId, second);
    },
    [play],
  );
  const show = ({ answerId, at, line }: Stop) => {
    const plays = heard.has(answerId);
    if (plays && at !== null) {
      seek(answerId, at);
      return;
    }
    if (!plays) {
      playback.media.current?.pause();
    } else if (playback.chapter?.answer.answerId !== answerId) {
      play(answerId, 0);
    }
    setReading({ answerId, line });
  };
  return { reading, setReading, seek, show };
}

/** Whether all words are seen, or of what is read only what levels rest on. */
function useWhole() {
  const [whole, setWhole] = useState(() => habitOf('whole') === 'yes');
  const turn = () => {
    setWhole(!whole);
    keepHabit('whole', whole ? 'no' : 'yes');
  };
  return { whole, turn };
}

/** The recording that plays, its second, what is read beside it, and everything that moves them. */
export function useRoom(watched: Watched, start: Start | null) {
  const playback = usePlayback(watched, start);
  const { at, chapter, speed, setSpeed, skips, setSkips, brief, setBrief } = playback;
  const { reading, setReading, seek, show } = useShow(playback, watched);
  const { whole, turn } = useWhole();
  const { order, stops } = watched;
  const here = standing(playback, watched, reading);
  const by = (seconds: number) => seek(chapter?.answer.answerId ?? '', at + seconds);
  const chapterBeside = (step: 1 | -1) => {
    const answerId = order[order.indexOf(here.answerId) + step];
    if (answerId !== undefined) {
      show({ answerId, at: 0, line: 0 });
    }
  };
  const nextStop = () => {
    const next = stopAfter(stops, order, here);
    if (next) {
      show(next);
    }
  };
  const act = (name: MoveAct) => {
    const acts: Record<typeof name, () => void> = {
      play: () => {
        setReading(null);
        toggle(playback);
      },
      back: () => by(-STEP),
      on: () => by(STEP),
      lineBefore: () => seekLine({ ...playback, seek }, watched, -1),
      lineAfter: () => seekLine({ ...playback, seek }, watched, 1),
      mark: nextStop,
      whole: turn,
      next: () => chapterBeside(1),
      before: () => chapterBeside(-1),
      faster: () => setSpeed(speedBeside(speed, 1)),
      slower: () => setSpeed(speedBeside(speed, -1)),
      silence: () => setSkips(!skips),
      brief: () => setBrief(!brief),
    };
    acts[name]();
  };
  return { ...playback, seek, act, reading, show, whole, past: stopsPast(stops, order, here) };
}

export type Room = ReturnType<typeof useRoom>;
