import type { CardKind } from '@zhiyu/contracts/card';
import type { GallerySample } from '@zhiyu/contracts/gallery';

/** Value of a sample in the list: kind and name. */
export const sampleValue = ({ kind, name }: { kind: CardKind; name: string }) => `${kind}.${name}`;

/** The sample behind a value of the list; null where there is none. */
export function sampleAt(value: string, samples: readonly GallerySample[]): GallerySample | null {
  return samples.find((sample) => sampleValue(sample) === value) ?? null;
}

/** Languages a card of this audience has. */
export function localesFor(audience: GallerySample['audience']) {
  return audience === 'candidate' ? (['zh', 'en', 'ja', 'fr'] as const) : (['zh', 'en'] as const);
}
