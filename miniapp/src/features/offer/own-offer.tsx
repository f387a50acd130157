import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnOffer as View } from '@zhiyu/contracts/offers';
import { candidateRoutes } from '@zhiyu/contracts/routes.candidate';
import { offerRoutes } from '@zhiyu/contracts/routes.offers';
import { messageOf } from '../../api/error';
import { keyOf, queryClient, useAct, useRoute } from '../../api/query';
import { useLive } from '../../api/stream';
import { Button } from '../../components/button';
import { Page } from '../../components/page';
import { Sheet } from '../../components/sheet';
import { Awaited, Empty } from '../../components/state';
import { TextField } from '../../components/text-field';
import { momentText } from '../../components/time';
import { showIn } from '../../locales';
import './offer.scss';
import './words';

type Offer = NonNullable<View['offer']>;
type Answer = 'accept' | 'decline';

const home = '#/pages/status/index';

function Terms({ offer }: { offer: Offer }) {
  const { t } = useTranslation('offer');
  const { pay, startsOn, place, probationMonths, note } = offer.terms;
  const rows = [
    ['pay', pay],
    ['startsOn', startsOn],
    ['place', place],
    ['probation', probationMonths === 0 ? t('noProbation') : t('months', { n: probationMonths })],
    ['note', note],
  ] as const;
  return (
    <dl className="own-offer-terms">
      {rows
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd className="pre">{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** Both answers are asked once more: neither can be taken back here. */
function AnswerSheet({
  offer,
  answer,
  contact,
  onClose,
}: {
  offer: Offer;
  answer: Answer;
  contact: string;
  onClose: () => void;
}) {
  const { t } = useTranslation('offer');
  const [words, setWords] = useState('');
  const send = useAct(offerRoutes.answerOwnOffer, {
    refresh: [candidateRoutes.candidateStatus],
    onSuccess: (after) => {
      queryClient.setQueryData(keyOf(offerRoutes.ownOffer, {}), after);
      onClose();
    },
  });
  const accept = answer === 'accept';
  const close = <Button onPress={onClose}>{t('back')}</Button>;
  return (
    <Sheet
      open
      title={t(`${answer}.title`)}
      onClose={onClose}
      footer={
        <>
          {close}
          <Button
            look={accept ? 'primary' : 'danger'}
            busy={send.isPending ? t('candidate:sending') : undefined}
            onPress={() => send.mutate({ offerId: offer.id, accept, words: words.trim() })}
          >
            {t(`${answer}.yes`)}
          </Button>
        </>
      }
    >
      <p>{t(`${answer}.lead`, { name: contact, day: offer.terms.startsOn })}</p>
      {accept ? null : (
        <TextField
          label={t('decline.words')}
          rows={3}
          maxLength={1000}
          value={words}
          onChange={setWords}
        />
      )}
      {send.error ? (
        <p className="interview-problem" role="alert">
          {messageOf(send.error)}
        </p>
      ) : null}
    </Sheet>
  );
}

function Answers({ offer, contact }: { offer: Offer; contact: string }) {
  const { t } = useTranslation('offer');
  const [answer, setAnswer] = useState<Answer | null>(null);
  return (
    <div className="own-offer-answers">
      <Button look="primary" size="big" wide onPress={() => setAnswer('accept')}>
        {t('accept.button')}
      </Button>
      <Button look="plain" className="touch" onPress={() => setAnswer('decline')}>
        {t('decline.button')}
      </Button>
      {answer ? (
        <AnswerSheet
          offer={offer}
          answer={answer}
          contact={contact}
          onClose={() => setAnswer(null)}
        />
      ) : null}
    </div>
  );
}

function Read({ view, offer }: { view: View; offer: Offer }) {
  const { t, i18n } = useTranslation('offer');
  const { state, expiresAt, words, terms } = offer;
  const time = momentText(expiresAt ?? 0, view.serverNow, i18n.language);
  const names = { name: view.contactName, company: view.companyName, day: terms.startsOn, time };
  return (
    <>
      <header className="own-offer-head">
        <p className="muted">{`${view.companyName} · ${view.positionName}`}</p>
        <h1 className="h1">{t(`head.${state}.title`, names)}</h1>
        <p>{t(`head.${state}.lead`, names)}</p>
      </header>
      {words === '' ? null : <blockquote className="own-offer-words pre">{words}</blockquote>}
      <Terms offer={offer} />
      {state === 'sent' ? <Answers offer={offer} contact={view.contactName} /> : null}
      <div className="own-offer-foot">
        <a className="btn quiet touch" href={home}>
          {t('home')}
        </a>
      </div>
    </>
  );
}

/** The candidate's offer: what is offered, until when, and a yes or a no. */
export function OwnOffer() {
  const { t } = useTranslation('offer');
  const query = useRoute(offerRoutes.ownOffer, {});
  const status = useRoute(candidateRoutes.candidateStatus, {});
  useLive([offerRoutes.ownOffer]);
  const locale = status.data?.locale;
  useEffect(() => {
    if (locale) {
      showIn(locale);
    }
  }, [locale]);
  return (
    <Page title={t('title')} className="own-offer">
      <Awaited query={query}>
        {(view) =>
          view.offer ? (
            <Read view={view} offer={view.offer} />
          ) : (
            <>
              <h1 className="sr">{t('title')}</h1>
              <Empty
                title={t('nothing')}
                action={
                  <a className="btn touch" href={home}>
                    {t('home')}
                  </a>
                }
              >
                {t('nothingMore')}
              </Empty>
            </>
          )
        }
      </Awaited>
    </Page>
  );
}
