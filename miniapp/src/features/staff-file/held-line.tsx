import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { HeldDecision } from '@zhiyu/contracts/held-decision';
import { routes } from '@zhiyu/contracts/routes';
import { messageOf } from '../../api/error';
import { queryClient, useAct, useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { useToast } from '../../components/toast';
import { keysAreOn } from '../staff-guide/keys.shared';
import { useSeconds } from '../staff-shell/use-seconds';
import { decisionTouched } from './decision-touched';
import { isFreeKey } from './free-key';
import { freeHere } from './held-here';

const TICK = 1000;

/** The decision that waits for its moment; when it has taken effect, what shows it is asked again. */
export function useHeld(id: string, enabled: boolean): HeldDecision | null {
  const { data } = useRoute(routes.heldDecision, { id }, { enabled });
  const held = data?.held ?? null;
  const waits = held?.state === 'waiting';
  const waited = useRef(false);
  useEffect(() => {
    if (waited.current && !waits) {
      for (const { path } of decisionTouched) {
        void queryClient.invalidateQueries({ queryKey: [path] });
      }
    }
    waited.current = waits;
  }, [waits]);
  return held;
}

/** Z takes it back, where nothing is being written. */
function useUndoKey(on: boolean, undo: () => void) {
  const latest = useRef(undo);
  latest.current = undo;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (on && event.key.toLowerCase() === 'z' && isFreeKey(event)) {
        event.preventDefault();
        latest.current();
      }
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [on]);
}

/** 已通过，8 秒后生效 · 撤回: quiet, in the place of the decisions. */
export function HeldLine({ id, held }: { id: string; held: HeldDecision }) {
  const { t } = useTranslation('staff');
  const say = useToast();
  // Until it has taken effect, here or by somebody else.
  useRoute(routes.heldDecision, { id }, { refetchInterval: TICK });
  const seconds = useSeconds(held.runAt);
  const undo = useAct(routes.undoDecision, {
    refresh: decisionTouched,
    onSuccess: () => {
      freeHere(id);
      say(t('held.undone'));
    },
  });
  const mayUndo = held.mine && seconds > 0;
  const takeBack = () =>
    undo.mutate({ id }, { onError: (error: unknown) => say(messageOf(error)) });
  useUndoKey(mayUndo && !undo.isPending, takeBack);
  const who = held.mine ? 'mine' : 'other';
  const kind = t(`held.kind.${held.kind}`);
  return (
    <div className="held" role="status">
      <span className="mid">{t(`held.${who}`, { kind, by: held.by })}</span>
      <span className="muted num" aria-hidden="true">
        {seconds > 0 ? t('held.seconds', { seconds }) : t('held.now')}
      </span>
      {mayUndo ? (
        <Button
          className="touch"
          busy={undo.isPending ? t('held.undoing') : undefined}
          onPress={takeBack}
        >
          {t('held.undo')} {keysAreOn() ? <kbd aria-hidden="true">Z</kbd> : null}
        </Button>
      ) : null}
    </div>
  );
}
