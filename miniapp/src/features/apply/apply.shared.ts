import type { ResumeDraft } from '@zhiyu/contracts/application';

export const applyFields = ['name', 'phone', 'email', 'work', 'education'] as const;
export type ApplyField = (typeof applyFields)[number];

/** Fields without which nobody could be answered. */
const needed = ['name', 'phone'] as const;
export const neededFields: readonly ApplyField[] = needed;

/** sure = read and believed; look = read, doubtful; missing = nothing read; typed = the candidate's own word. */
export type FieldState = 'sure' | 'look' | 'missing' | 'typed';

export interface FieldValue {
  value: string;
  state: FieldState;
}
export type ApplyForm = Record<ApplyField, FieldValue>;

const nothing: FieldValue = { value: '', state: 'missing' };

export const emptyForm: ApplyForm = {
  name: nothing,
  phone: nothing,
  email: nothing,
  work: nothing,
  education: nothing,
};

function one(read: { value: string; sure: boolean } | null): FieldValue {
  return read && read.value !== ''
    ? { value: read.value, state: read.sure ? 'sure' : 'look' }
    : nothing;
}

function many(read: readonly { text: string; sure: boolean }[]): FieldValue {
  const value = read.map(({ text }) => text).join('\n');
  return one(value === '' ? null : { value, sure: read.every(({ sure }) => sure) });
}

/** What was read from a file; what the candidate typed before stays. */
export function formOf(draft: ResumeDraft, before: ApplyForm): ApplyForm {
  const read: ApplyForm = {
    name: one(draft.name),
    phone: one(draft.phone),
    email: one(draft.email),
    work: many(draft.work),
    education: many(draft.education),
  };
  const keep = (field: ApplyField) =>
    before[field].state === 'typed' ? before[field] : read[field];
  return {
    name: keep('name'),
    phone: keep('phone'),
    email: keep('email'),
    work: keep('work'),
    education: keep('education'),
  };
}

/** The first needed field that is still empty. */
export function firstMissing(form: ApplyForm): (typeof needed)[number] | null {
  return needed.find((field) => form[field].value.trim() === '') ?? null;
}

/** `72 小时` as working days where it is whole days, for 投递后 3 天内. */
export function daysOf(hours: number): number {
  return Math.max(1, Math.ceil(hours / 24));
}

/** Minutes to read a text aloud in the head: 400 Chinese characters a minute. */
export function minutesToRead(text: string): number {
  return Math.max(1, Math.ceil(text.length / 400));
}
