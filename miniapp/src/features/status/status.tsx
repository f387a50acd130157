import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import Taro from '@tarojs/taro';
import { candidateRoutes } from '@zhiyu/contracts/routes.candidate';
import type { CandidateStatus } from '@zhiyu/contracts/interview';
import { useRoute } from '../../api/query';
import { useLive } from '../../api/stream';
import { CompanyLine } from '../../components/company-mark';
import { Button } from '../../components/button';
import { Page } from '../../components/page';
import { Awaited } from '../../components/state';
import { momentText } from '../../components/time';
import { showIn } from '../../locales';
import { EntryWays } from '../arrange/entry-ways';
import { Erased, OwnNews } from '../own/news';
import { Groups } from '../own/groups';
import { OwnRequests } from '../own/requests';
import { Survey } from '../own/survey';
import { useOwn } from '../own/use-own';
import { ChatLink } from './chat-link';
import { FactsButton } from '../interview/facts/facts-button';
import { Letter } from './letter';
import { OwnAnswers } from './own-answers';
import { Rights, TalentPool } from './rights';
import { headOf, interviewOpen, openPromises, viewOf, wordless } from './status.shared';
import { Steps } from './steps';
import './status.scss';

/** Few have one: the others do not load it. */
const OwnTests = lazy(() => import('../written-test/own-tests'));
/** Only who has passed may have one. */
const OfferLine = lazy(() => import('../offer/offer-line'));

/** The promised times, in the server's own words. */
function Promises({ status }: { status: CandidateStatus }) {
  const promises = openPromises(status);
  return promises.length === 0 ? null : (
    <ul className="status-promises">
      {promises.map((promise) => (
        <li key={promise.text}>{promise.text}</li>
      ))}
    </ul>
  );
}

function NextRound({ status }: { status: CandidateStatus }) {
  const { t, i18n } = useTranslation('candidate');
  const round = status.nextRound;
  if (!round) {
    return <p className="status-round">{t('round.then', { name: status.contactName })}</p>;
  }
  return (
    <section className="status-round">
      <h2 className="t16 bold">{round.name}</h2>
      <dl>
        <div>
          <dt>{t('round.time')}</dt>
          <dd className="num">
            {round.cancelled
              ? t('round.off')
              : momentText(round.startsAt, status.serverNow, i18n.language)}
          </dd>
        </div>
        <div>
          <dt>{t('round.place')}</dt>
          <dd>{round.place}</dd>
        </div>
        <div>
          <dt>{t('round.contact')}</dt>
          <dd>{round.contact}</dd>
        </div>
      </dl>
      {round.cancelled ? null : (
        <a className="btn primary big wide" href={round.calendarUrl}>
          {t('round.calendar')}
        </a>
      )}
      <a className="btn quiet touch" href="#/pages/meeting/index">
        {t('round.change')}
      </a>
    </section>
  );
}

function Head({ status }: { status: CandidateStatus }) {
  const { t, i18n } = useTranslation('candidate');
  const view = viewOf(status);
  const names = { name: status.candidateName, contact: status.contactName };
  const key = view === 'open' ? headOf(status) : view;
  const missing = wordless(status);
  return (
    <header className="status-hero">
      <CompanyLine
        name={status.companyName}
        logo={status.companyLogo}
        more={` · ${status.positionName}${status.example ? `\u3000${t('ui:example')}` : ''}`}
      />
      <h1 className="h1">{t(`status.${key}.title`, names)}</h1>
      <p>
        {t(`status.${key}.lead`, {
          ...names,
          count: status.answers.length,
          time: status.interview
            ? momentText(status.interview.deadline, status.serverNow, i18n.language)
            : '',
        })}
      </p>
      {missing > 0 && view === 'open' ? <p>{t('status.wordless', { count: missing })}</p> : null}
    </header>
  );
}

/** What can still be arranged before it is handed in. */
function Ways() {
  const { data } = useRoute(candidateRoutes.candidateInterview, {});
  return data ? <EntryWays interview={data} /> : null;
}

function Content({ status }: { status: CandidateStatus }) {
  const { t } = useTranslation('candidate');
  const view = viewOf(status);
  const { data: own } = useOwn();
  if (own?.erased) {
    return <Erased />;
  }
  const below = (
    <>
      {own ? <OwnRequests own={own} contact={status.contactName} /> : null}
      <Rights status={status} own={own} />
      {own ? <Survey own={own} /> : null}
      {own ? <Groups /> : null}
    </>
  );
  if (view === 'letter' && status.letter) {
    return (
      <Page title={t('status.title')} className="letter-page">
        <Letter status={status} letter={status.letter} />
        <OwnAnswers status={status} />
        {below}
      </Page>
    );
  }
  const running = status.interview?.state === 'running';
  const start = () => void Taro.navigateTo({ url: '/pages/interview/index' });
  const footer =
    view === 'open' && interviewOpen(status) ? (
      <Button look="primary" size="big" wide onPress={start}>
        {t(running ? 'status.goOn' : 'status.start')}
      </Button>
    ) : undefined;
  return (
    <Page title={t('status.title')} footer={footer}>
      <Head status={status} />
      {own ? <OwnNews own={own} /> : null}
      {view === 'withdrawn' ? null : <Steps status={status} />}
      {view === 'open' ? <Promises status={status} /> : null}
      {view === 'open' ? (
        <Suspense fallback={null}>
          <OwnTests />
        </Suspense>
      ) : null}
      {view === 'passed' ? (
        <Suspense fallback={null}>
          <OfferLine />
        </Suspense>
      ) : null}
      {view === 'passed' ? <NextRound status={status} /> : null}
      {view === 'open' || view === 'passed' ? <ChatLink /> : null}
      <OwnAnswers status={status} />
      {status.interview === null ? null : (
        <div className="status-facts">
          <FactsButton name={status.contactName} />
        </div>
      )}
      {view === 'open' && interviewOpen(status) ? <Ways /> : null}
      {below}
      {view === 'withdrawn' ? (
        <div className="letter-foot">
          <TalentPool status={status} />
        </div>
      ) : null}
    </Page>
  );
}

/** The candidate's own page: before, after, result and letter. */
export function Status() {
  const { t } = useTranslation('candidate');
  const query = useRoute(candidateRoutes.candidateStatus, {});
  useLive([candidateRoutes.candidateStatus]);
  const locale = query.data?.locale;
  useEffect(() => {
    if (locale) {
      showIn(locale);
    }
  }, [locale]);
  if (query.data) {
    return <Content status={query.data} />;
  }
  return (
    <Page title={t('status.title')}>
      <Awaited query={query}>{() => null}</Awaited>
    </Page>
  );
}
