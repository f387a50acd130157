import { useTranslation } from 'react-i18next';
import { hrefOf, type Params } from '../staff-shell/address.shared';
import { useMay } from '../staff-shell/use-me';
import './words';

/** The way to grading, for those who may. */
export function CalibrationLink({ of, report = false }: { of: Params; report?: boolean }) {
  const { t } = useTranslation('calibration');
  const may = useMay();
  return may('calibration.grade') ? (
    <a className="btn small" href={hrefOf('calibration', of)}>
      {t(report ? 'linkReport' : 'link')}
    </a>
  ) : null;
}
