import { useTranslation } from 'react-i18next';
import { NumberInput } from '../staff-position/fields';
import { useWords } from '../staff-shell/use-words';
import './words';

interface GreyZoneProps {
  /** Half the width, points of 0-100. */
  value: number;
  before: number;
  edit: boolean;
  onChange: (value: number) => void;
}

/** How near to the line a person decides. */
export function GreyZone({ value, before, edit, onChange }: GreyZoneProps) {
  const { t } = useTranslation('simulation');
  const words = useWords();
  return (
    <>
      <div className="threshold">
        <input
          type="range"
          min={0}
          max={3}
          step={0.1}
          aria-label={t('greyZone')}
          value={value / 10}
          disabled={!edit}
          onChange={(event) => onChange(Math.round(Number(event.target.value) * 10))}
        />
        {before === value ? null : <s className="num faint">±{words.score(before)}</s>}
        <NumberInput
          label={t('greyZone')}
          value={value / 10}
          min={0}
          max={3}
          step={0.1}
          disabled={!edit}
          onChange={(width) => onChange(Math.round(width * 10))}
        />
      </div>
      <p className="muted t13">{t('greyZoneMore')}</p>
    </>
  );
}
