import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import type { CandidateInterview } from '@zhiyu/contracts/interview';
import type { JobMap } from '@zhiyu/contracts/jobs';
import type { CandidateActor } from '../platform/auth/actor.js';
import { Database, type Tx } from '../platform/database/database.js';
import { OnJob } from '../platform/jobs/on.js';
import { Pipeline } from '../recruiting/pipeline.service.js';
import { pauseLeft } from './arrangement.rules.js';
import { Arrangements } from './arrangements.service.js';
import type { Arrangement } from './entities/arrangement.entity.js';
import { Answer, Interview } from './entities/interview.entity.js';
import { InterviewReader } from './interview-reader.js';
import { type AnswerParts, isOpen } from './interview-view.js';

/**
 * Standing still: between questions, where nothing runs, until the deadline; while thinking, within the position's
 * budget. The end of the thinking time is moved by the longest the pause can last at once and back when it ends early,
 * so that nothing has to happen at its end for the time to be right.
 */
@Injectable()
export class Pauses {
  constructor(
    private readonly database: Database,
    private readonly reader: InterviewReader,
    private readonly pipeline: Pipeline,
    private readonly arrangements: Arrangements,
  ) {}

  /** A second press changes nothing. @throws pauseUnfit in the middle of an answer, pauseUsed without budget */
  async pause(actor: CandidateActor): Promise<CandidateInterview> {
    await this.database.transaction(async (tx) => {
      const interview = await this.reader.lockOwn(tx, actor);
      if (interview.state !== 'running' || interview.deadline <= tx.now) {
        throw new AppError('interviewClosed');
      }
      await this.end(tx, interview, { onlyOver: true });
      const row = await this.arrangements.of(interview, tx.manager);
      if (row.pausedAt === null) {
        const open = (await this.reader.parts(interview.id, tx.manager)).find(isOpen);
        await this.begin(tx, interview, open);
      }
    });
    return this.reader.candidateView(actor);
  }

  async resume(actor: CandidateActor): Promise<CandidateInterview> {
    await this.database.transaction(async (tx) => {
      await this.end(tx, await this.reader.lockOwn(tx, actor));
    });
    return this.reader.candidateView(actor);
  }

  /**
   * Stops it for HR: nothing of the candidate's own budget is used, and the candidate cannot end it. An answer that runs
   * is not touched.
   */
  async hold(tx: Tx, interview: Interview, of: { until: number; by: string }): Promise<void> {
    await this.release(tx, interview);
    const open = (await this.reader.parts(interview.id, tx.manager)).find(isOpen);
    const pausedAnswerId = open?.answer.state === 'thinking' ? open.answer.id : null;
    const pauseEndsAt = Math.min(of.until, interview.deadline);
    const held = { pausedAt: tx.now, pauseEndsAt, pausedAnswerId, heldBy: of.by };
    await this.arrangements.change(tx, interview, held);
    await this.moveThinking(tx, pausedAnswerId, pauseEndsAt - tx.now);
    const { id: interviewId } = interview;
    tx.enqueue('pause.end', { interviewId, pausedAt: tx.now }, { runAt: pauseEndsAt });
  }

  /** Ends whatever pause there is, also HR's. */
  release(tx: Tx, interview: Interview): Promise<void> {
    return this.end(tx, interview, { held: true });
  }

  /**
   * Going on; nothing where it is not paused.
   * @param of `onlyOver`: only a pause whose time is over; `held`: also one that HR has asked for
   * @throws pauseHeld while HR's pause lasts
   */
  async end(
    tx: Tx,
    interview: Interview,
    of: { onlyOver?: boolean; held?: boolean } = {},
  ): Promise<void> {
    const row = await this.arrangements.of(interview, tx.manager);
    const { pausedAt, pauseEndsAt, pausedAnswerId, heldBy } = row;
    if (pausedAt === null || pauseEndsAt === null) {
      return;
    }
    const lasts = pauseEndsAt > tx.now;
    if (lasts && of.onlyOver) {
      return;
    }
    if (lasts && heldBy !== null && of.held !== true) {
      throw new AppError('pauseHeld');
    }
    const lasted = Math.min(tx.now, pauseEndsAt) - pausedAt;
    const used = ownsBudget(row) ? lasted : 0;
    const over = { pausedAt: null, pauseEndsAt: null, pausedAnswerId: null, heldBy: null };
    await this.arrangements.change(tx, interview, { ...over, pausedMs: row.pausedMs + used });
    await this.moveThinking(tx, pausedAnswerId, Math.min(0, tx.now - pauseEndsAt));
    const { id: interviewId, applicationId, companyId } = interview;
    const seconds = Math.round(lasted / 1000);
    tx.emit('InterviewResumed', companyId, { applicationId, interviewId, seconds });
  }

  @OnJob('pause.end')
  async over({ interviewId, pausedAt }: JobMap['pause.end']): Promise<void> {
    await this.database.transaction(async (tx) => {
      const found = await tx.manager.findOneByOrFail(Interview, { id: interviewId });
      await this.pipeline.lock(tx, found.applicationId);
      const row = await this.arrangements.of(found, tx.manager);
      if (row.pausedAt === pausedAt) {
        await this.end(tx, found, { onlyOver: true });
      }
    });
  }

  private async begin(tx: Tx, interview: Interview, open: AnswerParts | undefined): Promise<void> {
    if (open?.answer.state === 'answering') {
      throw new AppError('pauseUnfit');
    }
    const thinking = open?.answer.state === 'thinking' ? open.answer : null;
    const { content } = await this.reader.whose(interview.applicationId, tx.manager);
    const row = await this.arrangements.of(interview, tx.manager);
    const left = pauseLeft(row, content.plan, tx.now);
    if (thinking && left < 1000) {
      throw new AppError('pauseUsed');
    }
    const most = thinking ? tx.now + left : interview.deadline;
    const pauseEndsAt = Math.min(most, interview.deadline);
    const pausedAnswerId = thinking?.id ?? null;
    await this.arrangements.change(tx, interview, {
      ...{ pausedAt: tx.now, pauseEndsAt, pausedAnswerId },
    });
    await this.moveThinking(tx, pausedAnswerId, pauseEndsAt - tx.now);
    const { id: interviewId, applicationId, companyId } = interview;
    tx.enqueue('pause.end', { interviewId, pausedAt: tx.now }, { runAt: pauseEndsAt });
    const fact = { applicationId, interviewId, thinking: thinking !== null };
    tx.emit('InterviewPaused', companyId, fact);
  }

  private async moveThinking(tx: Tx, answerId: string | null, by: number): Promise<void> {
    const where = { id: answerId ?? '', state: 'thinking' as const };
    const answer = answerId === null ? null : await tx.manager.findOneBy(Answer, where);
    if (answer?.thinkingEndsAt && by !== 0) {
      const thinkingEndsAt = answer.thinkingEndsAt + by;
      await tx.manager.update(Answer, { id: answer.id }, { thinkingEndsAt });
    }
  }
}

/** Only a pause of the candidate's own, while thinking, uses the budget. */
function ownsBudget({ pausedAnswerId, heldBy }: Arrangement): boolean {
  return pausedAnswerId !== null && heldBy === null;
}
