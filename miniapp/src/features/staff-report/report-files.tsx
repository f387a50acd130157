import { useTranslation } from 'react-i18next';
import { type ReportReader, reportReaders } from '@zhiyu/contracts/report-print';
import { rawPaths } from '@zhiyu/contracts/routes';
import type { ScoreScale } from '@zhiyu/contracts/score-scale';

/** The report to keep or hand on: printed for each reader, or as data. */
export function ReportFiles({ interviewId, scale }: { interviewId: string; scale: ScoreScale }) {
  const { t, i18n } = useTranslation('staff');
  const at = `${rawPaths.reportFile}/${interviewId}`;
  // The candidate's version stays in the language of the interview.
  const wordsOf = (reader: ReportReader) =>
    reader === 'candidate' ? '' : `&language=${i18n.language}`;
  return (
    <section className="section">
      <h2 className="sec-h">{t('reportFiles.title')}</h2>
      <ul className="report-files">
        {reportReaders.map((reader) => (
          <li key={reader}>
            <a
              className="link touch"
              href={`${at}/${reader}.pdf?scale=${scale}${wordsOf(reader)}`}
              download
            >
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
