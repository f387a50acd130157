/** Levels of the Common European Framework, and the language one grew up with. */
export const languageLevels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native'] as const;
export type LanguageLevel = (typeof languageLevels)[number];

/** Would he move for work: no, within the country, to another one. */
export const moves = ['no', 'inCountry', 'abroad'] as const;
export type Move = (typeof moves)[number];

/** Languages that can be chosen (ISO 639), by how often offices ask for them. */
export const poolLanguages = (
  'zh yue en ja ko fr de es pt it nl ru ar th vi id ms ' +
  'hi bn ur tr pl cs hu ro el sv da nb fi uk he fa sw'
).split(' ');

export const poolLanguagesAtMost = 10;
/** Of one note. */
export const poolNoteLetters = 300;
/** Of one person. */
export const poolNotesAtMost = 20;

/** Whether a level reaches another. */
export function reaches(level: LanguageLevel, least: LanguageLevel): boolean {
  return languageLevels.indexOf(level) >= languageLevels.indexOf(least);
}

/** Version of the pool's sentence where it names other months than the usual ones: `2026-11-23.pool.m24`. */
export function keptText(base: string, months: number): string {
  return `${base}.m${String(months)}`;
}

/** The months that a version of the sentences names; null where it names the usual ones. */
export function monthsIn(textVersion: string): number | null {
  const [, months] = /\.m(\d{1,2})$/.exec(textVersion) ?? [];
  return months === undefined ? null : Number(months);
}

/** The day of the sentences that were agreed to; empty where nobody told which they were. */
export function dayOfText(textVersion: string): string {
  return /^\d{4}-\d{2}-\d{2}/.exec(textVersion)?.[0] ?? '';
}
