interface AuditActor {
  /** `staff`, `candidate`, `system` … as the log has it. */
  kind: string;
  id: string;
}

/** `staff:01M8…` in its two parts; what has no colon is a kind of its own. */
export function actorOf(text: string): AuditActor {
  const [kind = '', id = ''] = text.split(':');
  return { kind, id };
}

/** The last letters of an id: enough to tell two apart in a list. */
export function shortId(id: string): string {
  return id.slice(-6);
}

/** `hr/company` in role and scope; null for a ground that is a word of its own. */
export function groundParts(ground: string): { role: string; scope: string } | null {
  const [role, scope] = ground.split('/');
  return role && scope ? { role, scope } : null;
}
