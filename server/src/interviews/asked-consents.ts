import type { ExtraPurpose } from '@zhiyu/contracts/interview';
import type { PositionContent } from '@zhiyu/contracts/position';
import type { Company } from '../staff/company.entity.js';

/** Consents beyond the usual four that are asked for; under the European rules no face is observed. */
export function askedOf(
  { plan }: PositionContent,
  company: Company,
  european: boolean,
): ExtraPurpose[] {
  const observed = plan.faceObservation?.on === true && !european;
  const asked: ExtraPurpose[] = observed ? ['facialObservation'] : [];
  return company.browserRecognitionSince === null ? asked : [...asked, 'browserRecognition'];
}
