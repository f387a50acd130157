import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { Report } from '@zhiyu/contracts/scoring';
import type { SoundReport } from '@zhiyu/contracts/signals';
import { useRoute } from '../../api/query';
import { useLive } from '../../api/stream';
import { Awaited } from '../../components/state';
import { ResumeCheck } from '../staff-file/resume-check';
import { Answers } from './answers';
import { Apart } from './apart';
import { Dimensions } from './dimensions';
import { Observed } from './observation';
import { ReportFiles } from './report-files';
import { PlayerProvider, PlayerStrip } from './player';
import { AskNext, Delivery, Findings, Origin, Total } from './report-facts';
import { Sound } from './sound-facts';
import './report.scss';

/** The whole report: total, dimensions with evidence, what to look at, every answer. */
export function ReportBody({
  report,
  sound,
  media,
  applicationId,
}: {
  report: Report;
  applicationId: string;
  sound: SoundReport;
  media: boolean;
}) {
  const { t } = useTranslation('staff');
  return (
    <PlayerProvider answers={report.answers} allowed={media}>
      <div className="assessment">
        <div className="assessment-main">
          <Total report={report} />
          <Dimensions report={report} />
          <p className="legend cap">
            <span className="legend-need">{t('report.legendNeed')}</span>
            <span className="legend-band">{t('report.legendError')}</span>
            <span>{t('report.legendWords')}</span>
          </p>
          <Findings title={t('report.lookFirst')} findings={report.lookFirst} report={report} />
          <Findings title={t('report.highlights')} findings={report.highlights} report={report} />
          <Findings title={t('report.advice')} findings={report.advice} report={report} />
          <Apart report={report} applicationId={applicationId} />
          <AskNext report={report} />
          <ResumeCheck applicationId={applicationId} />
          <Answers answers={report.answers} />
        </div>
        <aside className="assessment-side">
          <PlayerStrip />
          <Delivery report={report} />
          <Sound sound={sound} />
          <Observed interviewId={report.interviewId} />
          <Origin report={report} />
          <ReportFiles interviewId={report.interviewId} />
        </aside>
      </div>
    </PlayerProvider>
  );
}

/** The report of an interview as the tab AI评估 shows it. */
export function Assessment({ interviewId, media }: { interviewId: string; media: boolean }) {
  const view = useRoute(routes.report, { id: interviewId });
  useLive([routes.report], (item) => item.interviewId === interviewId);
  return (
    <Awaited query={view}>
      {({ report, sound, applicationId }) => (
        <ReportBody report={report} sound={sound} media={media} applicationId={applicationId} />
      )}
    </Awaited>
  );
}
