import { setTimeout as sleep } from 'node:timers/promises';
import { CardRow, Press } from '@zhiyu/server/notify/card.entity';
import { EventRow } from '@zhiyu/server/platform/events/event.entity';
import { Job } from '@zhiyu/server/platform/jobs/job.entity';
import { AuditLog } from '@zhiyu/server/privacy/audit.service';
import { Decision } from '@zhiyu/server/recruiting/entities/application.entity';
import { In } from 'typeorm';
import type { TestApp } from '../harness/app.js';

const waitMs = 120_000;

/** What the database says after the presses: every number is counted there, none by the load. */
export interface PressCheck {
  /** Cards with at least one press that counted. */
  decidedCards: number;
  /** Presses that counted. */
  effectivePresses: number;
  decisions: number;
  /** Applications that were decided. */
  decidedApplications: number;
  decisionEvents: number;
  /** Decisions after which the candidate hears (pass, reject), and the letters that were written. */
  toTell: number;
  letters: number;
  presses: number;
  /** First line of the audit log that does not fit; null when the chain holds. */
  auditBrokenAt: number | null;
  /** How long after the last press the last letter was written. */
  lettersAfterMs: number;
}

/** Letters, and messages that change, follow the decisions by jobs: waits until all are done. @returns how long that took, ms. */
async function followed({ database }: TestApp, name: string): Promise<number> {
  const from = Date.now();
  while (await database.read(Job).existsBy({ name, state: In(['ready', 'leased']) })) {
    if (Date.now() - from > waitMs) {
      break;
    }
    await sleep(20);
  }
  return Date.now() - from;
}

/** The counts of one company's cards. */
export async function checkPresses(app: TestApp, companyId: string): Promise<PressCheck> {
  const { database } = app;
  const lettersAfterMs = await followed(app, 'result.tell');
  await followed(app, 'card.deliver');
  const presses = await database.read(Press).findBy({ companyId });
  const effective = presses.filter((press) => press.effective);
  const decisions = await database.read(Decision).findBy({ companyId });
  const told = decisions.filter(({ kind }) => kind === 'pass' || kind === 'reject');
  const letters = await database
    .read(CardRow)
    .createQueryBuilder('card')
    .where('card.companyId = :companyId', { companyId })
    .andWhere('card.kind IN (:...kinds)', { kinds: ['result', 'thanks'] })
    .getCount();
  return {
    decidedCards: new Set(effective.map((press) => press.cardId)).size,
    effectivePresses: effective.length,
    decisions: decisions.length,
    decidedApplications: new Set(decisions.map((decision) => decision.applicationId)).size,
    decisionEvents: await database.read(EventRow).countBy({ companyId, name: 'DecisionMade' }),
    toTell: told.length,
    letters,
    presses: presses.length,
    lettersAfterMs,
    auditBrokenAt: await app.get(AuditLog).verify(),
  };
}
