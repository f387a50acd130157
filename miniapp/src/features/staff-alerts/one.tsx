import { useTranslation } from 'react-i18next';
import type { PassAlert } from '@zhiyu/contracts/pass-alerts';
import { rateOf } from '@zhiyu/contracts/rate';
import { routes } from '@zhiyu/contracts/routes';
import { ApiError } from '../../api/error';
import { useRoute } from '../../api/query';
import { Awaited, Empty } from '../../components/state';
import { hrefOf } from '../staff-shell/address.shared';
import { percentOf } from '../staff-shell/rate.shared';
import { useWords } from '../staff-shell/use-words';
import { driftOf, sideOf } from './alerts.shared';
import { Causes } from './causes';
import { Meeting } from './meeting';
import { Weeks } from './weeks';
import { WithoutQuestion } from './without-question';

/** While a time is being found it is asked for so often (ms). */
const every = 2_000;

/** The share with its interval, and whether that is certain; never a naked percentage. */
function Head({ alert }: { alert: PassAlert }) {
  const { t } = useTranslation('alerts');
  const words = useWords();
  const { now, before, limit, limits } = alert;
  const rate = rateOf(now.passed, now.decided);
  const was = rateOf(before.passed, before.decided);
  if (rate === null) {
    return null;
  }
  const low = percentOf(rate.low);
  const high = percentOf(rate.high);
  const drift = driftOf(now, before);
  const compared =
    was === null || drift === 'few'
      ? t(before.decided === 0 ? 'before.none' : 'before.few', {
          ...{ days: limits.days, n: before.decided },
        })
      : t('before.is', {
          ...{ days: limits.days, of: before.decided, hits: before.passed },
          ...{ share: percentOf(was.share), drift: t(`drift.${drift}`) },
        });
  return (
    <header>
      <h1 className="alert-say">
        {t(`head.${sideOf(rate, limit)}`, {
          share: percentOf(rate.share),
          limit: percentOf(limit),
        })}
      </h1>
      <p className="muted num">
        {t('counted', { days: limits.days, of: now.decided, hits: now.passed, low, high })}{' '}
        {compared}
      </p>
      <p className="cap num">{t('told', { at: words.moment(alert.proposedAt) })}</p>
    </header>
  );
}

/** One alert: the share, week by week, what may stand behind it, and the meeting about it. */
export function One({ id }: { id: string }) {
  const { t } = useTranslation('alerts');
  const query = useRoute(routes.passAlert, { id });
  useRoute(
    routes.passAlert,
    { id },
    { refetchInterval: query.data?.state === 'asked' ? every : false },
  );
  const { error } = query;
  if (error instanceof ApiError && error.code === 'notFound') {
    return (
      <Empty
        title={t('gone')}
        action={
          <a className="btn touch" href={hrefOf('alerts')}>
            {t('all')}
          </a>
        }
      >
        {t('goneMore')}
      </Empty>
    );
  }
  return (
    <Awaited query={query}>
      {(alert) => (
        <div className="alert-cols">
          <div>
            <Head alert={alert} />
            <Weeks alert={alert} />
            <Causes alert={alert} />
            <WithoutQuestion alert={alert} />
          </div>
          <Meeting alert={alert} />
        </div>
      )}
    </Awaited>
  );
}
