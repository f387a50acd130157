import type { FaceSecond } from '@zhiyu/contracts/observation';
import { serverTime } from '../../../platform/clock';
import { observeFace, secondOf, type FaceFrame, type FaceTrouble } from '../../../platform/face';
import { FaceLetters } from './face-letters';
import { RunOf } from './runs.shared';
import '../extra-words';

export { prepareFace } from '../../../platform/face';

interface Told {
  fact: (kind: 'secondFace' | 'noFace', at: number, seconds: number) => void;
  trouble: (trouble: FaceTrouble) => void;
  /** The first picture was looked at. */
  began: () => void;
}

/** A second face for so long, no face for so long (s): shorter is a glance of the model. */
const SECOND_FACE = 3;
const NO_FACE = 5;

/** Observes one recording: a line of numbers a second to the server, and what lasted as facts. @returns ends it */
export function watchFace(stream: MediaStream, attemptId: string, told: Told): () => void {
  const letters = new FaceLetters(attemptId);
  const startedAt = serverTime();
  const tell = (kind: 'secondFace' | 'noFace') => (from: number, seconds: number) =>
    told.fact(kind, Math.round(startedAt + from * 1000), seconds);
  const runs = [
    new RunOf(({ faces }) => faces > 1, SECOND_FACE, tell('secondFace')),
    new RunOf(({ presence }) => presence === 0, NO_FACE, tell('noFace')),
  ];
  let t = -1;
  let frames: FaceFrame[] = [];
  const close = () => {
    if (frames.length > 0) {
      const second: FaceSecond = secondOf(t, frames);
      letters.add(second);
      runs.forEach((run) => run.add(second));
    }
    frames = [];
  };
  const stop = observeFace(stream, {
    trouble: told.trouble,
    frame: (frame, elapsed) => {
      if (t < 0) {
        told.began();
      }
      const now = Math.floor(elapsed / 1000);
      if (now !== t) {
        close();
        t = now;
      }
      frames.push(frame);
    },
  });
  return () => {
    stop();
    close();
    runs.forEach((run) => run.end());
    letters.post();
  };
}
