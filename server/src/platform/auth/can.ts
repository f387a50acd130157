import { SetMetadata } from '@nestjs/common';

export interface Guarded {
  /** The act, e.g. `application.decide`; `open` for pages that anybody may call. */
  act: string;
  /** Field of the input that names the object, for the audit log. */
  object: string | null;
  /** Looking at personal data is written down as well. */
  views: boolean;
}

export const guardedKey = 'zhiyu:can';

/** Who may call this: the act is looked up in the table of rights. A route without it is refused. */
export function Can(act: string, more: { object?: string; views?: true } = {}) {
  const guarded: Guarded = { act, object: more.object ?? null, views: more.views ?? false };
  return SetMetadata(guardedKey, guarded);
}

/** The table of rights, held by the module that knows the roles. */
export abstract class Rights {
  /** On what ground the actor may do this at all; null: not allowed. */
  abstract ground(actor: { kind: string; roles?: readonly string[] }, act: string): string | null;
}

export interface AuditRecord {
  companyId: string;
  actor: string;
  verb: string;
  object: string;
  ground: string;
  allowed: boolean;
}

/** Where acts are written down. */
export abstract class AuditSink {
  abstract record(entry: AuditRecord): Promise<void>;
}
