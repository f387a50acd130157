import type { EntityManager } from 'typeorm';

interface Asked {
  companyId: string;
  /** Whose last application ended before this moment. */
  before: number;
  /** Of this person only. */
  personId?: string;
}

/**
 * People all of whose applications ended without being hired, the last of them before a moment: whose data are still
 * there, who do not work here and wait for no answer to something they asked for.
 */
export async function endedPeople(
  manager: EntityManager,
  { companyId, before, personId }: Asked,
): Promise<string[]> {
  const one = personId === undefined ? '' : 'AND a.personId = ?';
  const rows: { id: string }[] = await manager.query(
    `SELECT a.personId AS id FROM application a
      WHERE a.companyId = ? ${one}
        AND EXISTS (SELECT 1 FROM data_key k WHERE k.subjectId = a.personId)
        AND NOT EXISTS (SELECT 1 FROM staff_user s WHERE s.personId = a.personId)
        AND NOT EXISTS
          (SELECT 1 FROM candidate_request r WHERE r.personId = a.personId AND r.state = 'open')
      GROUP BY a.personId
      HAVING MAX(a.stageAt) < ?
        AND SUM(CASE WHEN a.stage IN ('rejected', 'talentPool', 'withdrawn') THEN 0 ELSE 1 END) = 0
      ORDER BY a.personId`,
    [companyId, ...(personId === undefined ? [] : [personId]), before],
  );
  return rows.map(({ id }) => id);
}

/** Of these people those who are known otherwise as well, by an application or as a colleague. */
export async function knownPeople(
  manager: EntityManager,
  personIds: readonly string[],
): Promise<string[]> {
  if (personIds.length === 0) {
    return [];
  }
  const marks = personIds.map(() => '?').join(',');
  const rows: { id: string }[] = await manager.query(
    `SELECT personId AS id FROM application WHERE personId IN (${marks})
      UNION SELECT personId AS id FROM staff_user WHERE personId IN (${marks})`,
    [...personIds, ...personIds],
  );
  return rows.map(({ id }) => id);
}
