import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CandidateInterview } from '@zhiyu/contracts/interview';
import { useNote } from '../facts/use-facts';
import type { AnswerHandle } from '../use-answer';

/** `none`: nothing is observed and nothing is said about it. */
type FaceState = 'none' | 'on' | 'slow' | 'off';

const State = createContext<FaceState>('none');

/** Observes while an answer is recorded with a picture, where the candidate agreed; the parts come when needed. */
export function FaceProvider({
  interview,
  answer,
  stream,
  children,
}: {
  interview: CandidateInterview;
  answer: AnswerHandle;
  stream: MediaStream | null;
  children: ReactNode;
}) {
  const note = useNote();
  const [state, setState] = useState<FaceState>('none');
  const { asked, consents } = interview;
  const agreed = asked.includes('facialObservation') && consents.facialObservation === true;
  const { phase, mode, attemptId } = answer.state;
  const watched = phase === 'recording' && mode === 'camera' ? attemptId : null;
  const ready = agreed && stream !== null;
  useEffect(() => {
    if (ready) {
      // While there is time to think: the beginning of a recording is not slowed down.
      void import('./face-watch').then(({ prepareFace }) => prepareFace());
    }
  }, [ready]);
  useEffect(() => {
    if (!ready || watched === null) {
      return;
    }
    let over = false;
    let stop: () => void = () => undefined;
    void import('./face-watch').then(({ watchFace }) => {
      if (over) {
        return;
      }
      stop = watchFace(stream, watched, {
        began: () => setState('on'),
        trouble: setState,
        fact: (kind, at, seconds) => note(kind, { at, seconds }),
      });
    });
    return () => {
      over = true;
      stop();
      setState('none');
    };
  }, [ready, watched, stream, note]);
  return <State.Provider value={state}>{children}</State.Provider>;
}

/** One line while an answer is recorded: that it is on, or why it is not. */
export function FaceNote() {
  const { t } = useTranslation('guide');
  const state = useContext(State);
  return state === 'none' ? null : (
    <p className="answer-face" role="status">
      {t(`face.${state}`)}
    </p>
  );
}
