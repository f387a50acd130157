import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { ReportView } from '@zhiyu/contracts/scoring';
import { useRoute } from '../../api/query';
import { useLive } from '../../api/stream';
import { Empty } from '../../components/state';
import { isDecided } from '../staff-file/decide.shared';
import { DecisionBar } from '../staff-file/decision-bar';
import { useRoomKey } from '../staff-file/use-room-key';
import { MaskLine } from '../staff-mask/mask-line';
import { hrefOf } from '../staff-shell/address.shared';
import { ExampleMark } from '../staff-shell/example-mark';
import { Shell } from '../staff-shell/shell';
import { useMay } from '../staff-shell/use-me';
import { TestFacts } from '../staff-written-tests/test-facts';
import { ReportBody } from './assessment';
import { ReportAwaited } from './report-awaited';

function Head({ view }: { view: ReportView }) {
  const { t } = useTranslation('staff');
  return (
    <header className="report-head">
      <div>
        <h1 className="h2">
          {view.candidateName}
          <ExampleMark on={view.example} />
        </h1>
        <p className="cap">{view.positionName}</p>
      </div>
      <a className="btn touch" href={hrefOf('file', { id: view.applicationId })}>
        {t('report.file')}
      </a>
    </header>
  );
}

/** A report opened from a card: the same facts in one column, decisions in reach of the thumb. */
export function ReportPage({ interviewId }: { interviewId: string }) {
  const { t } = useTranslation('staff');
  const may = useMay();
  const enabled = interviewId !== '' && may('report.view');
  const report = useRoute(routes.report, { id: interviewId }, { enabled });
  const id = report.data?.applicationId ?? '';
  const application = useRoute(routes.application, { id }, { enabled: id !== '' });
  useLive([routes.report, routes.application], (item) => item.interviewId === interviewId);
  const allowed = application.data?.allowed;
  useRoomKey(report.data === undefined ? undefined : interviewId);
  return (
    <Shell
      title={report.data?.candidateName ?? t('report.title')}
      current="applications"
      act="report.view"
      crumb={report.data ? undefined : <h1>{t('report.title')}</h1>}
      footer={
        application.data && allowed?.decide && isDecided(application.data.stage) ? (
          <DecisionBar application={application.data} room />
        ) : undefined
      }
    >
      {interviewId === '' ? (
        <Empty title={t('report.none')}>{t('report.noneMore')}</Empty>
      ) : (
        <ReportAwaited interviewId={interviewId} query={report}>
          {(view) => (
            <div className="report-page">
              <Head view={view} />
              <MaskLine id={view.applicationId} />
              <TestFacts id={view.applicationId} name={view.candidateName} acts={false} />
              <ReportBody view={view} media={allowed?.media ?? false} />
            </div>
          )}
        </ReportAwaited>
      )}
    </Shell>
  );
}
