import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportView } from '@zhiyu/contracts/scoring';
import { ApiError, messageOf } from '../../api/error';
import { Awaited, Empty } from '../../components/state';
import { hrefOf } from '../staff-shell/address.shared';

/** A report, or the way to the own scorecard where the company has people rate first. */
export function ReportAwaited(props: {
  interviewId: string;
  query: { data: ReportView | undefined; error: unknown; refetch: () => unknown };
  children: (view: ReportView) => ReactNode;
}) {
  const { interviewId, query, children } = props;
  const { t } = useTranslation('staff');
  const first = query.error instanceof ApiError && query.error.code === 'scorecardFirst';
  return first ? (
    <Empty
      title={messageOf(query.error)}
      action={
        <a className="btn primary touch" href={hrefOf('review', { interview: interviewId })}>
          {t('report.room')}
        </a>
      }
    />
  ) : (
    <Awaited query={query}>{children}</Awaited>
  );
}
