import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { ApplicationDetail, DecisionKind } from '@zhiyu/contracts/application';
import { messageOf } from '../../api/error';
import { useAct } from '../../api/query';
import { Button } from '../../components/button';
import { StateWord, type Meaning } from '../../components/glyph';
import { useToast } from '../../components/toast';
import { PromiseWord } from '../staff-shell/promise-word';
import { DecideSheet } from './decide-sheet';
import { invitesFirst } from './decide.shared';
import './decision.scss';

const glyphOf: Record<'reject' | 'hold', Meaning> = { reject: 'reject', hold: 'hold' };

function Promised({ application }: { application: ApplicationDetail }) {
  const { t } = useTranslation('staff');
  const last = application.decisions[0];
  return (
    <p className="decision-said">
      {application.promiseAt === null ? (
        <span className="muted">
          {last
            ? t('decide.last', { by: last.by, kind: t(`decide.kind.${last.kind}`) })
            : t('decide.noPromise')}
        </span>
      ) : (
        <>
          <span className="muted">{t('decide.waits', { name: application.candidateName })}</span>
          <PromiseWord at={application.promiseAt} />
        </>
      )}
    </p>
  );
}

/** The decisions of a candidate file: each asks a reason; the one filled button moves forward. */
export function DecisionBar({ application }: { application: ApplicationDetail }) {
  const { t } = useTranslation('staff');
  const say = useToast();
  const [kind, setKind] = useState<DecisionKind | null>(null);
  const { allowed } = application;
  const invite = useAct(routes.invite, {
    refresh: [routes.application, routes.timeline, routes.listApplications, routes.dashboard],
    onSuccess: () => say(t('decide.invited', { name: application.candidateName })),
  });
  const inviting = allowed.invite && invitesFirst(application.stage);
  const inviteButton = inviting ? (
    <Button
      look="primary"
      busy={invite.isPending ? t('decide.inviting') : undefined}
      onPress={() =>
        invite.mutate(
          { id: application.id },
          { onError: (error: unknown) => say(messageOf(error)) },
        )
      }
    >
      {t('decide.invite')}
    </Button>
  ) : null;
  return (
    <>
      <Promised application={application} />
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
