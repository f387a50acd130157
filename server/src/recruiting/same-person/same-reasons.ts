import type { SameReason } from '@zhiyu/contracts/same-person';
import type { ParsedResume } from '@zhiyu/contracts/resume';
import { normalEmail, normalPhone } from '../../privacy/search.js';

/** What is known of a person, from all that was handed in. */
export interface KnownPerson {
  name: string;
  phones: string[];
  emails: string[];
  schools: string[];
  employers: string[];
}

/** Letters that tell names apart, however they are written. */
const letters = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\s·•.,，、（）()-]/g, '')
    .toLowerCase();

const shares = (one: string[], other: string[], same: (text: string) => string) => {
  const known = new Set(one.map(same).filter((text) => text !== ''));
  return other.some((text) => known.has(same(text)));
};

/** Why two people look like one, surest first; empty: they do not. Names are shared by many, so a name needs a second fact. */
export function sameReasonsOf(one: KnownPerson, other: KnownPerson): SameReason[] {
  const named = letters(one.name) !== '' && letters(one.name) === letters(other.name);
  const found: [boolean, SameReason][] = [
    [shares(one.phones, other.phones, normalPhone), 'phone'],
    [shares(one.emails, other.emails, normalEmail), 'email'],
    [named && shares(one.schools, other.schools, letters), 'nameSchool'],
    [named && shares(one.employers, other.employers, letters), 'nameEmployer'],
  ];
  return found.filter(([holds]) => holds).map(([, reason]) => reason);
}

/** In which facts they contradict each other: both are known and nothing is shared. */
export function differencesOf(
  one: KnownPerson,
  other: KnownPerson,
): ('name' | 'phone' | 'email')[] {
  const apart = (a: string[], b: string[], same: (text: string) => string) =>
    a.length > 0 && b.length > 0 && !shares(a, b, same);
  const found: [boolean, 'name' | 'phone' | 'email'][] = [
    [letters(one.name) !== letters(other.name), 'name'],
    [apart(one.phones, other.phones, normalPhone), 'phone'],
    [apart(one.emails, other.emails, normalEmail), 'email'],
  ];
  return found.filter(([holds]) => holds).map(([, fact]) => fact);
}

type Read = Pick<ParsedResume, 'phone' | 'email' | 'education' | 'work'>;

const distinct = (values: (string | null | undefined)[]) => [
  ...new Set(values.map((one) => one?.trim() ?? '').filter((one) => one !== '')),
];

/** Puts together what stands with the person and what was read from each of the résumés. */
export function knownPerson(
  name: string,
  contact: { phone: string | null; email: string | null },
  resumes: readonly Read[],
): KnownPerson {
  return {
    name,
    phones: distinct([contact.phone, ...resumes.map(({ phone }) => phone?.value)]),
    emails: distinct([contact.email, ...resumes.map(({ email }) => email?.value)]),
    schools: distinct(
      resumes.flatMap(({ education }) => education.map(({ school }) => school?.value)),
    ),
    employers: distinct(resumes.flatMap(({ work }) => work.map(({ company }) => company?.value))),
  };
}
