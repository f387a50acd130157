import { useId, type ReactNode } from 'react';
import './index.scss';

export interface SwitchRowProps {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  children?: ReactNode;
  /** Said instead of the switch where there is nothing to choose. */
  instead?: string;
}

/** One decision: its name, a native switch, what it means. Put it in a `ul.switch-rows`. */
export function SwitchRow({ label, checked, onChange, children, instead }: SwitchRowProps) {
  const id = useId();
  return (
    <li className="switch-row">
      {instead === undefined ? (
        <>
          <label htmlFor={id}>{label}</label>
          <input
            id={id}
            className="switch"
            type="checkbox"
            role="switch"
            aria-describedby={`${id}-about`}
            checked={checked}
            onChange={(e) => onChange(e.target.checked)}
          />
        </>
      ) : (
        <>
          <span className="switch-row-off">{label}</span>
          <span className="switch-row-instead">{instead}</span>
        </>
      )}
      <div id={`${id}-about`} className="switch-row-about">
        {children}
      </div>
    </li>
  );
}
