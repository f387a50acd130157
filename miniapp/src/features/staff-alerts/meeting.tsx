import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PassAlert } from '@zhiyu/contracts/pass-alerts';
import { routes } from '@zhiyu/contracts/routes';
import { messageOf } from '../../api/error';
import { keyOf, queryClient, useAct } from '../../api/query';
import { Button } from '../../components/button';
import { StateWord } from '../../components/glyph';
import { TextField } from '../../components/text-field';
import { hrefOf } from '../staff-shell/address.shared';
import { useWords } from '../staff-shell/use-words';
import { meaningOf } from './alerts.shared';
import { Change } from './changes';
import { ChooseTime, type TimeChoice, useTimeChoice } from './choose-time';

const refresh = [routes.passAlerts, routes.changeRequests, routes.inbox];
const leastWords = 2;

/** What an act brought back stands at once. */
const keep = (next: PassAlert) =>
  queryClient.setQueryData(keyOf(routes.passAlert, { id: next.id }), next);

function Fault({ error }: { error: unknown }) {
  return error ? (
    <p className="fault" role="alert">
      {messageOf(error)}
    </p>
  ) : null;
}

function Pairs({ alert, choice }: { alert: PassAlert; choice: TimeChoice }) {
  const { t } = useTranslation('alerts');
  const words = useWords();
  const { people, startsAt, dimension, question, state, mayAct } = alert;
  const unknown = t(state === 'asked' ? 'time.finding' : 'time.first');
  const when = startsAt === null ? unknown : words.moment(startsAt);
  const settle = [
    ...(question ? [t('settle.question')] : []),
    ...(dimension ? [t('settle.dimension', { name: dimension.name })] : []),
    t('settle.line', { n: words.score(alert.threshold) }),
  ];
  return (
    <dl className="meet-pairs t13">
      <div>
        <dt>{t('who')}</dt>
        <dd>{people.join(t('staff:and'))}</dd>
      </div>
      <div>
        <dt>{t('when')}</dt>
        <dd className="num">
          {state === 'proposed' && mayAct ? <ChooseTime choice={choice} /> : when}
        </dd>
      </div>
      <div>
        <dt>{t('with')}</dt>
        <dd>{t('withThis')}</dd>
      </div>
      <div>
        <dt>{t('settles')}</dt>
        <dd>{settle.join(t('staff:comma'))}</dd>
      </div>
    </dl>
  );
}

function Decline({ id, onBack }: { id: string; onBack: () => void }) {
  const { t } = useTranslation('alerts');
  const [reason, setReason] = useState('');
  const decline = useAct(routes.declinePassAlert, { refresh, onSuccess: keep });
  return (
    <>
      <TextField
        label={t('decline.why')}
        value={reason}
        onChange={setReason}
        rows={2}
        maxLength={300}
      />
      <Fault error={decline.error} />
      <p className="row">
        <Button className="touch" onPress={onBack}>
          {t('ui:cancel')}
        </Button>
        <Button
          className="touch"
          disabled={reason.trim().length < leastWords}
          busy={decline.isPending ? t('staff:saving') : undefined}
          onPress={() => decline.mutate({ id, reason: reason.trim() })}
        >
          {t('decline.do')}
        </Button>
      </p>
    </>
  );
}

/** Where a time has gone meanwhile, the others are asked for anew. */
const askTimesAgain = () =>
  queryClient.invalidateQueries({ queryKey: [routes.passAlertTimes.path] });

function Proposed({ alert, choice }: { alert: PassAlert; choice: TimeChoice }) {
  const { t } = useTranslation('alerts');
  const [declining, setDeclining] = useState(false);
  const { id, noTimeAt, people, calendar } = alert;
  const meet = useAct(routes.meetAboutPass, { refresh, onSuccess: keep });
  const { chosen, free } = choice;
  const none = noTimeAt !== null ? chosen === null : free?.times.length === 0;
  if (!alert.mayAct) {
    return <p className="cap">{t('mayNot')}</p>;
  }
  return (
    <>
      {!none ? null : (
        <p className="t13">
          <StateWord of="warn">{t('noTime')}</StateWord> {t('noTimeMore')}
        </p>
      )}
      <Fault error={meet.error} />
      {declining ? (
        <Decline id={id} onBack={() => setDeclining(false)} />
      ) : (
        <>
          <Button
            look="primary"
            wide
            className="touch"
            busy={meet.isPending ? t('time.finding') : undefined}
            onPress={() =>
              meet.mutate(chosen === null ? { id } : { id, startsAt: chosen }, {
                onError: () => void askTimesAgain(),
              })
            }
          >
            {t(chosen === null ? 'meet' : 'meetThen', { n: people.length })}
          </Button>
          <p className="cap">{t(`calendar.${calendar ?? 'none'}`)}</p>
          <Button look="plain" className="touch" onPress={() => setDeclining(true)}>
            {t('decline.open')}
          </Button>
        </>
      )}
    </>
  );
}

