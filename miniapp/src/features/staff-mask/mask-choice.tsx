import { useTranslation } from 'react-i18next';
import type { MaskMode } from '@zhiyu/contracts/masking';
import { maskModes } from '@zhiyu/contracts/masking-values';
import { Choice } from '../staff-admin/choice';
import './words';

/** The company's choice whether its people see who candidates are. */
export function MaskChoice(props: {
  value: MaskMode;
  disabled: boolean;
  onChange: (mode: MaskMode) => void;
}) {
  const { t } = useTranslation('mask');
  return (
    <div>
      <Choice
        label={t('company')}
        value={props.value}
        options={maskModes.map((value) => ({ value, label: t(`mode.${value}`) }))}
        disabled={props.disabled}
        onChange={(value) => props.onChange(maskModes.find((one) => one === value) ?? 'off')}
      />
      <p className="cap">{t('companyHint')}</p>
    </div>
  );
}
