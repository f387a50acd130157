interface AdminPart {
  name:
    | 'own'
    | 'setup'
    | 'feedback'
    | 'company'
    | 'people'
    | 'departments'
    | 'channels'
    | 'cards'
    | 'system'
    | 'holidays'
    | 'regions'
    | 'impact'
    | 'audit';
  /** Without it the part is not listed; everybody has `own`. */
  act: string | null;
}

const all: readonly AdminPart[] = [
  { name: 'own', act: null },
  { name: 'setup', act: 'company.edit' },
  { name: 'company', act: 'company.view' },
  { name: 'people', act: 'staff.list' },
  { name: 'departments', act: 'staff.list' },
  { name: 'channels', act: 'system.view' },
  { name: 'cards', act: 'system.view' },
  { name: 'system', act: 'system.view' },
  { name: 'holidays', act: 'system.view' },
  { name: 'regions', act: 'talent.rules' },
  { name: 'feedback', act: 'company.edit' },
  { name: 'impact', act: 'impact.view' },
  { name: 'audit', act: 'audit.view' },
];
export type AdminPartName = AdminPart['name'];

/** Parts that are pages of their own. */
export function isOwnPage(name: AdminPartName): name is 'audit' | 'impact' {
  return name === 'audit' || name === 'impact';
}

export function partsFor(may: readonly string[]): AdminPart[] {
  return all.filter(({ act }) => act === null || may.includes(act));
}

export function adminPartOf(wanted: string, parts: readonly AdminPart[]): AdminPartName {
  return parts.find(({ name }) => name === wanted && !isOwnPage(name))?.name ?? 'own';
}

export const roleNames = ['hr', 'manager', 'interviewer', 'admin', 'auditor'] as const;

/** A day as the table of holidays has it. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}
