import { useTranslation } from 'react-i18next';
import type { PositionContent } from '@zhiyu/contracts/position';
import { attributeNames } from './position.shared';

/** What kind of work it is (R1): drafts and the bank offer questions by it. */
export function AttributeSelect({
  value,
  disabled,
  onChange,
}: {
  value: PositionContent['attribute'];
  disabled: boolean;
  onChange: (attribute: PositionContent['attribute']) => void;
}) {
  const { t } = useTranslation('staff');
  return (
    <label className="field">
      <span>{t('position.attribute')}</span>
      <select
        className="select"
        disabled={disabled}
        value={value}
        onChange={(event) => {
          const attribute = attributeNames.find((one) => one === event.target.value);
          if (attribute) {
            onChange(attribute);
          }
        }}
      >
        {attributeNames.map((name) => (
          <option key={name} value={name}>
            {t(`positionAttribute.${name}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
