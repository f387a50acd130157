import { useId, type HTMLAttributes } from 'react';
import './index.scss';

export interface TextFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  type?: 'text' | 'tel' | 'email' | 'password' | 'search' | 'number' | 'date' | 'datetime-local';
  /** More than one makes it a text area of that height. */
  rows?: number;
  hint?: string;
  error?: string | undefined;
  placeholder?: string;
  autoComplete?: string;
  inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'];
  maxLength?: number;
  required?: boolean;
  /** The label is there for screen readers only. */
  labelHidden?: boolean;
  disabled?: boolean;
}

/** A label, a native field, one line under it. */
export function TextField(props: TextFieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  const note = props.error ?? props.hint;
  const shared = {
    id,
    className: 'input',
    value: props.value,
    placeholder: props.placeholder,
    autoComplete: props.autoComplete,
    maxLength: props.maxLength,
    required: props.required,
    disabled: props.disabled,
    'aria-invalid': props.error !== undefined,
    'aria-describedby': note === undefined ? undefined : noteId,
  };
  return (
    <div className={`field text-field ${props.error === undefined ? '' : 'is-wrong'}`}>
      <label htmlFor={id} className={props.labelHidden ? 'sr' : ''}>
        {props.label}
      </label>
      {(props.rows ?? 1) > 1 ? (
        <textarea {...shared} rows={props.rows} onChange={(e) => props.onChange(e.target.value)} />
      ) : (
        <input
          {...shared}
          type={props.type ?? 'text'}
          inputMode={props.inputMode}
          onChange={(e) => props.onChange(e.target.value)}
        />
      )}
      {note === undefined ? null : (
        <p id={noteId} className="text-field-note" role={props.error ? 'alert' : undefined}>
          {note}
        </p>
      )}
    </div>
  );
}
