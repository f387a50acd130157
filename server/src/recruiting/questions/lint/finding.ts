import type { Locale } from '@zhiyu/contracts/basics';

/** Every rule of the bank; the name stands in each line of `zhiyu questions check`. */
export type RuleName =
  | 'schema'
  | 'count'
  | 'code-twice'
  | 'near-duplicate'
  | 'variant'
  | 'length'
  | 'hint'
  | 'double-barrelled'
  | 'leading'
  | 'protected'
  | 'levels'
  | 'anchors-alike'
  | 'anchor-filler'
  | 'anchor-order'
  | 'follow-up'
  | 'cues';

/** Where in an item: a field, the language, and which of several (a part for follow-ups). */
export interface Place {
  field:
    'code' | 'text' | 'hint' | 'anchors' | 'followUps' | 'mustNotAsk' | 'indicators' | 'dimensions';
  locale?: Locale;
  at?: number | string;
}

export interface Finding {
  rule: RuleName;
  /** Of the item, or of the competency where its own indicators are meant. */
  code: string;
  place: Place;
  /** Chinese, then English. */
  message: string;
}
