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

/** A level or the scale may have the focus: what Enter means there is the grade; elsewhere it is the button's own. */
function isElsewhere(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('a, button') !== null &&
    target.closest('[role=radiogroup], .cal-scale') === null
  );
}

/** Keys of the page while nobody types. @param act true where the key meant something */
function useKeys(act: (event: KeyboardEvent) => boolean): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const meant = !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
      if (meant && latest.current(event)) {
        event.preventDefault();
      }
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
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
  const save = () => chosen !== null && give(valueOf(chosen, scale));
  const back = () => at > 0 && go(at - 1);
  useKeys((event) => {
    const step = stepOfKey(event.key, scale);
    if (step !== null) {
      setChosen(step);
      return true;
    }
    const acts: Record<string, () => void> = { s: () => give(null), Backspace: back };
    if (chosen !== null && !isElsewhere(event.target)) {
      acts['Enter'] = save;
    }
    const act = acts[event.key];
    act?.();
    return act !== undefined;
  });
  return { at, answer, scale, chosen, act, setChosen, rate, save, give, back, go };
}
