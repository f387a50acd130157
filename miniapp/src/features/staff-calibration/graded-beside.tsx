import { useTranslation } from 'react-i18next';
import type { PersonGrade } from '@zhiyu/contracts/calibration';
import type { AnswerReport, Report } from '@zhiyu/contracts/scoring';
import { useMay } from '../staff-shell/use-me';
import { CalibrationLink } from './calibration-link';
import { useDimensionNames } from './dimension-names';
import './words';

/** Which readings were calibrated, in the line about the engine. */
export function CalibratedBy({ report }: { report: Report }) {
  const { t } = useTranslation('calibration');
  const calibrated = report.engine.calibrated ?? [];
  if (calibrated.length === 0) {
    return null;
  }
  const which = calibrated.map(({ questionIndex, dimension, version, graded }) =>
    t('report.one', {
      at: questionIndex + 1,
      name: report.dimensions.find(({ code }) => code === dimension)?.name ?? dimension,
      ...{ version, graded },
    }),
  );
  return <>{t('report.by', { count: calibrated.length, which: which.join(t('staff:comma')) })}</>;
}

/** What people gave this answer, beside what the machine read; and the way to grade more answers to its question. */
export function GradedBeside({ answer, graded }: { answer: AnswerReport; graded: PersonGrade[] }) {
  const { t } = useTranslation('calibration');
  const names = useDimensionNames();
  const may = useMay();
  return (
    <>
      {graded.length === 0 ? null : (
        <p className="cap">
          {graded
            .map(({ by, dimension, value }) =>
              t('report.person', {
                by,
                name: names(dimension),
                level: (value / 25 + 1).toFixed(1).replace(/\.0$/, ''),
              }),
            )
            .join(t('staff:comma'))}
        </p>
      )}
      {answer.coding || (answer.kind !== undefined && answer.kind !== 'planned') ? null : may(
          'calibration.grade',
        ) ? (
        <p>
          <CalibrationLink of={{ answer: answer.answerId }} report />
        </p>
      ) : null}
    </>
  );
}
