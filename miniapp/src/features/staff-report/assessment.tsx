import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { PersonGrade } from '@zhiyu/contracts/calibration';
import type { Report } from '@zhiyu/contracts/scoring';
import type { SoundReport } from '@zhiyu/contracts/signals';
import { useRoute } from '../../api/query';
import { useLive } from '../../api/stream';
import { Awaited } from '../../components/state';
import { ResumeCheck } from '../staff-file/resume-check';
import { Answers } from './answers';
import { AssessAgain } from '../staff-calibration/assess-again';
import { DimensionNames } from '../staff-calibration/dimension-names';
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
  graded,
  media,
  applicationId,
}: {
  report: Report;
  applicationId: string;
  sound: SoundReport;
  graded: PersonGrade[];
  media: boolean;
}) {
  const { t } = useTranslation('staff');
  const names = new Map(report.dimensions.map(({ code, name }) => [code, name]));
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
          <DimensionNames.Provider value={names}>
            <Answers answers={report.answers} graded={graded} />
          </DimensionNames.Provider>
        </div>
        <aside className="assessment-side">
          <PlayerStrip />
          <Delivery report={report} />
          <Sound sound={sound} />
          <Observed interviewId={report.interviewId} />
          <Origin report={report} />
          <AssessAgain interviewId={report.interviewId} />
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
      {({ report, sound, graded, applicationId }) => (
        <ReportBody
          report={report}
          sound={sound}
          graded={graded}
          media={media}
          applicationId={applicationId}
        />
      )}
    </Awaited>
  );
}
