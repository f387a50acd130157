import type { StaffActor } from './actor.js';

/** Hides who a candidate is from the company's own people, where the company wants it so. */
export abstract class Masks {
  /** Those of these applications whose people the reader may not recognise. */
  abstract hidden(actor: StaffActor, applicationIds: string[]): Promise<Set<string>>;

  /** The same body without what tells who the people of these ids are (applications, and what belongs to them). */
  abstract cover<T>(actor: StaffActor, body: T, ids: string[]): Promise<T>;

  /** The same card, as it leaves to a chat of the company's people. */
  abstract coverCard<T>(companyId: string, applicationId: string | null, card: T): Promise<T>;
}
