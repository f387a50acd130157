import type { MouseEvent, ReactNode } from 'react';

export interface ButtonProps {
  children: ReactNode;
  onPress: (event: MouseEvent<HTMLButtonElement>) => void;
  /** One `primary` per view. */
  look?: 'primary' | 'normal' | 'quiet' | 'plain' | 'danger';
  size?: 'big' | 'normal' | 'small';
  wide?: boolean;
  disabled?: boolean;
  /** What it is doing, e.g. 正在发…: shown instead of the label, presses do nothing, the width stays. */
  busy?: string | undefined;
  label?: string;
  pressed?: boolean;
  className?: string;
}

/** A native button. */
export function Button({
  children,
  onPress,
  look = 'normal',
  size = 'normal',
  wide = false,
  disabled = false,
  busy,
  label,
  pressed,
  className = '',
}: ButtonProps) {
  const classes = ['btn', look, size, wide ? 'wide' : '', className].filter(Boolean).join(' ');
  return (
    <button
      type="button"
      className={classes}
      disabled={disabled}
      aria-disabled={busy !== undefined}
      aria-busy={busy !== undefined}
      aria-label={label}
      aria-pressed={pressed}
      onClick={(event) => {
        if (busy === undefined) {
          onPress(event);
        }
      }}
    >
      {busy ?? children}
    </button>
  );
}
