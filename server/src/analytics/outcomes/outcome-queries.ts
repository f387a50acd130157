/** What is counted: applications and interviews of these positions in a span of time. */
export interface Span {
  companyId: string;
  /** Null: every position of the company. */
  positionIds: readonly string[] | null;
  from: number;
  until: number;
}

export interface Query {
  sql: string;
  parameters: (string | number)[];
}

/** `a` is the application. */
function ofPositions({ positionIds }: Span): string {
  return positionIds === null
    ? ''
    : positionIds.length === 0
      ? 'AND 1 = 0'
      : `AND a.positionId IN (${positionIds.map(() => '?').join(',')})`;
}

function query(span: Span, sql: (positions: string) => string): Query {
  const { companyId, from, until, positionIds } = span;
  return {
    sql: sql(ofPositions(span)),
    parameters: [companyId, from, until, ...(positionIds ?? [])],
  };
}

const one = (condition: string) => `CASE WHEN ${condition} THEN 1 ELSE 0 END`;

/** Each step holds for whoever came further, whichever way he came in. */
const finished = "i.state = 'finished'";
const answered = `(${finished} OR EXISTS (SELECT 1 FROM answer n
  WHERE n.interviewId = i.id AND n.state = 'done'))`;
const checked = `(i.device IS NOT NULL OR i.startedAt IS NOT NULL OR ${answered})`;
const consented = `(${checked} OR EXISTS (SELECT 1 FROM consent c
  WHERE c.applicationId = i.applicationId AND c.purpose = 'automatedAssessment' AND c.given = 1))`;
const opened = `(i.exchangedAt IS NOT NULL OR i.openedOn IS NOT NULL OR ${consented})`;

/**
 * AI interviews that came to an end by what the candidate did: handed in, let pass, or withdrawn. Those that run and
 * those that the company ended by a decision say nothing of the candidate's way.
 */
export const interviewsOf = (span: Span): Query =>
  query(
    span,
    (positions) => `SELECT i.openedOn AS openedOn, COUNT(*) AS invited,
      SUM(${one(opened)}) AS opened, SUM(${one(consented)}) AS consented,
      SUM(${one(checked)}) AS checked, SUM(${one(answered)}) AS answered,
      SUM(${one(finished)}) AS finished,
      SUM(${one(`${finished} AND EXISTS (SELECT 1 FROM survey_done s
        WHERE s.applicationId = i.applicationId)`)}) AS surveyed
    FROM interview i JOIN application a ON a.id = i.applicationId
    WHERE i.companyId = ? AND i.createdAt >= ? AND i.createdAt < ? ${positions}
      AND i.kind = 'ai' AND (i.state IN ('finished', 'expired')
        OR (i.state = 'cancelled' AND a.stage = 'withdrawn'))
    GROUP BY i.openedOn`,
  );

/** Of all who applied: withdrawn, or an interview that was let pass and none handed in. */
export const lossOf = (span: Span): Query =>
  query(
    span,
    (positions) => `SELECT COUNT(*) AS total, SUM(${one(`a.stage = 'withdrawn' OR (
        EXISTS (SELECT 1 FROM interview i WHERE i.applicationId = a.id AND i.state = 'expired')
        AND NOT EXISTS (SELECT 1 FROM interview i
          WHERE i.applicationId = a.id AND i.kind = 'ai' AND i.state = 'finished'))`)}) AS hits
    FROM application a
    WHERE a.companyId = ? AND a.createdAt >= ? AND a.createdAt < ? ${positions}`,
  );

/** Promises that were due; kept is kept in time. */
export const promisesOf = (span: Span): Query =>
  query(
    span,
    (positions) => `SELECT COUNT(*) AS total, SUM(${one("p.state = 'kept'")}) AS hits
    FROM promise p JOIN application a ON a.id = p.applicationId
    WHERE p.companyId = ? AND p.state IN ('open', 'kept', 'broken')
      AND p.dueAt >= ? AND p.dueAt < ? ${positions}`,
  );

/** Answers that count, and those given without typing. */
export const answersOf = (span: Span): Query =>
  query(
    span,
    (positions) => `SELECT COUNT(*) AS total, SUM(${one("t.mode <> 'text'")}) AS hits
    FROM interview i JOIN application a ON a.id = i.applicationId
      JOIN answer n ON n.interviewId = i.id JOIN attempt t ON t.id = n.chosenAttemptId
    WHERE i.companyId = ? AND i.createdAt >= ? AND i.createdAt < ? ${positions}`,
  );

/** Decisions, and those made by a press or a setting, without a note. */
export const decisionsOf = (span: Span): Query =>
  query(
    span,
    (positions) => `SELECT COUNT(*) AS total, SUM(${one('d.note IS NULL')}) AS hits
    FROM decision d JOIN application a ON a.id = d.applicationId
    WHERE d.companyId = ? AND d.at >= ? AND d.at < ? ${positions}`,
  );

/** Offers that had been accepted, and whether somebody came: counted when it was said. */
export const arrivalOf = (span: Span): Query =>
  query(
    span,
    (positions) => `SELECT COUNT(*) AS total, SUM(${one("o.state = 'arrived'")}) AS hits
    FROM offer o JOIN application a ON a.id = o.applicationId
    WHERE o.companyId = ? AND o.endedAt >= ? AND o.endedAt < ? ${positions}
      AND o.state IN ('arrived', 'absent')`,
  );

/** The median: the middle one, or the mean of the two in the middle. */
const medianOf = (inner: string) => `SELECT AVG(y.ms) AS median, MAX(y.n) AS total FROM (
    SELECT x.ms, ROW_NUMBER() OVER (ORDER BY x.ms) AS place, COUNT(*) OVER () AS n
    FROM (${inner}) AS x) AS y
  WHERE 2 * y.place BETWEEN y.n AND y.n + 2`;

export const cycleOf = (span: Span): Query =>
  query(span, (positions) =>
    medianOf(`SELECT a.stageAt - a.createdAt AS ms FROM application a
      WHERE a.companyId = ? AND a.stage = 'hired' AND a.stageAt >= ? AND a.stageAt < ? ${positions}`),
  );

export const firstScreeningOf = (span: Span): Query =>
  query(span, (positions) =>
    medianOf(`SELECT MIN(e.at) - a.createdAt AS ms FROM application a
      JOIN event_log e ON e.subjectId = a.id AND e.name IN ('InvitationSent', 'DecisionMade')
      WHERE a.companyId = ? AND a.createdAt >= ? AND a.createdAt < ? ${positions}
      GROUP BY a.id, a.createdAt`),
  );

export const noticeOf = (span: Span): Query =>
  query(span, (positions) =>
    medianOf(`SELECT MIN(i.createdAt) - a.createdAt AS ms FROM application a
      JOIN interview i ON i.applicationId = a.id AND i.kind = 'ai'
      WHERE a.companyId = ? AND a.createdAt >= ? AND a.createdAt < ? ${positions}
      GROUP BY a.id, a.createdAt`),
  );

export const resultOf = (span: Span): Query =>
  query(span, (positions) =>
    medianOf(`SELECT MIN(d.at) - i.finishedAt AS ms FROM interview i
      JOIN application a ON a.id = i.applicationId
      JOIN decision d ON d.applicationId = i.applicationId AND d.at >= i.finishedAt
        AND d.kind IN ('pass', 'reject')
      WHERE i.companyId = ? AND i.createdAt >= ? AND i.createdAt < ? ${positions}
        AND i.kind = 'ai' AND i.state = 'finished'
      GROUP BY i.id, i.finishedAt`),
  );
