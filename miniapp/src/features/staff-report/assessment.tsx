import { useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { ScoreScale } from '@zhiyu/contracts/score-scale';
import { sentencesOn } from '@zhiyu/contracts/score-sentences';
import type { ReportView } from '@zhiyu/contracts/scoring';
import { useRoute } from '../../api/query';
import { useLive } from '../../api/stream';
import { Scale } from '../../components/score-bar/scale';
import { ScaleChoice } from '../staff-reading/scale-choice';
import { WhyWeightless } from '../staff-reading/weightless';
import { ResumeCheck } from '../staff-file/resume-check';
import { hrefOf } from '../staff-shell/address.shared';
import { Answers } from './answers';
import { AssessAgain } from '../staff-calibration/assess-again';
import { DimensionNames } from '../staff-calibration/dimension-names';
import { Apart } from './apart';
import { apartFrom, Culture } from './culture';
import { Dimensions } from './dimensions';
import { Observed } from './observation';
import { ReportFiles } from './report-files';
import { Motives } from './motives';
import { Potential } from './potential';
import { ReportAwaited } from './report-awaited';
import { PlayerProvider, PlayerStrip } from './player';
import { AskNext, Delivery, Findings, Origin, Total } from './report-facts';
import { Sound } from './sound-facts';
import { WeighedIn } from './weighed';
import './report.scss';

interface BodyProps {
  view: ReportView;
  media: boolean;
  /** The page has its way to this interview's room already. */
  roomAbove?: boolean;
}

/** The whole report on the company's scale, or on another while the page is open. */
export function ReportBody({ view, media, roomAbove = false }: BodyProps) {
  const usual = useContext(Scale);
  const [chosen, setChosen] = useState<ScoreScale | null>(null);
  const scale = chosen ?? usual;
  return (
    <Scale.Provider value={scale}>
      <Parts
        media={media}
        roomAbove={roomAbove}
        view={{ ...view, report: sentencesOn(view.report, scale, view.sentencesIn) }}
        onScale={setChosen}
      />
    </Scale.Provider>
  );
}

/** Total, dimensions with evidence, what to look at, every answer. */
function Parts({
  view,
  media,
  roomAbove,
  onScale,
}: Required<BodyProps> & { onScale: (scale: ScoreScale) => void }) {
  const { t } = useTranslation('staff');
  const scale = useContext(Scale);
  const { report, sound, graded, applicationId, potential, culture } = view;
  const names = new Map(report.dimensions.map(({ code, name }) => [code, name]));
  return (
    <PlayerProvider view={view} allowed={media}>
      <div className="assessment">
        <div className="assessment-main">
          <Total report={report} />
          <WeighedIn report={report} />
          {view.textsAsStored === 0 ? null : (
            <p className="cap">{t('report.asStored', { count: view.textsAsStored })}</p>
          )}
          <Dimensions report={apartFrom(report, culture, 'own')} />
          <p className="legend cap">
            <span className="legend-need">{t('report.legendNeed')}</span>
            <span className="legend-band">{t('report.legendError')}</span>
            <span>{t('report.legendWords')}</span>
          </p>
          <Potential mark={potential} report={report} />
          <Culture culture={culture} report={report} />
          <Findings title={t('report.lookFirst')} findings={report.lookFirst} report={report} />
          <Findings title={t('report.highlights')} findings={report.highlights} report={report} />
          <Findings title={t('report.advice')} findings={report.advice} report={report} />
          <Apart report={report} applicationId={applicationId} />
          <Motives report={report} />
          <AskNext report={report} />
          <ResumeCheck applicationId={applicationId} />
          <DimensionNames.Provider value={names}>
            <Answers answers={report.answers} graded={graded} />
          </DimensionNames.Provider>
        </div>
        <aside className="assessment-side">
          {roomAbove ? null : (
            <a
              className="btn touch wide"
              href={hrefOf('review', { interview: report.interviewId })}
            >
              {t('report.room')}
            </a>
          )}
          <PlayerStrip />
          <Delivery report={report} />
          <Sound sound={sound} weighs={report.weighed?.voice !== undefined} />
          <Observed interviewId={report.interviewId} weighs={report.weighed?.face !== undefined} />
          <WhyWeightless />
          <Origin report={report} />
          <AssessAgain interviewId={report.interviewId} />
          <div className="section">
            <ScaleChoice label={t('reading:scale.here')} value={scale} onChange={onScale} />
          </div>
          <ReportFiles interviewId={report.interviewId} scale={scale} />
        </aside>
      </div>
    </PlayerProvider>
  );
}

/** The report of an interview as the tab AI评估 shows it. */
export function Assessment({
  interviewId,
  ...body
}: { interviewId: string } & Omit<BodyProps, 'view'>) {
  const view = useRoute(routes.report, { id: interviewId });
  useLive([routes.report], (item) => item.interviewId === interviewId);
  return (
    <ReportAwaited interviewId={interviewId} query={view}>
      {(data) => <ReportBody view={data} {...body} />}
    </ReportAwaited>
  );
}
