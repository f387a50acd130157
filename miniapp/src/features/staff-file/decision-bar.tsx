import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { ApplicationDetail, DecisionKind } from '@zhiyu/contracts/application';
import { messageOf } from '../../api/error';
import { useAct } from '../../api/query';
import { Button } from '../../components/button';
import { StateWord, type Meaning } from '../../components/glyph';
import { useToast } from '../../components/toast';
import { DecideSheet } from './decide-sheet';
import { invitesFirst } from './decide.shared';
import { decisionTouched } from './decision-touched';
import { isFreeKey } from './free-key';
import { holdHere } from './held-here';
import { HeldLine, useHeld } from './held-line';
import { NextStepLine } from './next-step';
import './decision.scss';
import './words';

const glyphOf: Record<'reject' | 'hold', Meaning> = { reject: 'reject', hold: 'hold' };

const kindOfKey: Readonly<Record<string, DecisionKind>> = { p: 'pass', h: 'hold', r: 'reject' };

/** P, H, R open a decision, where nothing is being written and none is open. */
function useDecisionKeys(on: boolean, decide: (kind: DecisionKind) => void) {
  const latest = useRef(decide);
  latest.current = decide;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const kind = kindOfKey[event.key.toLowerCase()];
      if (on && kind && isFreeKey(event)) {
        event.preventDefault();
        latest.current(kind);
      }
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [on]);
}

/** The decisions of a candidate file: each asks a reason; the one filled button moves forward. */
export function DecisionBar({
  application,
  room,
}: {
  application: ApplicationDetail;
  /** Whether V opens a review room on this page. */
  room: boolean;
}) {
  const { t } = useTranslation('staff');
  const say = useToast();
  const [kind, setKind] = useState<DecisionKind | null>(null);
  const { allowed } = application;
  const invite = useAct(routes.holdDecision, {
    refresh: decisionTouched,
    onSuccess: ({ held: kept, message }) => {
      if (kept === null) {
        say(message);
      } else {
        holdHere(application.id, kept.runAt);
      }
    },
  });
  const held = useHeld(application.id, allowed.decide);
  const waits = held?.state === 'waiting';
  useDecisionKeys(allowed.decide && !waits, setKind);
  const inviting = allowed.invite && invitesFirst(application.stage);
  const inviteButton = inviting ? (
    <Button
      look="primary"
      busy={invite.isPending ? t('decide.inviting') : undefined}
      onPress={() =>
        invite.mutate(
          { id: application.id, kind: 'pass', reason: 'meetsRequirement', note: '' },
          { onError: (error: unknown) => say(messageOf(error)) },
        )
      }
    >
      {t('decide.invite')}
    </Button>
  ) : null;
  if (held && waits) {
    return (
      <>
        <NextStepLine application={application} />
        <HeldLine id={application.id} held={held} />
      </>
    );
  }
  return (
    <>
      <NextStepLine application={application} />
      {held?.state === 'late' ? (
        <StateWord of="warn">{t('held.late', { kind: t(`held.kind.${held.kind}`) })}</StateWord>
      ) : null}
      {allowed.decide ? (
        <span className="cap decision-keys">
          {t(room ? 'file:keys.hintRoom' : 'file:keys.hint')}
        </span>
      ) : null}
      <div className="decision-buttons">
        {allowed.decide ? (
          <>
            <Button look="plain" onPress={() => setKind('askMore')}>
              {t('decide.kind.askMore')}
            </Button>
            {(['reject', 'hold'] as const).map((one) => (
              <Button key={one} onPress={() => setKind(one)}>
                <StateWord of={glyphOf[one]}>{t(`decide.kind.${one}`)}</StateWord>
              </Button>
            ))}
            {inviting ? null : (
              <Button look="primary" onPress={() => setKind('pass')}>
                {t('decide.kind.pass')}
              </Button>
            )}
          </>
        ) : null}
        {inviteButton}
      </div>
      <DecideSheet application={application} kind={kind} onClose={() => setKind(null)} />
    </>
  );
}
