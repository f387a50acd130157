import type { Tour, TourStep } from '@zhiyu/contracts/tour';
import type { EntityManager } from 'typeorm';
import { Answer, AskedQuestion, Interview } from '../../interviews/entities/interview.entity.js';
import { CardRow, Delivery } from '../../notify/card.entity.js';
import { EventRow } from '../../platform/events/event.entity.js';
import { Application, Decision, PromiseRow } from '../../recruiting/entities/application.entity.js';
import { ReportRow } from '../../scoring/report.entity.js';

type Step = Tour['steps'][number];
type Facts = Step['facts'];

const step = (name: TourStep, doneAt: number | null, facts: Facts = {}): Step => ({
  ...{ name, doneAt, facts },
});
/** Nothing of it yet. */
export const noSteps = (names: readonly TourStep[]): Step[] =>
  names.map((name) => step(name, null));

async function answered(manager: EntityManager, interview: Interview): Promise<Step> {
  const where = { interviewId: interview.id };
  const answers = await manager.findBy(Answer, where);
  const asked = await manager.countBy(AskedQuestion, where);
  const given = answers.filter(({ state }) => state === 'done').length;
  return step('answer', interview.finishedAt, { given, asked });
}

async function scored(manager: EntityManager, application: Application): Promise<Step[]> {
  const report = await manager.findOne(ReportRow, {
    where: { applicationId: application.id },
    order: { createdAt: 'DESC' },
  });
  const at = report?.createdAt ?? null;
  const { total, standardError, verdict } = application;
  const score: Facts =
    total === null ? {} : { total, error: standardError ?? 0, verdict: verdict ?? 'unknown' };
  return [
    step('score', at, score),
    step('file', at, at === null ? {} : { stage: application.stage }),
  ];
}

async function carded(manager: EntityManager, applicationId: string): Promise<Step> {
  const card = await manager.findOneBy(CardRow, { applicationId, kind: 'approval' });
  const people = card ? await manager.countBy(Delivery, { cardId: card.id }) : 0;
  return step('card', card?.createdAt ?? null, card ? { people, version: card.version } : {});
}

async function decided(manager: EntityManager, application: Application): Promise<Step[]> {
  const { id: applicationId, companyId } = application;
  // The machine’s yes to the screening is no decision of a person.
  const rows = await manager.find(Decision, { where: { applicationId }, order: { at: 'DESC' } });
  const decision = rows.find(({ decidedBy }) => decidedBy !== null);
  const events = await manager.findBy(EventRow, { companyId, subjectId: applicationId });
  const told = events.find(({ name }) => name === 'ResultSent');
  const kept = await manager.countBy(PromiseRow, { applicationId, state: 'kept' });
  const facts: Facts = { events: events.length, kept };
  return [
    step('decision', decision?.at ?? null, decision ? { kind: decision.kind } : {}),
    step('archive', told?.at ?? null, told ? facts : {}),
  ];
}

/** Every step as the rows of this application say it. */
export async function stepsOfRows(
  manager: EntityManager,
  applicationId: string,
): Promise<{ steps: Step[]; interviewId: string | null }> {
  const application = await manager.findOneByOrFail(Application, { id: applicationId });
  const interview = await manager.findOneBy(Interview, { applicationId, kind: 'ai' });
  const steps = [
    step('apply', application.createdAt, { source: application.source }),
    step('invite', interview?.createdAt ?? null),
    interview ? await answered(manager, interview) : step('answer', null),
    ...(await scored(manager, application)),
    await carded(manager, applicationId),
    ...(await decided(manager, application)),
  ];
  return { steps, interviewId: interview?.id ?? null };
}
