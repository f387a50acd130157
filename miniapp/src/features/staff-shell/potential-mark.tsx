import { useTranslation } from 'react-i18next';

/** 高潜: the newest report meets the position's rule; whoever does not meet it is not labelled. */
export function PotentialMark({ on }: { on: boolean }) {
  const { t } = useTranslation('staff');
  return on ? (
    <span className="tag potential-mark" title={t('row.highPotentialMore')}>
      {t('row.highPotential')}
    </span>
  ) : null;
}
