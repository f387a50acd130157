import { Injectable } from '@nestjs/common';
import type { Question } from '@zhiyu/contracts/position';
import type { EntityManager } from 'typeorm';
import { Vault } from '../platform/crypto/vault.js';
import type { Tx } from '../platform/database/database.js';
import { newId } from '../platform/time/ids.js';
import { Answer, AskedQuestion, type Interview } from './entities/interview.entity.js';
import { saidPlace, wordedPlace } from './transcripts.service.js';

export interface NewQuestion {
  kind: 'followUp' | 'supplementary';
  content: Question;
  /** In the candidate's language: why it is asked; of a person's question: who asks. */
  reason: string;
  /** Words of the candidate that it takes up; empty: none. */
  said: string;
  /** The whole question in words that fit the answer before it; empty: its content's text. */
  worded: string;
  /** The asked question whose answer it goes on with; null: it stands for itself. */
  followsId: string | null;
  byStaffId: string | null;
}

/** Questions beside the plan of an interview. */
@Injectable()
export class AddedQuestions {
  constructor(private readonly vault: Vault) {}

  /** Asked at `position`; what was to come there and after it moves on by one. */
  async insert(
    tx: Tx,
    interview: Interview,
    position: number,
    question: NewQuestion,
  ): Promise<void> {
    const { companyId, id: interviewId, applicationId } = interview;
    await this.makeRoom(tx.manager, interviewId, position);
    const { said, worded, byStaffId, ...rest } = question;
    const questionId = newId(tx.now);
    const vault = await this.vault.of(interview.personId, tx.manager);
    await tx.manager.insert(AskedQuestion, {
      id: questionId,
      companyId,
      interviewId,
      position,
      ...rest,
      said: said === '' ? null : vault.seal(saidPlace(questionId), said),
      worded: worded === '' ? null : vault.seal(wordedPlace(questionId), worded),
      askedAt: null,
    });
    const answer: Answer = {
      id: newId(tx.now),
      companyId,
      interviewId,
      questionId,
      state: 'waiting',
      thinkingEndsAt: null,
      chosenAttemptId: null,
      chosenAt: null,
    };
    await tx.manager.insert(Answer, answer);
    const ids = { applicationId, interviewId, answerId: answer.id };
    tx.emit('QuestionAdded', companyId, { ...ids, kind: question.kind, byStaffId });
  }

  /** From the last on, because no two questions of an interview stand at one place. */
  private async makeRoom(manager: EntityManager, interviewId: string, at: number): Promise<void> {
    const questions = await manager.find(AskedQuestion, {
      where: { interviewId },
      order: { position: 'DESC' },
    });
    for (const { id, position } of questions.filter((one) => one.position >= at)) {
      await manager.update(AskedQuestion, { id }, { position: position + 1 });
    }
  }
}
