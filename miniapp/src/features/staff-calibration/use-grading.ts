import { useEffect, useRef, useState } from 'react';
import { routes } from '@zhiyu/contracts/routes';
import type { CalibrationView } from '@zhiyu/contracts/calibration';
import { keyOf, queryClient, useAct } from '../../api/query';
import { nextOpen, type Scale, stepOf, stepOfKey, valueOf } from './calibration.shared';

/** The page shows what came back, without asking again. */
export function keepView(view: CalibrationView): void {
  queryClient.setQueryData(keyOf(routes.calibration, { id: view.id }), view);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, dialog') !== null
  );
}

/** Going through the answers: which one, what is chosen, and each grade kept at once. */
export function useGrading(view: CalibrationView) {
  const { answers } = view;
  const [at, setAt] = useState(() => nextOpen(answers, 0) ?? answers.length);
  const [scale, setScale] = useState<Scale>('levels');
  const [chosen, setChosen] = useState<number | null>(null);
  const answer = answers[at];
  const act = useAct(routes.gradeAnswer, {
    refresh: [routes.listCalibrations],
    onSuccess: (next) => {
      keepView(next);
      go(nextOpen(next.answers, at + 1) ?? next.answers.length, next);
    },
  });
  const go = (to: number, next: CalibrationView = view) => {
    setAt(to);
    setChosen(stepOf(next.answers[to]?.mine ?? null, scale));
  };
  const give = (value: number | null) => {
    if (answer && answer.words !== '' && !act.isPending) {
      act.mutate({ id: view.id, answer: answer.id, value });
    }
  };
  const rate = (next: Scale) => {
    setScale(next);
    setChosen(stepOf(answer?.mine ?? null, next));
  };
  const save = () => {
    if (chosen !== null) {
      give(valueOf(chosen, scale));
    }
  };
  const back = () => {
    if (at > 0) {
      go(at - 1);
    }
  };
  const onKey = (event: KeyboardEvent) => {
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const step = stepOfKey(event.key, scale);
    const onButton = event.target instanceof HTMLElement && event.target.closest('button, a');
    if (step !== null) {
      setChosen(step);
    } else if (event.key === 'Enter' && !onButton) {
      save();
    } else if (event.key.toLowerCase() === 's') {
      give(null);
    } else if (event.key === 'Backspace') {
      back();
    } else {
      return;
    }
    event.preventDefault();
  };
  const latest = useRef(onKey);
  latest.current = onKey;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => latest.current(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  return { at, answer, scale, chosen, act, setChosen, rate, save, give, back, go };
}
