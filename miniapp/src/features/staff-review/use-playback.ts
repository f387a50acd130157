import { type MutableRefObject, useCallback, useEffect, useRef, useState } from 'react';
import { habitOf, keepHabit } from './habits';
import { afterSilence, type Speed, speeds, type Start } from './review.shared';
import type { Watched } from './use-watched';

/** How fast it plays, also after the recording of another answer has come. */
function useSpeed(media: MutableRefObject<HTMLVideoElement | null>, index: number) {
  const [speed, setSpeed] = useState<Speed>(
    () => speeds.find((one) => String(one) === habitOf('speed')) ?? 1,
  );
  useEffect(() => {
    if (media.current) {
      media.current.playbackRate = speed;
    }
  }, [media, speed, index]);
  const choose = (next: Speed) => {
    setSpeed(next);
    keepHabit('speed', String(next));
  };
  return { speed, setSpeed: choose };
}

/** What is left out while it plays: silence, or everything but the words that levels rest on. */
function useLeftOut({ silences, gaps }: Pick<Watched, 'silences' | 'gaps'>) {
  const [skips, setSkips] = useState(true);
  const [brief, setBrief] = useState(false);
  const latest = useRef(gaps);
  latest.current = gaps;
  /** Where it goes on from a second that is left out, Infinity behind the last that is heard; null: it is heard. */
  const goesOn = (answerId: string, second: number) => {
    const places = brief ? gaps : skips ? silences : null;
    return afterSilence(places?.get(answerId) ?? [], second);
  };
  /** Who goes to a second that would be left out wants to hear it. */
  const hear = useCallback((answerId: string, second: number) => {
    if (second > 0 && afterSilence(latest.current.get(answerId) ?? [], second) !== null) {
      setBrief(false);
    }
  }, []);
  return { skips, setSkips, brief, setBrief, goesOn, hear };
}

/** What the player tells, and what follows of it. */
function eventsOf(of: {
  media: MutableRefObject<HTMLVideoElement | null>;
  /** Where to begin once the recording is there. */
  wanted: MutableRefObject<number | null>;
  speed: Speed;
  goesOn: (second: number) => number | null;
  hear: (second: number) => void;
  setAt: (second: number) => void;
  setPlaying: (playing: boolean) => void;
  onEnded: () => void;
}) {
  const { media, wanted, speed, goesOn, hear, setAt, setPlaying, onEnded } = of;
  const onLoadedMetadata = () => {
    const element = media.current;
    if (element && wanted.current !== null) {
      // Also a leap to where it stands throws away what is there to be played.
      if (element.currentTime !== wanted.current) {
        element.currentTime = wanted.current;
      }
      element.playbackRate = speed;
      wanted.current = null;
      play(element);
    }
  };
  const onTimeUpdate = () => {
    const element = media.current;
    // What comes of a recording on its way is not where the person wants to be.
    if (!element || wanted.current !== null) {
      return;
    }
    const speech = element.paused ? null : goesOn(element.currentTime);
    if (speech === Infinity) {
      onEnded();
      return;
    }
    if (speech !== null) {
      element.currentTime = speech;
    }
    setAt(element.currentTime);
  };
  const onPlay = () => {
    setPlaying(true);
    // Behind the last of what was to be heard, who plays on wants the rest.
    if (media.current && goesOn(media.current.currentTime) === Infinity) {
      hear(media.current.currentTime);
    }
  };
  return { onLoadedMetadata, onTimeUpdate, onEnded, onPlay, onPause: () => setPlaying(false) };
}

/** The recording of one answer and its second; another answer takes its place by `seek`. */
export function usePlayback({ chapters, silences, gaps }: Watched, start: Start | null) {
  const media = useRef<HTMLVideoElement | null>(null);
  const first = chapters.findIndex(({ answer }) => answer.answerId === start?.answerId);
  const [index, setIndex] = useState(Math.max(0, first));
  const [at, setAt] = useState(first < 0 ? 0 : (start?.at ?? 0));
  const [playing, setPlaying] = useState(false);
  const { goesOn, hear, ...leftOut } = useLeftOut({ silences, gaps });
  const { speed, setSpeed } = useSpeed(media, index);
  const wanted = useRef<number | null>(at);
  const answerId = chapters[index]?.answer.answerId ?? '';

  const goTo = useSeek({ media, wanted, chapters, index, setIndex, setAt });
  const seek = useCallback(
    (id: string, second: number) => {
      hear(id, second);
      goTo(id, second);
    },
    [goTo, hear],
  );
  const onEnded = () => {
    const next = chapters[index + 1];
    if (next) {
      goTo(next.answer.answerId, 0);
    } else {
      media.current?.pause();
    }
  };
  const events = eventsOf({
    ...{ media, wanted, speed, setAt, setPlaying, onEnded },
    goesOn: (second) => goesOn(answerId, second),
    hear: (second) => hear(answerId, second),
  });
  const place = { media, chapter: chapters[index], index, at };
  return { ...place, playing, speed, setSpeed, ...leftOut, seek, events };
}

export type Playback = ReturnType<typeof usePlayback>;

/** A browser may refuse to play before a press; the button is there. */
export function play(element: HTMLMediaElement | null): void {
  element?.play().catch(() => undefined);
}

/** Goes to a second of an answer and plays; the same function as long as the interview is the same. */
function useSeek(of: {
  media: MutableRefObject<HTMLVideoElement | null>;
  wanted: MutableRefObject<number | null>;
  chapters: Watched['chapters'];
  index: number;
  setIndex: (index: number) => void;
  setAt: (second: number) => void;
}): (answerId: string, second: number) => void {
  const latest = useRef(of);
  latest.current = of;
  return useCallback((answerId, second) => {
    const { media, wanted, chapters, index, setIndex, setAt } = latest.current;
    const found = chapters.findIndex(({ answer }) => answer.answerId === answerId);
    const to = Math.max(0, second);
    if (found < 0) {
      return;
    }
    setAt(to);
    if (found !== index || wanted.current !== null) {
      wanted.current = to;
      setIndex(found);
    } else if (media.current) {
      media.current.currentTime = to;
      play(media.current);
    }
  }, []);
}
