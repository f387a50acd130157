import { useEffect, useRef, useState } from 'react';
import { SCENE_COUNT, SCENE_MS, WHOLE_MS } from './scenes.shared';

/** How often the time of the film moves on (ms). */
const TICK = 100;

function wantsStill(): boolean {
  return typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** The film's clock: plays by itself, waits, begins again, jumps by scenes. With reduced motion it only steps. */
export function useGuide() {
  const [still] = useState(wantsStill);
  const [at, setAt] = useState(0);
  const [playing, setPlaying] = useState(!still);
  const [turn, setTurn] = useState(0);
  const last = useRef(0);
  useEffect(() => {
    if (!playing) {
      return;
    }
    last.current = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      const step = now - last.current;
      last.current = now;
      setAt((before) => Math.min(WHOLE_MS, before + step));
    }, TICK);
    return () => clearInterval(timer);
  }, [playing]);
  const ended = at >= WHOLE_MS;
  useEffect(() => {
    if (ended) {
      setPlaying(false);
    }
  }, [ended]);
  const scene = Math.min(SCENE_COUNT - 1, Math.floor(at / SCENE_MS));
  const show = (wanted: number) => {
    setAt(Math.max(0, Math.min(SCENE_COUNT - 1, wanted)) * SCENE_MS);
    setTurn((before) => before + 1);
  };
  const again = () => {
    show(0);
    setPlaying(!still);
  };
  const toggle = () => (ended ? again() : setPlaying(!playing));
  return { still, at, playing, ended, scene, turn, show, again, toggle };
}
