import type { ResumeDraft } from '@zhiyu/contracts/application';
import type { CandidateFound, EnterCandidate } from '@zhiyu/contracts/candidate-entry';
import { entryFaults, type EntryFault } from '@zhiyu/contracts/entry-faults';

export type Entry = Omit<EnterCandidate, 'draftId'>;
export type EntryField = 'id' | 'name' | 'phone' | 'email';

export function emptyEntry(id: string, source: Entry['source'] = 'upload'): Entry {
  return { id, name: '', phone: '', email: '', source, internal: false };
}

/** What is wrong with each field; empty: it can be sent. */
export function faultsOf(entry: Entry): Partial<Record<EntryField, EntryFault | 'noPosition'>> {
  return { ...(entry.id === '' ? { id: 'noPosition' } : {}), ...entryFaults(entry) };
}

/** Whether something is to be said before anything is kept. */
export function isSomebody({ known, underWay, suspects }: CandidateFound): boolean {
  return known || underWay || suspects.length > 0;
}

/** Fields that are still empty take what was read. */
export function filledFrom(entry: Entry, { name, phone, email }: ResumeDraft): Entry {
  return {
    ...entry,
    name: entry.name.trim() || (name?.value ?? ''),
    phone: entry.phone.trim() || (phone?.value ?? ''),
    email: entry.email.trim() || (email?.value ?? ''),
  };
}
