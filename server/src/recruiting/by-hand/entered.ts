import type { LookForCandidate } from '@zhiyu/contracts/candidate-entry';
import type { ParsedResume } from '@zhiyu/contracts/resume';
import type { Tx } from '../../platform/database/database.js';
import type { ResumeFile, ResumeStore } from '../resume-store.js';
import { typedResume, withTyped } from '../resume-view.js';

/** What HR typed of somebody, and the résumé that was read before. */
export type Entered = Pick<LookForCandidate, 'name' | 'phone' | 'email' | 'draftId'>;

export const typedOf = ({ name, phone, email }: Entered) => ({
  ...{ name, phone, email, education: '', work: '' },
});

export const contactOf = ({ phone, email }: Entered) => ({
  phone: phone || null,
  email: email || null,
});

/** The file, and what is known by it and by what was typed. @throws notFound for a résumé that has gone */
export async function enteredResume(
  tx: Tx,
  store: ResumeStore,
  of: { companyId: string; entered: Entered },
): Promise<{ file: ResumeFile | null; parsed: ParsedResume }> {
  const { draftId } = of.entered;
  const file = draftId === null ? null : await store.takeDraft(tx, of.companyId, draftId);
  const typed = typedOf(of.entered);
  return { file, parsed: file ? withTyped(file.parsed, typed) : typedResume(typed) };
}
