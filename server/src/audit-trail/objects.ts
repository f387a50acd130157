import type { EntityManager } from 'typeorm';
import { In } from 'typeorm';
import { Answer, AttemptRow, Interview } from '../interviews/entities/interview.entity.js';
import { CardRow } from '../notify/card.entity.js';
import { Application } from '../recruiting/entities/application.entity.js';

/**
 * The applications that lines of the audit log are about, by the id in the line: an application's own, an
 * interview's, an answer's, an attempt's, a card's or a résumé's. Ids of anything else are absent.
 */
export async function applicationsOf(
  manager: EntityManager,
  companyId: string,
  ids: string[],
): Promise<Map<string, Application>> {
  const id = In(ids);
  const [attempts, cards, ofResumes] = await Promise.all([
    manager.find(AttemptRow, { select: { id: true, answerId: true }, where: { id } }),
    manager.find(CardRow, { select: { id: true, applicationId: true }, where: { id, companyId } }),
    manager.find(Application, {
      select: { id: true, resumeId: true },
      where: { resumeId: id, companyId },
    }),
  ]);
  const answers = await manager.find(Answer, {
    select: { id: true, interviewId: true },
    where: { id: In([...ids, ...attempts.map((one) => one.answerId)]) },
  });
  const interviews = await manager.find(Interview, {
    select: { id: true, applicationId: true },
    where: { id: In([...ids, ...answers.map((one) => one.interviewId)]), companyId },
  });
  const up = new Map<string, string | null>([
    ...attempts.map((one): [string, string] => [one.id, one.answerId]),
    ...answers.map((one): [string, string] => [one.id, one.interviewId]),
    ...interviews.map((one): [string, string] => [one.id, one.applicationId]),
    ...cards.map((one): [string, string | null] => [one.id, one.applicationId]),
    ...ofResumes.map((one): [string, string] => [one.resumeId ?? '', one.id]),
  ]);
  const roots = new Map(ids.map((one) => [one, rootOf(up, one)]));
  const rows = await manager.findBy(Application, { id: In([...roots.values()]), companyId });
  const known = new Map(rows.map((row) => [row.id, row]));
  const found = [...roots].map(([one, root]) => [one, known.get(root)] as const);
  return new Map(found.filter((pair): pair is [string, Application] => pair[1] !== undefined));
}

function rootOf(up: Map<string, string | null>, id: string): string {
  const next = up.get(id);
  return next ? rootOf(up, next) : id;
}
