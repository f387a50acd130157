import { z } from 'zod';

/** How a score is shown: 0–10, 0–100, stars 0–5 or percent. What is stored is always 0–100, and no rule reads this. */
export const scoreScales = ['tenths', 'hundred', 'stars', 'percent'] as const;
export type ScoreScale = (typeof scoreScales)[number];
export const scoreScaleSchema = z.enum(scoreScales);

/** Where nobody chose one. */
export const usualScale: ScoreScale = 'tenths';

/** The scale's upper end; the lower one is 0. */
export const scaleMost: Record<ScoreScale, number> = {
  tenths: 10,
  hundred: 100,
  stars: 5,
  percent: 100,
};

const places: Record<ScoreScale, number> = { tenths: 1, hundred: 0, stars: 1, percent: 0 };

/**
 * A stored value or error (0–100) on the scale, rounded once, half up. Counted in thousandths, so that
 * 84.5 is 8.5 on every page: 84.5 / 10 as a binary number lies under 8.45.
 */
function roundedOn(stored: number, scale: ScoreScale): string {
  const steps = (scaleMost[scale] / 100) * 10 ** places[scale];
  const rounded = Math.round(Math.round(stored * steps * 1000) / 1000);
  return (rounded / 10 ** places[scale]).toFixed(places[scale]);
}

function inLanguage(number: string, scale: ScoreScale, language: string): string {
  const french = language.startsWith('fr');
  const text = french ? number.replace('.', ',') : number;
  const percent = french ? '\u00A0%' : '%';
  return scale === 'percent' ? text + percent : text;
}

/** A stored value 0–100 as it is read: 8.5, 85, 4.3★ or 85%, with the language's decimal sign. */
export function scoreText(stored: number, scale: ScoreScale, language: string): string {
  const text = inLanguage(roundedOn(stored, scale), scale, language);
  return scale === 'stars' ? `${text}★` : text;
}

/** A standard error as it is read, ±0.3; without a star, which would say how good it is. */
export function errorText(stored: number, scale: ScoreScale, language: string): string {
  return `±${inLanguage(roundedOn(stored, scale), scale, language)}`;
}

/** Both ends of the scale as they stand over a bar. */
export function endsOf(scale: ScoreScale): { low: string; high: string } {
  const unit = scale === 'percent' ? '%' : scale === 'stars' ? '★' : '';
  return { low: '0', high: `${String(scaleMost[scale])}${unit}` };
}

/** For fields where a number is typed: not rounded to what is read, so that 75 comes back as 75. */
export function typedOn(stored: number, scale: ScoreScale): number {
  return Math.round(stored * scaleMost[scale]) / 100;
}

/** What was typed on the scale as it is stored, whole points of 100. */
export function storedFrom(typed: number, scale: ScoreScale): number {
  return Math.round((typed * 100) / scaleMost[scale]);
}
