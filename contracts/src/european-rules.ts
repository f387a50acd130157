/** Version of the consent's sentences where the rules of the European Union are told with them: `2026-11-22.4.eu`. */
export function europeanText(base: string): string {
  return `${base}.eu`;
}

/** What the rules change, in the order in which it is said; each has its legal ground in the locale files. */
export const europeanEffects = ['face', 'weights', 'reject', 'notice'] as const;
