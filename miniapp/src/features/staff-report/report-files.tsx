import { useTranslation } from 'react-i18next';
import { reportReaders } from '@zhiyu/contracts/report-print';
import { rawPaths } from '@zhiyu/contracts/routes';
import type { ScoreScale } from '@zhiyu/contracts/score-scale';

/** The report to keep or hand on: printed for each reader, or as data. */
export function ReportFiles({ interviewId, scale }: { interviewId: string; scale: ScoreScale }) {
  const { t } = useTranslation('staff');
  const at = `${rawPaths.reportFile}/${interviewId}`;
  return (
    <section className="section">
      <h2 className="sec-h">{t('reportFiles.title')}</h2>
      <ul className="report-files">
        {reportReaders.map((reader) => (
          <li key={reader}>
            <a className="link touch" href={`${at}/${reader}.pdf?scale=${scale}`} download>
              {t(`reportFiles.${reader}`)}
            </a>
          </li>
        ))}
        <li>
          <a className="link touch" href={`${at}/report.json`} download>
            {t('reportFiles.json')}
          </a>
        </li>
      </ul>
      <p className="cap">{t('reportFiles.note')}</p>
    </section>
  );
}
