import type { Locale } from '@zhiyu/contracts/basics';
import type { Role } from '@zhiyu/contracts/staff';

/** A person who works for the company, signed in. */
export interface StaffActor {
  kind: 'staff';
  id: string;
  companyId: string;
  name: string;
  roles: Role[];
  /** Departments this person heads, with all below them. */
  headOf: string[];
  locale: Locale;
  sessionId: string;
}

/** A candidate with a session of one application. */
export interface CandidateActor {
  kind: 'candidate';
  /** The person. */
  id: string;
  companyId: string;
  applicationId: string;
  locale: Locale;
  sessionId: string;
}

/** Anybody. */
export interface Visitor {
  kind: 'visitor';
  id: string;
  locale: Locale;
}

export type Actor = StaffActor | CandidateActor;
export type AnyActor = Actor | Visitor;
