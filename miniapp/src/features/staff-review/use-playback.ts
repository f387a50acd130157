import { type MutableRefObject, useCallback, useEffect, useRef, useState } from 'react';
import { afterSilence, type Speed, type Start } from './review.shared';
import type { Watched } from './use-watched';

/** How fast it plays, also after the recording of another answer has come. */
function useSpeed(media: MutableRefObject<HTMLVideoElement | null>, index: number) {
  const [speed, setSpeed] = useState<Speed>(1);
  useEffect(() => {
    if (media.current) {
      media.current.playbackRate = speed;
    }
  }, [media, speed, index]);
  return { speed, setSpeed };
}

/** The recording of one answer and its second; another answer takes its place by `seek`. */
export function usePlayback({ chapters, silences }: Watched, start: Start | null) {
  const media = useRef<HTMLVideoElement | null>(null);
  const first = chapters.findIndex(({ answer }) => answer.answerId === start?.answerId);
  const [index, setIndex] = useState(Math.max(0, first));
  const [at, setAt] = useState(first < 0 ? 0 : (start?.at ?? 0));
  const [playing, setPlaying] = useState(false);
  const [skips, setSkips] = useState(true);
  const { speed, setSpeed } = useSpeed(media, index);
  /** Where to begin once the recording is there. */
  const wanted = useRef<number | null>(at);
  const answerId = chapters[index]?.answer.answerId ?? '';

  const seek = useSeek({ media, wanted, chapters, index, setIndex, setAt });
  const onLoadedMetadata = () => {
    const element = media.current;
    if (element && wanted.current !== null) {
      element.currentTime = wanted.current;
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
    const speech = skips ? afterSilence(silences.get(answerId) ?? [], element.currentTime) : null;
    if (speech !== null && !element.paused) {
      element.currentTime = speech;
    }
    setAt(element.currentTime);
  };
  const onEnded = () => {
    const next = chapters[index + 1];
    if (next) {
      seek(next.answer.answerId, 0);
    }
  };
  const switches = { onPlay: () => setPlaying(true), onPause: () => setPlaying(false) };
  const events = { onLoadedMetadata, onTimeUpdate, onEnded, ...switches };
  const chapter = chapters[index];
  return { media, chapter, index, at, playing, speed, setSpeed, skips, setSkips, seek, events };
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
