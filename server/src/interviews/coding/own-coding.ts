import { Injectable } from '@nestjs/common';
import type { Coding } from '@zhiyu/contracts/coding';
import { AppError } from '@zhiyu/contracts/errors';
import type { ProgramLanguage } from '@zhiyu/contracts/judge';
import type { Problem } from '@zhiyu/contracts/problem';
import type { EntityManager } from 'typeorm';
import type { CandidateActor } from '../../platform/auth/actor.js';
import type { Tx } from '../../platform/database/database.js';
import { ProblemBank } from '../../recruiting/problem-seeds.js';
import { isHere, isLate } from '../answer-time.js';
import type { AttemptRow, Interview } from '../entities/interview.entity.js';
import { InterviewReader } from '../interview-reader.js';
import { type AnswerParts, isOpen } from '../interview-view.js';

/** A programming question of the candidate who asks. */
export interface OwnCoding {
  interview: Interview;
  part: AnswerParts;
  coding: Coding;
  problem: Problem;
}

/** The candidate's own programming questions, while they are open. */
@Injectable()
export class OwnCodings {
  constructor(
    private readonly reader: InterviewReader,
    private readonly problems: ProblemBank,
  ) {}

  /** @throws notFound, questionNotOpen: nobody reads a problem before it is asked */
  async open(actor: CandidateActor, answerId: string): Promise<OwnCoding> {
    const interview = await this.reader.own(actor);
    const parts = await this.reader.parts(interview.id);
    const own = this.of(
      interview,
      parts.find(({ answer }) => answer.id === answerId),
    );
    if (interview.state !== 'running' || !isOpen(own.part)) {
      throw new AppError('questionNotOpen');
    }
    return own;
  }

  /** An attempt that is being written on this device. @throws answerTooLate, recordedElsewhere */
  async writing(
    tx: Tx,
    actor: CandidateActor,
    attemptId: string,
  ): Promise<OwnCoding & { attempt: AttemptRow }> {
    const interview = await this.reader.lockOwn(tx, actor);
    return this.attemptOf({ actor, attemptId, interview, now: tx.now }, tx.manager);
  }

  async attemptOf(
    of: { actor: CandidateActor; attemptId: string; interview: Interview; now: number },
    manager?: EntityManager,
  ): Promise<OwnCoding & { attempt: AttemptRow }> {
    const { actor, attemptId, interview, now } = of;
    const parts = await this.reader.parts(interview.id, manager);
    const part = parts.find((one) => one.attempts.some(({ id }) => id === attemptId));
    const own = this.of(interview, part);
    const attempt = own.part.attempts.find(({ id }) => id === attemptId);
    if (!attempt || interview.state !== 'running' || attempt.state !== 'recording') {
      throw new AppError('questionNotOpen');
    }
    if (!isHere(attempt, actor)) {
      throw new AppError('recordedElsewhere');
    }
    if (isLate(attempt, now)) {
      throw new AppError('answerTooLate');
    }
    return { ...own, attempt };
  }

  private of(interview: Interview, part: AnswerParts | undefined): OwnCoding {
    const coding = part?.question.content.coding;
    const problem = coding ? this.problems.find(coding.problem) : undefined;
    if (!part || !coding || !problem) {
      throw new AppError('notFound');
    }
    return { interview, part, coding, problem };
  }
}

/** @throws invalidInput for a language that the question does not offer */
export function refuseOther(coding: Coding, language: ProgramLanguage): void {
  if (!coding.languages.includes(language)) {
    throw new AppError('invalidInput', {}, [{ path: 'language', message: language }]);
  }
}