function Arranged({ alert }: { alert: PassAlert }) {
  const { t } = useTranslation('alerts');
  const [text, setText] = useState('');
  const { id, link, mayAct } = alert;
  const decide = useAct(routes.decidePassAlert, { refresh, onSuccess: keep });
  return (
    <>
      {link === '' ? null : (
        <p>
          <a className="btn touch" href={link} target="_blank" rel="noreferrer">
            {t('join')}
          </a>
        </p>
      )}
      {mayAct ? (
        <>
          <TextField
            label={t('decide.what')}
            hint={t('decide.hint')}
            value={text}
            onChange={setText}
            rows={4}
            maxLength={1000}
          />
          <Fault error={decide.error} />
          <Button
            look="primary"
            wide
            className="touch"
            disabled={text.trim().length < leastWords}
            busy={decide.isPending ? t('staff:saving') : undefined}
            onPress={() => decide.mutate({ id, text: text.trim() })}
          >
            {t('decide.do')}
          </Button>
        </>
      ) : (
        <p className="cap">{t('mayNot')}</p>
      )}
    </>
  );
}

function Outcome({ alert }: { alert: PassAlert }) {
  const { t } = useTranslation('alerts');
  const words = useWords();
  const { state, decision, decidedBy, decidedAt, request } = alert;
  const at = decidedAt === null ? '' : words.moment(decidedAt);
  if (state === 'over') {
    return (
      <>
        <p className="t13">
          <StateWord of="unknown">
            {decidedAt === null ? t('risen') : t('putOff', { who: decidedBy, at })}
          </StateWord>
        </p>
        {decision === '' ? null : <p>{decision}</p>}
      </>
    );
  }
  return (
    <>
      <p className="t13">
        <StateWord of="pass">{t('decided', { who: decidedBy, at })}</StateWord>
      </p>
      {request === null ? <p>{decision}</p> : null}
      {request ? (
        <ul className="change-rows">
          <Change request={request} />
        </ul>
      ) : null}
    </>
  );
}

/** The proposed meeting, filled in: who, when, what it has to settle; and from then on where it stands. */
export function Meeting({ alert }: { alert: PassAlert }) {
  const { t } = useTranslation('alerts');
  const { state } = alert;
  const choice = useTimeChoice(alert);
  const ended = state === 'decided' || state === 'over';
  return (
    <aside className="alert-side">
      <section className="meet-card" aria-labelledby="meet-title">
        <p className="t13">
          <StateWord of={meaningOf[state]}>{t(`state.${state}`)}</StateWord>
        </p>
        <h2 id="meet-title" className="h2">
          {t('meeting', { n: alert.minutes })}
        </h2>
        {ended ? <Outcome alert={alert} /> : <Pairs alert={alert} choice={choice} />}
        {state === 'proposed' ? <Proposed alert={alert} choice={choice} /> : null}
        {state === 'asked' ? (
          <p className="t13" role="status">
            {t('time.finding')}
          </p>
        ) : null}
        {state === 'arranged' ? <Arranged alert={alert} /> : null}
      </section>
      {ended ? null : (
        <>
          <section className="section">
            <h2 className="sec-h">{t('after')}</h2>
            <p className="t13 muted">{t('afterMore')}</p>
          </section>
          <section className="section">
            <h2 className="sec-h">{t('until')}</h2>
            <p className="t13 muted">{t('untilMore')}</p>
          </section>
        </>
      )}
      <p className="section">
        <a className="link" href={hrefOf('alerts', { part: 'limits' })}>
          {t('whenAlerts')}
        </a>
      </p>
    </aside>
  );
}
