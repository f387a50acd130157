import type { Locale } from '@zhiyu/contracts/basics';
import type { CardKind } from '@zhiyu/contracts/card';
import type { GallerySample } from '@zhiyu/contracts/gallery';
import { staffLocale } from '../cards/staff-locale.js';
import { candidateSamples } from './candidate-samples.js';
import type { Sample, SampleOf, SamplesOf } from './sample.js';
import { type SampleScene, wordsIn } from './sample-people.js';
import { staffSamples } from './staff-samples.js';

function listed(of: SamplesOf): Sample[] {
  const kinds = Object.entries(of) as [CardKind, readonly SampleOf[]][];
  return kinds.flatMap(([kind, samples]) => samples.map((sample) => ({ kind, ...sample })));
}

/** Every sample in this language, candidates' cards first; staff cards have zh and en. */
export function samplesIn(
  locale: Locale,
  now: number,
  scene: SampleScene = {},
): (Sample & GallerySample)[] {
  const forCandidates = listed(candidateSamples(locale, now, wordsIn(locale, scene)));
  const forStaff = listed(staffSamples(staffLocale(locale), now));
  return [
    ...forCandidates.map((one) => ({ ...one, audience: 'candidate' as const })),
    ...forStaff.map((one) => ({ ...one, audience: 'staff' as const })),
  ];
}
