import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import Taro from '@tarojs/taro';
import { candidateRoutes } from '@zhiyu/contracts/routes.candidate';
import type { CandidateStatus } from '@zhiyu/contracts/interview';
import type { OwnPage } from '@zhiyu/contracts/requests';
import { messageOf } from '../../api/error';
import { keyOf, queryClient, useAct } from '../../api/query';
import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import { OwnAsks, TakeData } from '../own/own-acts';
import { OwnReportLink } from '../own/own-report-link';
import { ConsentSheet } from './consent-sheet';

/** Only who is in the pool loads it. */
const OwnEntry = lazy(() => import('../own-pool/own-entry'));

const put = (status: CandidateStatus) =>
  queryClient.setQueryData(keyOf(candidateRoutes.candidateStatus, {}), status);

function Withdraw({ status }: { status: CandidateStatus }) {
  const { t } = useTranslation('candidate');
  const [asking, setAsking] = useState(false);
  const withdraw = useAct(candidateRoutes.withdraw, {
    onSuccess: (after) => {
      put(after);
      setAsking(false);
    },
  });
  return (
    <>
      <Button onPress={() => setAsking(true)}>{t('status.withdraw')}</Button>
      <Sheet
        open={asking}
        title={t('status.withdrawTitle', { position: status.positionName })}
        onClose={() => setAsking(false)}
        footer={
          <>
            <Button onPress={() => setAsking(false)}>{t('ui:cancel')}</Button>
            <Button
              look="danger"
              busy={withdraw.isPending ? t('sending') : undefined}
              onPress={() => withdraw.mutate({})}
            >
              {t('status.withdrawAct')}
            </Button>
          </>
        }
      >
        <p className="t15">{t('status.withdrawMore', { name: status.contactName })}</p>
        {withdraw.error ? (
          <p role="alert" className="apply-wrong">
            {messageOf(withdraw.error)}
          </p>
        ) : null}
      </Sheet>
    </>
  );
}

/** Talking with HR first; below it, quieter, what belongs to the candidate and ends things. */
export function Rights({ status, own }: { status: CandidateStatus; own: OwnPage | undefined }) {
  const { t } = useTranslation('candidate');
  const name = status.contactName;
  const consented = status.interview !== null && status.interview.state !== 'invited';
  return (
    <>
      <div className="status-rights">
        <Button onPress={() => void Taro.navigateTo({ url: '/pages/inbox/index' })}>
          {t('status.messages')}
        </Button>
        {own ? <OwnAsks own={own} name={name} kinds={['question', 'review']} /> : null}
      </div>
      <section className="status-data" aria-labelledby="status-data">
        <h2 id="status-data" className="t15 bold">
          {t('own:mine')}
        </h2>
        <div>
          {consented ? <ConsentSheet /> : null}
          <TakeData />
          <OwnReportLink />
          {status.outcome === 'open' ? <Withdraw status={status} /> : null}
          {own ? <OwnAsks own={own} name={name} kinds={['erasure']} /> : null}
        </div>
      </section>
    </>
  );
}

/** 有合适的岗位，再联系我: on or off at any time. */
export function TalentPool({ status, primary }: { status: CandidateStatus; primary?: boolean }) {
  const { t } = useTranslation('candidate');
  const change = useAct(candidateRoutes.talentPool, { onSuccess: put });
  const press = () => change.mutate({ given: !status.talentPool });
  const busy = change.isPending ? t('sending') : undefined;
  return (
    <>
      <Button
        look={primary && !status.talentPool ? 'primary' : 'normal'}
        size="big"
        wide
        busy={busy}
        onPress={press}
      >
        {t(status.talentPool ? 'status.poolLeave' : 'status.poolJoin')}
      </Button>
      {status.talentPool && !change.error ? (
        <Suspense fallback={<p className="t13 muted consent-note">{t('status.poolIn')}</p>}>
          <OwnEntry />
        </Suspense>
      ) : (
        <p className="t13 muted consent-note" role="status">
          {change.error ? messageOf(change.error) : t('status.poolOut')}
        </p>
      )}
    </>
  );
}
