import { Injectable, type OnModuleInit } from '@nestjs/common';
import { textIn } from '@zhiyu/contracts/basics';
import { mostCardsADay } from '@zhiyu/contracts/calibration-limits';
import { AppError } from '@zhiyu/contracts/errors';
import type { JobMap } from '@zhiyu/contracts/jobs';
import { CardActions, type CardPress, type PressOutcome } from '../notify/card-actions.js';
import { contentOf } from '../notify/card-content.js';
import { gradeCard, gradeDone } from '../notify/cards/grade.card.js';
import { Cards } from '../notify/cards.service.js';
import { Database, type Tx } from '../platform/database/database.js';
import { OnJob } from '../platform/jobs/on.js';
import { Schedules } from '../platform/jobs/schedules.js';
import type { GradeCardsRow } from '../scoring/grading/calibration.entity.js';
import { type AnswerToGrade, Calibrations } from '../scoring/grading/calibrations.service.js';
import { GradeCardOrders } from '../scoring/grading/grade-card-orders.service.js';
import { shanghaiDay } from '../platform/time/shanghai.js';
import { groundOf } from '../staff/rights.js';
import { SignIn } from '../staff/sign-in.service.js';
import { staffLanguageOf } from '../staff/staff-language.js';
import { pages } from './pages.js';
import { Receivers } from './receivers.js';

const topicOf = (graded: string, staffId: string) => `grade:${staffId}:${graded}`;

/** Answers to grade as cards: to those who asked, a few a day, and none while as many wait unanswered. */
@Injectable()
export class GradeCardsFlow implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly schedules: Schedules,
    private readonly orders: GradeCardOrders,
    private readonly calibrations: Calibrations,
    private readonly receivers: Receivers,
    private readonly cards: Cards,
    private readonly actions: CardActions,
    private readonly signIn: SignIn,
  ) {}

  onModuleInit(): void {
    this.actions.on('grade', (tx, press) => this.pressed(tx, press));
    const expression = '0 10 * * *';
    this.schedules.add({ job: 'grade.daily', expression, payload: (due) => ({ due }) });
  }

  @OnJob('grade.daily')
  async daily({ due }: JobMap['grade.daily']): Promise<void> {
    const day = shanghaiDay(due);
    for (const [staffId, wishes] of await this.orders.byPerson(day)) {
      const actor = await this.receivers.actor(staffId);
      if (actor && groundOf(actor, 'calibration.grade') !== null) {
        for (const wish of wishes) {
          await this.bring(wish, day);
        }
      }
    }
  }

  /** As many as were asked for, and never more than five open ones beside each other. */
  private async bring(wish: GradeCardsRow, day: string): Promise<void> {
    const { staffId, companyId, aDay } = wish;
    const waiting = { companyId, begins: topicOf('', staffId) };
    const open = await this.cards.openOf(this.database.dataSource.manager, 'grade', waiting);
    const known = new Set(open.map(({ row }) => row.topic));
    const left = await this.orders.left(wish);
    const next = left
      .filter(({ row }) => !known.has(topicOf(row.id, staffId)))
      .slice(0, Math.max(0, Math.min(aDay, mostCardsADay - open.length)));
    await this.database.transaction(async (tx) => {
      await this.orders.sent(tx, wish, day);
      for (const answer of next) {
        await this.send(tx, staffId, answer);
      }
    });
  }

  private async send(tx: Tx, staffId: string, answer: AnswerToGrade): Promise<void> {
    const { row, words, calibration } = answer;
    const { question, dimensionName, id, companyId } = calibration;
    const locale = await staffLanguageOf(tx.manager, companyId);
    await this.cards.send(tx, {
      ...{ kind: 'grade', topic: topicOf(row.id, staffId), companyId },
      // No application: the card must not lead to a name. The key is the candidate's: erased with the person.
      ...{ applicationId: null, personId: row.personId },
      recipients: [{ kind: 'staff', id: staffId }],
      content: gradeCard({
        locale,
        question: textIn(question.text, locale),
        dimension: textIn(dimensionName, locale),
        words,
        anchors: question.anchors.map(({ level, text }) => ({ level, text: textIn(text, locale) })),
        href: pages.calibration(id),
      }),
    });
  }

  private async pressed(tx: Tx, { card, row, action }: CardPress): Promise<PressOutcome> {
    const actor = await this.signIn.actorOfPress(action.actor.id, tx.manager);
    if (!actor || groundOf(actor, 'calibration.grade') === null) {
      throw new AppError('notAllowed');
    }
    const level = action.action === 'skip' ? null : Number(action.value);
    if (level !== null && ![1, 2, 3, 4, 5].includes(level)) {
      throw new AppError('invalidInput', {}, [{ path: 'value', message: 'level' }]);
    }
    const graded = row.topic.split(':')[2] ?? '';
    const value = level === null ? null : (level - 1) * 25;
    await this.calibrations.give(tx, { graded, grader: actor.id, value, way: 'card' });
    const content = gradeDone(contentOf(card), { byName: actor.name, level, at: tx.now });
    return { effective: true, message: '', content, state: 'done' };
  }
}
