import { useTranslation } from 'react-i18next';
import { storedFrom, typedOn } from '@zhiyu/contracts/score-scale';
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

/** Widest half of it, points of 0-100 (contract). */
const MOST = 30;

/** How near to the line a person decides. */
export function GreyZone({ value, before, edit, onChange }: GreyZoneProps) {
  const { t } = useTranslation('simulation');
  const words = useWords();
  return (
    <>
      <div className="threshold">
        <span className="mid" aria-hidden="true">
          {t('greyZone')}
        </span>
        <input
          type="range"
          min={0}
          max={typedOn(MOST, words.scale)}
          step={typedOn(1, words.scale)}
          aria-label={t('greyZone')}
          value={typedOn(value, words.scale)}
          disabled={!edit}
          onChange={(event) => onChange(storedFrom(Number(event.target.value), words.scale))}
        />
        {before === value ? null : <s className="num faint">{words.error(before)}</s>}
        <NumberInput
          labelHidden
          label={t('greyZone')}
          value={typedOn(value, words.scale)}
          min={0}
          max={typedOn(MOST, words.scale)}
          step={typedOn(1, words.scale)}
          disabled={!edit}
          onChange={(width) => onChange(storedFrom(width, words.scale))}
        />
      </div>
      <p className="muted t13">{t('greyZoneMore')}</p>
    </>
  );
}
