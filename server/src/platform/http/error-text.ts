import type { Locale } from '@zhiyu/contracts/basics';
import type { ErrorCode } from '@zhiyu/contracts/errors';
import { errorTexts } from './error-texts.js';

const variable = /\{(\w+)\}/g;

/** The first alternative whose variables are all known, filled; nothing when there is none. */
function choose(alternatives: string, details: Record<string, string | number>): string {
  const known = (name: string | undefined) => name !== undefined && Object.hasOwn(details, name);
  const chosen = alternatives
    .split('|')
    .find((one) => [...one.matchAll(variable)].every((match) => known(match[1])));
  return (chosen ?? '').replace(variable, (_whole, name: string) => String(details[name]));
}

/**
 * The sentence of an error in one language.
 * @param details variables of the sentence; a missing one leaves a sentence that still reads well
 */
export function errorText(
  code: ErrorCode,
  locale: Locale,
  details: Record<string, string | number> = {},
): string {
  const pattern = errorTexts[code][locale];
  return pattern
    .replace(/\[([^\]]*)\]/g, (_whole, alternatives: string) => choose(alternatives, details))
    .trim();
}
