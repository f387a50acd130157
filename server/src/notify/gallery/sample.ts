import type { CardKind } from '@zhiyu/contracts/card';
import type { CardContent, CardState } from '../card-content.js';

/** A card with made-up contents: names, numbers and words belong to nobody. */
export interface Sample {
  kind: CardKind;
  name: string;
  content: CardContent;
  state: CardState;
}

export type SampleOf = Omit<Sample, 'kind'>;

/** The samples of the kinds of one audience; a kind that goes to both has some with each. */
export type SamplesOf = Partial<Record<CardKind, readonly SampleOf[]>>;
