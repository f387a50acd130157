import { Injectable } from '@nestjs/common';
import { textIn } from '@zhiyu/contracts/basics';
import { poolMonths } from '@zhiyu/contracts/talent-pool';
import { roundIn, type RoundStage, usualMinutes } from '@zhiyu/contracts/round-values';
import type { Report } from '@zhiyu/contracts/scoring';
import type { Whose } from '../interviews/interview-reader.js';
import { lastRoundCard, resultCard } from '../notify/cards/result.card.js';
import { thanksCard } from '../notify/cards/thanks.card.js';
import { Cards } from '../notify/cards.service.js';
import type { Tx } from '../platform/database/database.js';
import { rawPaths } from '@zhiyu/contracts/routes';
import { Pipeline } from '../recruiting/pipeline.service.js';
import { Audience } from './audience.js';
import { pointsOf } from './letter.js';
import { MeetingPlans } from './meetings/meeting-plans.service.js';
import { pages } from './pages.js';
import { Wordings } from './wordings.js';

const hourMs = 3_600_000;

const passTopic = (applicationId: string, round: number) => `result:${applicationId}:${round}`;
const thanksTopic = (applicationId: string, round: number) => `thanks:${applicationId}:${round}`;

export interface Result {
  whose: Whose;
  deciderName: string;
  report: Report | null;
  round: number;
  /** The round with people that a pass leads to; null: it was the last. */
  next: RoundStage | null;
}

/** Tells the candidate: the next round with time and place, or a letter that helps. */
@Injectable()
export class Results {
  constructor(
    private readonly cards: Cards,
    private readonly audience: Audience,
    private readonly meetings: MeetingPlans,
    private readonly pipeline: Pipeline,
    private readonly wordings: Wordings,
  ) {}

  /** Whether the candidate has heard of this round's decision. */
  async told(tx: Tx, applicationId: string, round: number): Promise<boolean> {
    const topics = [passTopic(applicationId, round), thanksTopic(applicationId, round)];
    return this.cards.sent(tx, topics);
  }

  /** The next round on the working day and hour that the position's plan says, or the first free time after it. */
  async passed(tx: Tx, result: Result, taken: ReadonlySet<number>): Promise<void> {
    const { whose, round, next: stage } = result;
    if (stage === null) {
      return this.passedLast(tx, result);
    }
    const { application, content, locale } = whose;
    const { name, place, contact, minutes = usualMinutes } = roundIn(content, stage);
    const meeting = await this.meetings.make(tx, whose, { stage, taken });
    const online = stage === 'hrInterview';
    const startsAt = meeting.startsAt ?? tx.now;
    await this.send(tx, result, {
      kind: 'result',
      topic: passTopic(application.id, round),
      content: resultCard({
        locale,
        candidateName: whose.candidateName,
        positionName: textIn(content.name, locale),
        now: tx.now,
        deciderName: result.deciderName || whose.companyName,
        praise: '',
        passed: online ? null : textIn(content.nextRound.name, locale),
        next: {
          name: textIn(name, locale),
          at: startsAt,
          agreeBy: startsAt,
          minutes,
          place,
          contactName: contact,
          contactPhone: null,
          calendarHref: `${rawPaths.calendar}/${meeting.id}.ics`,
        },
        statusHref: pages.status,
      }),
      // The company's own words speak of the online interview.
      wording: online
        ? await this.wordings.of(tx, whose, {
            ...{ kind: 'result', contact, decider: result.deciderName },
          })
        : undefined,
    });
    tx.emit('ResultSent', application.companyId, {
      applicationId: application.id,
      outcome: 'passed',
    });
  }

  /** Who will be in touch after the last round. */
  private async passedLast(tx: Tx, result: Result): Promise<void> {
    const { whose, round } = result;
    const { application, content, locale } = whose;
    const last = roundIn(content, 'final');
    await this.send(tx, result, {
      kind: 'result',
      topic: passTopic(application.id, round),
      content: lastRoundCard({
        ...{ locale, candidateName: whose.candidateName, statusHref: pages.status },
        positionName: textIn(content.name, locale),
        deciderName: result.deciderName || whose.companyName,
        passed: textIn(last.name, locale),
        contactName: last.contact || whose.contactName,
      }),
    });
    tx.emit('ResultSent', application.companyId, {
      applicationId: application.id,
      outcome: 'passed',
    });
  }

  async notSelected(tx: Tx, result: Result): Promise<void> {
    const { whose, report, round } = result;
    const { application, content, locale } = whose;
    await this.send(tx, result, {
      kind: 'thanks',
      topic: thanksTopic(application.id, round),
      content: thanksCard({
        locale,
        candidateName: whose.candidateName,
        companyName: whose.companyName,
        positionName: textIn(content.name, locale),
        now: tx.now,
        deciderName: result.deciderName || whose.companyName,
        interviewed: report !== null,
        ...pointsOf(report),
        checkedBy: null,
        poolMonths,
        letterHref: pages.status,
      }),
      wording: await this.wordings.of(tx, whose, {
        ...{ kind: 'thanks', decider: result.deciderName, applied: report === null },
      }),
    });
    tx.emit('ResultSent', application.companyId, {
      applicationId: application.id,
      outcome: 'notSelected',
    });
  }

  /** A dated word: who answers by when. */
  async promise(tx: Tx, whose: Whose): Promise<number> {
    const dueAt = tx.now + whose.content.plan.answerHours * hourMs;
    const made = { kind: 'answerInterview' as const, dueAt, byStaffId: whose.position.ownerId };
    await this.pipeline.promise(tx, whose.application, made);
    return dueAt;
  }

  private async send(
    tx: Tx,
    result: Result,
    card: Pick<Parameters<Cards['send']>[1], 'kind' | 'topic' | 'content' | 'wording'>,
  ): Promise<void> {
    const { application } = result.whose;
    const { companyId, id: applicationId, personId } = application;
    const recipients = this.audience.candidate(result.whose);
    await this.cards.send(tx, { ...card, companyId, applicationId, personId, recipients });
  }
}
