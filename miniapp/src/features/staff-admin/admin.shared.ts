interface AdminPart {
  name:
    | 'own'
    | 'company'
    | 'people'
    | 'departments'
    | 'channels'
    | 'cards'
    | 'system'
    | 'holidays'
    | 'audit';
  /** Without it the part is not listed; everybody has `own`. */
  act: string | null;
}

const all: readonly AdminPart[] = [
  { name: 'own', act: null },
  { name: 'company', act: 'company.view' },
  { name: 'people', act: 'staff.list' },
  { name: 'departments', act: 'staff.list' },
  { name: 'channels', act: 'system.view' },
  { name: 'cards', act: 'system.view' },
  { name: 'system', act: 'system.view' },
  { name: 'holidays', act: 'system.view' },
  { name: 'audit', act: 'audit.view' },
];
export type AdminPartName = AdminPart['name'];

export function partsFor(may: readonly string[]): AdminPart[] {
  return all.filter(({ act }) => act === null || may.includes(act));
}

export function adminPartOf(wanted: string, parts: readonly AdminPart[]): AdminPartName {
  return parts.find(({ name }) => name === wanted && name !== 'audit')?.name ?? 'own';
}

export const roleNames = ['hr', 'manager', 'interviewer', 'admin', 'auditor'] as const;

/** A day as the table of holidays has it. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}
