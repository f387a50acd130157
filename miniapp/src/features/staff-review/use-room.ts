import { lineAt, type MoveAct, speedBeside, type Start } from './review.shared';
import { play, type Playback, usePlayback } from './use-playback';
import type { Watched } from './use-watched';

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

/** The next words that a level rests on; after the last one the first. */
function seekMark({ seek, index, at }: Playback, { chapters, marks }: Watched): void {
  const order = chapters.flatMap(({ answer }, of) =>
    marks.filter((mark) => mark.answerId === answer.answerId).map((mark) => ({ of, mark })),
  );
  const next =
    order.find(({ of, mark }) => of > index || (of === index && mark.at > at + 0.5)) ?? order[0];
  if (next) {
    seek(next.mark.answerId, next.mark.at);
  }
}

function seekChapter({ seek }: Playback, { chapters }: Watched, index: number): void {
  const chapter = chapters[index];
  if (chapter) {
    seek(chapter.answer.answerId, 0);
  }
}

function toggle({ media: { current } }: Playback): void {
  if (current?.paused === false) {
    current.pause();
  } else {
    play(current);
  }
}

/** The recording that plays, its second, and everything that moves it. */
export function useRoom(watched: Watched, start: Start | null) {
  const playback = usePlayback(watched, start);
  const { at, index, chapter, seek, speed, setSpeed, skips, setSkips } = playback;
  const by = (seconds: number) => seek(chapter?.answer.answerId ?? '', at + seconds);
  const act = (name: MoveAct) => {
    const acts: Record<typeof name, () => void> = {
      play: () => toggle(playback),
      back: () => by(-STEP),
      on: () => by(STEP),
      lineBefore: () => seekLine(playback, watched, -1),
      lineAfter: () => seekLine(playback, watched, 1),
      mark: () => seekMark(playback, watched),
      next: () => seekChapter(playback, watched, index + 1),
      before: () => seekChapter(playback, watched, index - 1),
      faster: () => setSpeed(speedBeside(speed, 1)),
      slower: () => setSpeed(speedBeside(speed, -1)),
      silence: () => setSkips(!skips),
    };
    acts[name]();
  };
  return { ...playback, act };
}

export type Room = ReturnType<typeof useRoom>;
