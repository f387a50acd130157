import type { ReactNode } from 'react';

export const meanings = ['pass', 'hold', 'reject', 'warn', 'danger', 'unknown'] as const;
export type Meaning = (typeof meanings)[number];

const line = { fill: 'none', stroke: 'currentColor', strokeLinecap: 'round' } as const;

const shapes: Record<Meaning, ReactNode> = {
  pass: (
    <>
      <circle cx="7" cy="7" r="6.5" fill="currentColor" />
      <path
        d="M4 7.2l2.1 2.1L10 5.3"
        {...line}
        stroke="#fff"
        strokeWidth="1.6"
        strokeLinejoin="round"
      />
    </>
  ),
  hold: (
    <>
      <circle cx="7" cy="7" r="5.8" {...line} strokeWidth="1.4" />
      <path d="M7 1.2a5.800 5.800 0 010 11.600z" fill="currentColor" />
    </>
  ),
  reject: (
    <>
      <circle cx="7" cy="7" r="5.8" {...line} strokeWidth="1.4" />
      <path d="M4.5 7h5" {...line} strokeWidth="1.5" />
    </>
  ),
  warn: (
    <>
      <path d="M7 1.3l6 11H1z" {...line} strokeWidth="1.4" strokeLinejoin="round" />
      <path d="M7 5.2v3.2M7 10.3v.1" {...line} strokeWidth="1.5" />
    </>
  ),
  danger: (
    <>
      <circle cx="7" cy="7" r="5.8" {...line} strokeWidth="1.4" />
      <path d="M5 5l4 4M9 5L5 9" {...line} strokeWidth="1.5" />
    </>
  ),
  unknown: (
    <>
      <circle cx="7" cy="7" r="5.8" {...line} strokeWidth="1.3" strokeDasharray="2 2" />
      <path
        d="M5.6 5.7a1.500 1.500 0 112 1.500c-.4.2-.6.5-.6 1M7 9.900v.1"
        {...line}
        strokeWidth="1.3"
      />
    </>
  ),
};

/** The form of a meaning; always beside its word. */
export function Glyph({ of, size = 14 }: { of: Meaning; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 14 14" aria-hidden="true">
      {shapes[of]}
    </svg>
  );
}

/** Glyph and word, then colour. */
export function StateWord({ of, children }: { of: Meaning; children: ReactNode }) {
  return (
    <span className={`state ${of}`}>
      <Glyph of={of} />
      {children}
    </span>
  );
}
