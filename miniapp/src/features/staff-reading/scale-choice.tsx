import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type ScoreScale, scoreScales, scoreText } from '@zhiyu/contracts/score-scale';
import './words';

/** A stored value that looks different on every scale. */
const EXAMPLE = 85;

interface Props {
  label: string;
  hint?: string;
  value: ScoreScale;
  disabled?: boolean;
  onChange: (scale: ScoreScale) => void;
}

/** On which scale scores are shown, each with an example. */
export function ScaleChoice({ label, hint, value, disabled = false, onChange }: Props) {
  const { t, i18n } = useTranslation('reading');
  const id = useId();
  return (
    <label className="field" htmlFor={id}>
      <span>{label}</span>
      <select
        id={id}
        className="select"
        value={value}
        disabled={disabled}
        onChange={(event) => {
          const chosen = scoreScales.find((one) => one === event.target.value);
          if (chosen) {
            onChange(chosen);
          }
        }}
      >
        {scoreScales.map((one) => (
          <option key={one} value={one}>
            {t(`scale.${one}`, { example: scoreText(EXAMPLE, one, i18n.language) })}
          </option>
        ))}
      </select>
      {hint === undefined ? null : <small className="cap">{hint}</small>}
    </label>
  );
}
