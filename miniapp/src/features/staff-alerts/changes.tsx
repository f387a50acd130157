import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChangeRequest } from '@zhiyu/contracts/pass-alerts';
import { routes } from '@zhiyu/contracts/routes';
import { messageOf } from '../../api/error';
import { useAct, useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { StateWord, type Meaning } from '../../components/glyph';
import { Sheet } from '../../components/sheet';
import { Awaited, Empty } from '../../components/state';
import { TextField } from '../../components/text-field';
import { hrefOf } from '../staff-shell/address.shared';
import { useWords } from '../staff-shell/use-words';
import './alerts.scss';
import './words';

const meanings: Readonly<Record<ChangeRequest['state'], Meaning>> = {
  open: 'hold',
  done: 'pass',
  dismissed: 'reject',
};
const leastWords = 2;

function SettleSheet({
  request,
  state,
  onClose,
}: {
  request: ChangeRequest;
  state: 'done' | 'dismissed';
  onClose: () => void;
}) {
  const { t } = useTranslation('alerts');
  const [reason, setReason] = useState('');
  const settle = useAct(routes.settleChange, {
    refresh: [routes.changeRequests, routes.passAlert, routes.inbox],
    onSuccess: onClose,
  });
  const ready = state === 'done' || reason.trim().length >= leastWords;
  return (
    <Sheet
      open
      title={t(`settle.${state}`)}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('ui:cancel')}</Button>
          <Button
            look="primary"
            disabled={!ready}
            busy={settle.isPending ? t('staff:saving') : undefined}
            onPress={() => settle.mutate({ id: request.id, state, reason: reason.trim() })}
          >
            {t(`settle.${state}Do`)}
          </Button>
        </>
      }
    >
      <p className="muted">{t(`settle.${state}Lead`)}</p>
      <TextField
        label={t(state === 'done' ? 'settle.note' : 'settle.why')}
        value={reason}
        onChange={setReason}
        rows={3}
        maxLength={300}
      />
      {settle.error ? (
        <p className="fault" role="alert">
          {messageOf(settle.error)}
        </p>
      ) : null}
    </Sheet>
  );
}

function Settled({ request }: { request: ChangeRequest }) {
  const { t } = useTranslation('alerts');
  const words = useWords();
  const { settledAt, settledBy, doneVersion, reason, state } = request;
  if (settledAt === null) {
    return null;
  }
  const version =
    state === 'dismissed'
      ? ''
      : doneVersion === null
        ? t('change.noVersion')
        : t('change.version', { n: doneVersion });
  return (
    <p className="t13 muted">
      {[t('change.by', { who: settledBy, at: words.moment(settledAt) }), version, reason]
        .filter((one) => one !== '')
        .join(t('staff:comma'))}
    </p>
  );
}

/** One change request: what, who asked when, what became of it, and the way to where it is carried out. */
export function Change({
  request,
  inStudio = false,
}: {
  request: ChangeRequest;
  inStudio?: boolean;
}) {
  const { t } = useTranslation('alerts');
  const words = useWords();
  const [settling, setSettling] = useState<'done' | 'dismissed' | null>(null);
  const { state, positionId, alertId } = request;
  return (
    <li className="change">
      <p className="t13">
        <StateWord of={meanings[state]}>{t(`change.${state}`)}</StateWord>{' '}
        <span className="muted">
          {t('change.asked', { who: request.byName, at: words.moment(request.at) })}
        </span>
      </p>
      <p className="change-text">{request.text}</p>
      <Settled request={request} />
      <p className="row change-acts">
        {inStudio ? null : (
          <a
            className="btn touch"
            href={hrefOf('position', {
              id: positionId,
              part: state === 'done' ? 'versions' : 'model',
            })}
          >
            {t(state === 'done' ? 'change.versions' : 'change.studio')}
          </a>
        )}
        {state === 'open' && request.mayAct ? (
          <>
            <Button className="touch" onPress={() => setSettling('done')}>
              {t('change.markDone')}
            </Button>
            <Button look="plain" className="touch" onPress={() => setSettling('dismissed')}>
              {t('change.dismiss')}
            </Button>
          </>
        ) : null}
        {inStudio ? (
          <a className="link touch" href={hrefOf('alerts', { id: alertId })}>
            {t('change.why')}
          </a>
        ) : null}
      </p>
      {settling ? (
        <SettleSheet request={request} state={settling} onClose={() => setSettling(null)} />
      ) : null}
    </li>
  );
}

/** Every change request of the positions one sees, open ones first. */
export function Changes() {
  const { t } = useTranslation('alerts');
  const query = useRoute(routes.changeRequests, {});
  return (
    <Awaited query={query}>
      {({ requests }) =>
        requests.length === 0 ? (
          <Empty title={t('change.none')}>{t('change.noneMore')}</Empty>
        ) : (
          <ul className="change-rows narrow">
            {requests.map((request) => (
              <li key={request.id}>
                <h2 className="t13 change-of">
                  <a href={hrefOf('alerts', { id: request.alertId })}>{request.positionName}</a>
                </h2>
                <ul>
                  <Change request={request} />
                </ul>
              </li>
            ))}
          </ul>
        )
      }
    </Awaited>
  );
}
