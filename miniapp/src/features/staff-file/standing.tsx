import { useTranslation } from 'react-i18next';
import type { ApplicationDetail } from '@zhiyu/contracts/application';
import { routes } from '@zhiyu/contracts/routes';
import { sentencesOn } from '@zhiyu/contracts/score-sentences';
import type { DimensionScore, Finding, Report } from '@zhiyu/contracts/scoring';
import { useRoute } from '../../api/query';
import { useLive } from '../../api/stream';
import { ScoreBar, ScoreFigure, VerdictWord } from '../../components/score-bar';
import { apartFrom } from '../staff-report/culture';
import { RoomLink } from '../staff-report/quote';
import { ReportAwaited } from '../staff-report/report-awaited';
import { useWords } from '../staff-shell/use-words';
import { CrossCheck } from './cross-check';
import './standing.scss';

/** Findings shown: what a look would change most. */
const firstFindings = 2;

function DimensionLine({ dimension }: { dimension: DimensionScore }) {
  const { name, value, standardError, requirement, verdict } = dimension;
  return (
    <li>
      <span>{name}</span>
      <ScoreBar
        label={name}
        value={value}
        standardError={standardError}
        requirement={requirement}
        verdict={verdict}
      />
      <span className="standing-figure">
        <ScoreFigure value={value} standardError={standardError} />
      </span>
      <VerdictWord verdict={verdict} />
    </li>
  );
}

function Look({ findings, interviewId }: { findings: readonly Finding[]; interviewId: string }) {
  const { t } = useTranslation('staff');
  return findings.length === 0 ? null : (
    <section className="section">
      <h2 className="sec-h">{t('report.lookFirst')}</h2>
      <ul className="standing-look">
        {findings.slice(0, firstFindings).map(({ text, evidence: [first] }) => (
          <li key={text}>
            <p className="mid">{text}</p>
            <p className="t13 muted">
              {t('quote.open')}
              {first.quote}
              {t('quote.close')} <RoomLink interviewId={interviewId} evidence={first} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Lines({
  report,
  application,
  onReport,
}: {
  report: Report;
  application: ApplicationDetail;
  onReport: () => void;
}) {
  const { t } = useTranslation('staff');
  return (
    <>
      <section className="section">
        <h2 className="sec-h">
          {t('overview.standing')}
          <button type="button" className="link" onClick={onReport}>
            {t('overview.toReport')}
          </button>
        </h2>
        <ul className="standing">
          {report.dimensions.map((dimension) => (
            <DimensionLine key={dimension.code} dimension={dimension} />
          ))}
        </ul>
      </section>
      <CrossCheck application={application} report={report} />
      <Look findings={report.lookFirst} interviewId={report.interviewId} />
    </>
  );
}

/** The report on one screen: every dimension in a line, and the words to look at first. */
export function Standing({
  interviewId,
  application,
  onReport,
}: {
  interviewId: string;
  application: ApplicationDetail;
  onReport: () => void;
}) {
  const { scale } = useWords();
  const query = useRoute(routes.report, { id: interviewId });
  useLive([routes.report], (item) => item.interviewId === interviewId);
  return (
    <ReportAwaited interviewId={interviewId} query={query}>
      {({ report, culture, sentencesIn }) => (
        <Lines
          report={apartFrom(sentencesOn(report, scale, sentencesIn), culture, 'own')}
          application={application}
          onReport={onReport}
        />
      )}
    </ReportAwaited>
  );
}
