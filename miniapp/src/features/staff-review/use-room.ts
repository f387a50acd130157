import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ReportView } from '@zhiyu/contracts/scoring';
import {
  afterSilence,
  chaptersOf,
  lineAt,
  linesOf,
  marksOf,
  type ReviewAct,
  silencesOf,
  type Speed,
  speedBeside,
} from './review.shared';

/** Seconds of one step with the keyboard. */
const STEP = 5;

/** What can be watched of an interview: made once for a report. */
export function useWatched(view: ReportView) {
  return useMemo(() => {
    const chapters = chaptersOf(view.report.answers);
    const lines = new Map(
      view.report.answers.map((answer) => [answer.answerId, linesOf(answer, view.report)]),
    );
    const silences = new Map(
      chapters.map(({ answer }) => {
        const measured = view.sound.answers.find((one) => one.attemptId === answer.attemptId);
        const places = measured?.sound.pauses.places ?? null;
        return [answer.answerId, silencesOf(places, lines.get(answer.answerId) ?? [])];
      }),
    );
    return { chapters, lines, silences, marks: marksOf(view.report) };
  }, [view]);
}

export type Watched = ReturnType<typeof useWatched>;

/** The recording that plays, its second, and everything that moves it. */
export function useRoom({ chapters, lines, silences, marks }: Watched) {
  const media = useRef<HTMLVideoElement>(null);
  const [index, setIndex] = useState(0);
  const [at, setAt] = useState(0);
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>(1);
  const [skips, setSkips] = useState(true);
  /** Where to begin once the recording of another answer is there; null: where it stands. */
  const wanted = useRef<number | null>(0);
  const chapter = chapters[index];
  const answerId = chapter?.answer.answerId ?? '';

  useEffect(() => {
    if (media.current) {
      media.current.playbackRate = speed;
    }
  }, [speed, index]);

  const start = useCallback(() => {
    // A browser may refuse to play before a press; the button is there.
    media.current?.play().catch(() => undefined);
  }, []);

  const seek = useCallback(
    (to: string, second: number) => {
      const found = chapters.findIndex(({ answer }) => answer.answerId === to);
      const element = media.current;
      if (found < 0 || !element) {
        return;
      }
      setAt(Math.max(0, second));
      if (found === index) {
        element.currentTime = Math.max(0, second);
        start();
      } else {
        wanted.current = Math.max(0, second);
        setIndex(found);
      }
    },
    [chapters, index, start],
  );

  const goTo = (next: number) => {
    const other = chapters[next];
    if (other) {
      seek(other.answer.answerId, 0);
    }
  };

  const lineBeside = (step: 1 | -1) => {
    const own = lines.get(answerId) ?? [];
    const timed = own.filter((line) => line.at !== null);
    const line = timed[Math.max(0, lineAt(timed, at) + step)];
    if (line?.at != null) {
      seek(answerId, line.at);
    }
  };

  const nextMark = () => {
    const order = chapters.flatMap(({ answer }, of) =>
      marks.filter((mark) => mark.answerId === answer.answerId).map((mark) => ({ of, mark })),
    );
    const next =
      order.find(({ of, mark }) => of > index || (of === index && mark.at > at + 0.5)) ?? order[0];
    if (next) {
      seek(next.mark.answerId, next.mark.at);
    }
  };

  const toggle = () => {
    if (media.current?.paused === false) {
      media.current.pause();
    } else {
      start();
    }
  };

  const act = (name: Exclude<ReviewAct, 'search'>) => {
    const acts: Record<typeof name, () => void> = {
      play: toggle,
      back: () => seek(answerId, at - STEP),
      on: () => seek(answerId, at + STEP),
      lineBefore: () => lineBeside(-1),
      lineAfter: () => lineBeside(1),
      mark: nextMark,
      next: () => goTo(index + 1),
      before: () => goTo(index - 1),
      faster: () => setSpeed(speedBeside(speed, 1)),
      slower: () => setSpeed(speedBeside(speed, -1)),
      silence: () => setSkips(!skips),
    };
    acts[name]();
  };

  /** For the element: what its events do. */
  const events = {
    onLoadedMetadata: () => {
      const element = media.current;
      if (element) {
        element.currentTime = wanted.current ?? 0;
        element.playbackRate = speed;
        wanted.current = null;
        start();
      }
    },
    onTimeUpdate: () => {
      const element = media.current;
      if (!element) {
        return;
      }
      const speech = skips ? afterSilence(silences.get(answerId) ?? [], element.currentTime) : null;
      if (speech !== null && !element.paused) {
        element.currentTime = speech;
      }
      setAt(element.currentTime);
    },
    onPlay: () => setPlaying(true),
    onPause: () => setPlaying(false),
    onEnded: () => goTo(index + 1),
  };

  return {
    media,
    chapter,
    index,
    at,
    playing,
    speed,
    skips,
    seek,
    act,
    setSpeed,
    setSkips,
    events,
  };
}

export type Room = ReturnType<typeof useRoom>;
