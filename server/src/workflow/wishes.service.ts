import { Injectable } from '@nestjs/common';
import type {
  Accommodations,
  AccommodationKind,
  Extend,
  RemindMe,
} from '@zhiyu/contracts/arrangements';
import { AppError } from '@zhiyu/contracts/errors';
import type { CandidateInterview } from '@zhiyu/contracts/interview';
import {
  accommodationsFrom,
  accommodationsOf,
  allowancesOf,
  kindsOf,
} from '../interviews/arrangement.rules.js';
import { Arrangements } from '../interviews/arrangements.service.js';
import type { Interview } from '../interviews/entities/interview.entity.js';
import { InterviewReader } from '../interviews/interview-reader.js';
import type { CandidateActor } from '../platform/auth/actor.js';
import { Database, type Tx } from '../platform/database/database.js';
import { Requests } from '../privacy/requests.service.js';
import { InvitationCards } from './invitation-cards.js';
import { RequestFlow } from './request.flow.js';

const hourMs = 3_600_000;
const openStates = ['invited', 'consented', 'running'];

/** Later, longer, otherwise: what a candidate arranges for an interview, at once or by asking. */
@Injectable()
export class Wishes {
  constructor(
    private readonly database: Database,
    private readonly reader: InterviewReader,
    private readonly arrangements: Arrangements,
    private readonly requests: Requests,
    private readonly flow: RequestFlow,
    private readonly invitationCards: InvitationCards,
  ) {}

  /** Another choice takes the place of the one before. @throws invalidInput for a time that is over or after the deadline */
  async remindMe(actor: CandidateActor, { at }: RemindMe): Promise<CandidateInterview> {
    await this.database.transaction(async (tx) => {
      const interview = await this.openOne(tx, actor);
      if (at <= tx.now || at >= interview.deadline) {
        throw new AppError('invalidInput', {}, [{ path: 'at', message: 'deadline' }]);
      }
      await this.arrangements.change(tx, interview, { remindAt: at });
      const { id: interviewId, applicationId, companyId } = interview;
      tx.enqueue('invitation.remind', { interviewId, chosenAt: at }, { runAt: at });
      await this.invitationCards.showAgain(tx, interview, at);
      tx.emit('ReminderChosen', companyId, { applicationId, interviewId, remindAt: at });
    });
    return this.reader.candidateView(actor);
  }

  /** Once, and as far as the position allows, by oneself; otherwise HR is asked, also after it ran out. */
  async extend(actor: CandidateActor, { days }: Extend): Promise<CandidateInterview> {
    await this.database.transaction(async (tx) => {
      const interview = await this.reader.lockOwn(tx, actor);
      if (![...openStates, 'expired'].includes(interview.state)) {
        throw new AppError('interviewClosed');
      }
      const whose = await this.reader.whose(actor.applicationId, tx.manager);
      const arranged = await this.arrangements.of(interview, tx.manager);
      const { extendDays } = allowancesOf(whose.content.plan);
      const open = interview.state !== 'expired' && interview.deadline > tx.now;
      if (open && arranged.extendedAt === null && days <= extendDays) {
        await this.arrangements.extend(tx, interview, { days, by: null });
        await this.invitationCards.showAgain(tx, interview, null);
        return;
      }
      if ((await this.requests.open(tx, actor.applicationId, 'extension')) === null) {
        const asked = { kind: 'extension' as const, days, deadline: interview.deadline };
        const dueAt = tx.now + whose.content.plan.answerHours * hourMs;
        await this.flow.ask(tx, whose, { asked, dueAt, text: '' });
      }
    });
    return this.reader.candidateView(actor);
  }

  /** What the position grants counts at once; HR is asked for the rest. What is not wanted any more ends. */
  async accommodate(actor: CandidateActor, wanted: Accommodations): Promise<CandidateInterview> {
    await this.database.transaction(async (tx) => {
      const interview = await this.openOne(tx, actor);
      const whose = await this.reader.whose(actor.applicationId, tx.manager);
      const allowed: readonly AccommodationKind[] = allowancesOf(whose.content.plan).accommodations;
      const has = kindsOf(accommodationsOf(await this.arrangements.of(interview, tx.manager)));
      const { now, rest } = shared(kindsOf(wanted), [...allowed, ...has]);
      await this.arrangements.set(tx, interview, accommodationsFrom(now), null);
      const asked = await this.requests.open(tx, actor.applicationId, 'accommodation');
      if (rest.length > 0 && asked === null) {
        const dueAt = tx.now + whose.content.plan.answerHours * hourMs;
        const wish = { kind: 'accommodation' as const, kinds: rest };
        await this.flow.ask(tx, whose, { asked: wish, dueAt, text: '' });
      }
    });
    return this.reader.candidateView(actor);
  }

  private async openOne(tx: Tx, actor: CandidateActor): Promise<Interview> {
    const interview = await this.reader.lockOwn(tx, actor);
    if (!openStates.includes(interview.state) || interview.deadline <= tx.now) {
      throw new AppError('interviewClosed');
    }
    return interview;
  }
}

/** What counts now and what HR is asked for; while twice the time is asked for, the smaller factor counts already. */
function shared(kinds: AccommodationKind[], granted: readonly AccommodationKind[]) {
  const rest = kinds.filter((kind) => !granted.includes(kind));
  const now = kinds.filter((kind) => granted.includes(kind));
  const meanwhile = rest.includes('time2') && granted.includes('time15');
  return { now: meanwhile ? [...now, 'time15' as const] : now, rest };
}
