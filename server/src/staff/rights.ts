import type { FieldGroup, Role } from '@zhiyu/contracts/staff';

/**
 * How far a right reaches: the whole company, positions of departments one heads, positions one is responsible for (or
 * nobody is), interviews one was asked to rate.
 */
export type Scope = 'company' | 'department' | 'owned' | 'asked';

interface Right {
  role: Role;
  acts: readonly string[];
  scope: Scope;
  fields: readonly FieldGroup[];
}

/** Few pass: seeing the alert, and arranging and settling what follows. */
const process = ['process.view', 'process.act'] as const;

/** The table of rights (R58): what stands here is allowed, everything else is denied. */
export const rights: readonly Right[] = [
  {
    role: 'hr',
    acts: [
      'application.view',
      'application.unmask',
      'application.decide',
      'application.invite',
      'application.add',
      'application.takeBack',
      'application.merge',
      'talent.view',
      'talent.invite',
      'talent.tag',
      'talent.note',
    ],
    scope: 'company',
    fields: ['contact', 'scores'],
  },
  // Only the responsible HR opens an interview's report and its recordings.
  {
    role: 'hr',
    acts: [
      'report.view',
      'media.view',
      'transcript.write',
      'interview.ask',
      // What a colleague's work was said to be worth: the responsible HR and the head who would take him.
      'performance.view',
      'performance.edit',
      'offer.view',
      'offer.write',
      'review.enter',
      'review.ask',
    ],
    scope: 'owned',
    fields: ['scores', 'media'],
  },
  {
    role: 'hr',
    acts: ['position.view', 'position.edit', 'dashboard.view', 'inbox.use', ...process],
    scope: 'company',
    fields: [],
  },
  { role: 'hr', acts: ['company.view', 'staff.list', 'digest.edit'], scope: 'company', fields: [] },
  // Answers are graded without names, so any HR may; what was learned holds for the whole company.
  { role: 'hr', acts: ['calibration.grade', 'calibration.use'], scope: 'company', fields: [] },
  {
    role: 'manager',
    acts: [
      'application.view',
      'application.unmask',
      'application.decide',
      'report.view',
      'review.enter',
      'performance.view',
      // What is offered, and the second yes to it.
      'offer.view',
      'offer.approve',
      'position.view',
      'position.approve',
      'dashboard.view',
      ...process,
    ],
    scope: 'department',
    fields: ['scores'],
  },
  {
    role: 'manager',
    acts: ['inbox.use', 'company.view', 'staff.list'],
    scope: 'company',
    fields: [],
  },
  { role: 'interviewer', acts: ['inbox.use', 'company.view'], scope: 'company', fields: [] },
  // Whom the responsible HR asks reads the words of that one interview and rates them: no report, no recording.
  { role: 'hr', acts: ['review.enter'], scope: 'asked', fields: [] },
  { role: 'manager', acts: ['review.enter'], scope: 'asked', fields: [] },
  { role: 'interviewer', acts: ['review.enter'], scope: 'asked', fields: [] },
  {
    role: 'admin',
    acts: [
      'company.view',
      'company.edit',
      'digest.edit',
      'staff.list',
      'staff.edit',
      'system.view',
      'system.edit',
    ],
    scope: 'company',
    fields: [],
  },
  {
    role: 'admin',
    acts: ['position.view', 'position.edit', 'position.approve', 'impact.view', 'inbox.use'],
    scope: 'company',
    fields: [],
  },
  { role: 'admin', acts: [...process, 'process.limits'], scope: 'company', fields: [] },
  // The rule of each region over the talent pool, and what face and voice weigh: never HR by itself.
  { role: 'admin', acts: ['weights.set', 'talent.rules'], scope: 'company', fields: [] },
  {
    role: 'auditor',
    acts: ['audit.view', 'impact.view', 'company.view', 'inbox.use'],
    scope: 'company',
    fields: [],
  },
];

/** Acts of a signed-in candidate: always and only on the own application. */
const candidateActs = ['own.view', 'own.answer', 'own.decide', 'stream.read'];
/** Acts of every signed-in person on what is their own. */
const staffActs = ['self', 'stream.read'];
/** Acts of anybody. */
const openActs = ['open'];

export function scopesOf(roles: readonly string[], act: string): Scope[] {
  return rights
    .filter((right) => roles.includes(right.role) && right.acts.includes(act))
    .map((right) => right.scope);
}

/** All acts of a set of roles, for showing what a person can do. */
export function actsOf(roles: readonly string[]): string[] {
  return [
    ...new Set(rights.filter((right) => roles.includes(right.role)).flatMap((right) => right.acts)),
  ];
}

/** On what ground this kind of actor may do the act somewhere; null: nowhere. */
export function groundOf(
  actor: { kind: string; roles?: readonly string[] },
  act: string,
): string | null {
  if (openActs.includes(act)) {
    return 'open';
  }
  if (actor.kind === 'candidate') {
    return candidateActs.includes(act) ? 'own' : null;
  }
  if (actor.kind !== 'staff') {
    return null;
  }
  if (staffActs.includes(act)) {
    return 'own';
  }
  const roles = actor.roles ?? [];
  const right = rights.find((one) => roles.includes(one.role) && one.acts.includes(act));
  return right ? `${right.role}/${right.scope}` : null;
}

/** Whether a role's rights open a group of fields. */
export function opens(roles: readonly string[], group: FieldGroup): boolean {
  return rights.some((right) => roles.includes(right.role) && right.fields.includes(group));
}

interface Place {
  active: boolean;
  roles: Role[];
}

/** Whether somebody who had the role has it no longer, or can no longer use it. */
export function loses(role: Role, before: Place, after: Place): boolean {
  return before.roles.includes(role) && !(after.active && after.roles.includes(role));
}
