import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicationDetail } from '@zhiyu/contracts/application';
import type { OfferList } from '@zhiyu/contracts/offers';
import { routes } from '@zhiyu/contracts/routes';
import { messageOf } from '../../api/error';
import { useAct, useRoute } from '../../api/query';
import { useLive } from '../../api/stream';
import { Button } from '../../components/button';
import { useToast } from '../../components/toast';
import { DecideSheet } from '../staff-file/decide-sheet';
import { HeldLine, useHeld } from '../staff-file/held-line';
import { useWords } from '../staff-shell/use-words';
import { mayStillRefuse, standingOf } from './offer.shared';
import { OfferSheet } from './offer-sheet';
import { offerTouched } from './offer-touched';
import { SaySheet, type SayWhat } from './say-sheet';
import './words';

type Open = 'write' | 'reject' | SayWhat | null;

/** What is said of the newest offer, and until when it can be answered. */
function Said({ list }: { list: OfferList }) {
  const { t } = useTranslation('offers');
  const words = useWords();
  const [last] = list.offers;
  const until = last?.expiresAt ?? null;
  return (
    <p className="decision-said">
      <span className="muted">{t('file:next.label')}</span>
      <b className="mid next-step">
        {t(`next.${standingOf(list)}`, {
          names: list.approvers.join(t('staff:comma')),
          day: last?.terms.startsOn ?? '',
          at: until === null ? '' : words.moment(until),
        })}
      </b>
    </p>
  );
}

function Buttons({
  id,
  list,
  refuse,
  onOpen,
}: {
  id: string;
  list: OfferList;
  /** Whether a no of the company is possible. */
  refuse: boolean;
  onOpen: (open: Open) => void;
}) {
  const { t } = useTranslation('offers');
  const say = useToast();
  const options = { refresh: offerTouched };
  const submit = useAct(routes.submitOffer, options);
  const answer = useAct(routes.answerOffer, options);
  const back = useAct(routes.withdrawOffer, options);
  const arrive = useAct(routes.tellArrival, options);
  const failed = { onError: (error: unknown) => say(messageOf(error)) };
  const busy = [submit, answer, back, arrive].some((one) => one.isPending);
  const sending = busy ? t('staff:decide.sending') : undefined;
  const can = (act: OfferList['can'][number]) => list.can.includes(act);
  const state = standingOf(list);
  const primary = (label: string, press: () => void): ReactNode => (
    <Button look="primary" busy={sending} onPress={press}>
      {label}
    </Button>
  );
  const direct = list.approvers.length === 0;
  return (
    <div className="decision-buttons">
      {refuse ? (
        <Button look="plain" onPress={() => onOpen('reject')}>
          {t('act.reject')}
        </Button>
      ) : null}
      {can('withdraw') && state === 'approval' ? (
        <Button busy={sending} onPress={() => back.mutate({ id, words: '' }, failed)}>
          {t('act.takeBack')}
        </Button>
      ) : null}
      {can('withdraw') && state === 'sent' ? (
        <Button onPress={() => onOpen('withdraw')}>{t('act.withdraw')}</Button>
      ) : null}
      {can('write') && can('submit') ? (
        <Button onPress={() => onOpen('write')}>{t('act.goOn')}</Button>
      ) : null}
      {can('write') && !can('submit')
        ? primary(t(state === 'none' ? 'act.write' : 'act.again'), () => onOpen('write'))
        : null}
      {can('submit')
        ? primary(t(direct ? 'act.send' : 'act.submit'), () => submit.mutate({ id }, failed))
        : null}
      {can('approve') ? (
        <>
          <Button onPress={() => onOpen('refuse')}>{t('act.refuse')}</Button>
          {primary(t('act.approve'), () => answer.mutate({ id, yes: true, words: '' }, failed))}
        </>
      ) : null}
      {can('arrive') ? (
        <>
          <Button onPress={() => onOpen('absent')}>{t('act.absent')}</Button>
          {primary(t('act.arrived'), () => arrive.mutate({ id, came: true }, failed))}
        </>
      ) : null}
    </div>
  );
}

function Bar({ application, list }: { application: ApplicationDetail; list: OfferList }) {
  const { id, candidateName: name, allowed } = application;
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const held = useHeld(id, allowed.decide);
  if (held?.state === 'waiting') {
    return (
      <>
        <Said list={list} />
        <HeldLine id={id} held={held} />
      </>
    );
  }
  const says = open === 'withdraw' || open === 'refuse' || open === 'absent' ? open : null;
  return (
    <>
      <Said list={list} />
      <Buttons
        id={id}
        list={list}
        refuse={allowed.decide && list.can.includes('write') && mayStillRefuse(list)}
        onOpen={setOpen}
      />
      {open === 'write' ? <OfferSheet id={id} name={name} list={list} onClose={close} /> : null}
      {says ? <SaySheet id={id} name={name} what={says} onClose={close} /> : null}
      <DecideSheet
        application={application}
        kind={open === 'reject' ? 'reject' : null}
        onClose={close}
      />
    </>
  );
}

/** The offer at the bottom of a file: how it stands and the one next thing to do. @param otherwise for who may not see it */
export function OfferBar({
  application,
  otherwise,
}: {
  application: ApplicationDetail;
  otherwise: ReactNode;
}) {
  const { id } = application;
  const { data } = useRoute(routes.offers, { id });
  useLive([routes.offers], (item) => item.applicationId === id);
  return data ? <Bar application={application} list={data} /> : <>{otherwise}</>;
}
