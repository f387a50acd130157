import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Text } from '@zhiyu/contracts/basics';
import { TextField } from '../../components/text-field';
import { currentLocale } from '../../locales';
import { ownText, withText } from './position.shared';

/** A text in the language of the page; the other languages stay as they are. */
export function LocalText({
  label,
  text,
  onChange,
  rows = 1,
  disabled,
}: {
  label: string;
  text: Text;
  onChange: (text: Text) => void;
  rows?: number;
  disabled: boolean;
}) {
  const { t } = useTranslation('staff');
  const locale = currentLocale() === 'en' ? 'en' : 'zh';
  const missing = locale === 'en' && text.en === undefined;
  return (
    <TextField
      label={label}
      rows={rows}
      disabled={disabled}
      value={ownText(text, locale)}
      {...(missing ? { hint: t('position.chineseOnly', { text: text.zh.slice(0, 60) }) } : {})}
      onChange={(value) => onChange(withText(text, locale, value))}
    />
  );
}

interface NumberInputProps {
  label: string;
  value: number;
  onChange: (value: number) => void;
  min: number;
  max: number;
  step?: number;
  unit?: string;
  disabled: boolean;
  labelHidden?: boolean;
}

/** A number in its range; what is outside is not taken over. */
export function NumberInput(props: NumberInputProps) {
  const id = useId();
  const [typed, setTyped] = useState(String(props.value));
  useEffect(() => {
    setTyped((before) => (Number(before) === props.value ? before : String(props.value)));
  }, [props.value]);
  const take = (text: string) => {
    setTyped(text);
    const number = Number(text);
    if (text.trim() !== '' && number >= props.min && number <= props.max) {
      props.onChange(number);
    }
  };
  const number = Number(typed);
  const wrong = typed.trim() === '' || !(number >= props.min && number <= props.max);
  return (
    <div className="field number-field">
      <label htmlFor={id} className={props.labelHidden ? 'sr' : ''}>
        {props.label}
      </label>
      <span className="row">
        <input
          id={id}
          type="number"
          inputMode="decimal"
          className="input num"
          min={props.min}
          max={props.max}
          step={props.step ?? 1}
          value={typed}
          disabled={props.disabled}
          aria-invalid={wrong}
          onChange={(event) => take(event.target.value)}
          onBlur={() => setTyped(String(props.value))}
        />
        {props.unit ? <span className="muted nowrap">{props.unit}</span> : null}
      </span>
    </div>
  );
}
