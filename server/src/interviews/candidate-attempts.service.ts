import { setTimeout } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import type {
  BeginAttempt,
  BegunAttempt,
  CandidateInterview,
  ChooseAttempt,
  FinishAttempt,
  WriteTranscript,
} from '@zhiyu/contracts/interview';
import type { Segment } from '@zhiyu/contracts/scoring';
import { IsNull } from 'typeorm';
import type { CandidateActor } from '../platform/auth/actor.js';
import { Database, type Tx } from '../platform/database/database.js';
import { graceMs, isHere, isLate, limitOf, runsElsewhere, wasInTime } from './answer-time.js';
import { mayAnswerBy } from './arrangement.rules.js';
import { Arrangements } from './arrangements.service.js';
import { AttemptEnd } from './attempt-end.service.js';
import { AttemptStart } from './attempt-start.service.js';
import { Drafts } from './coding/drafts.service.js';
import { Answer, AttemptRow, type Interview } from './entities/interview.entity.js';
import { InterviewReader } from './interview-reader.js';
import { type AnswerParts, isOpen, wordsOf, wordsOpen } from './interview-view.js';
import { Pauses } from './pauses.service.js';
import { decisionMs, NextQuestion } from './next-question.js';
import { type NewTranscript, Transcripts } from './transcripts.service.js';

/** An attempt of the candidate who asks. */
interface Own {
  part: AnswerParts;
  attempt: AttemptRow;
  interview: Interview;
  actor: CandidateActor;
}

/** One typed text as a transcript: words without times. */
export function typedSegments(text: string): Segment[] {
  return [{ text: text.trim(), from: null, to: null, confidence: null }];
}

/** Recording, finishing, wording and choosing the attempts of an answer. Every step may be repeated. */
@Injectable()
export class CandidateAttempts {
  constructor(
    private readonly database: Database,
    private readonly reader: InterviewReader,
    private readonly start: AttemptStart,
    private readonly ends: AttemptEnd,
    private readonly transcripts: Transcripts,
    private readonly arrangements: Arrangements,
    private readonly pauses: Pauses,
    private readonly nextQuestion: NextQuestion,
    private readonly drafts: Drafts,
  ) {}

  /** The page asks: the device is reached, so an answer whose time is over must come now. */
  async look(actor: CandidateActor): Promise<CandidateInterview> {
    const view = await this.reader.candidateView(actor);
    const { current, serverNow } = view;
    if (current && (current.answerEndsAt ?? serverNow) + graceMs < serverNow) {
      await this.database.transaction(async (tx) => {
        const parts = await this.reader.parts(view.interviewId, tx.manager);
        const open = parts.find(isOpen)?.attempts.filter((one) => isHere(one, actor)) ?? [];
        for (const attempt of open) {
          await this.heard(tx, attempt);
        }
      });
    }
    return view;
  }

  /** The answer time begins; the server says when it ends and where the slices go. */
  async begin(actor: CandidateActor, input: BeginAttempt): Promise<BegunAttempt> {
    return this.database.transaction(async (tx) => {
      const interview = await this.reader.lockOwn(tx, actor);
      if (interview.state !== 'running') {
        throw new AppError('interviewClosed');
      }
      const arranged = await this.arrangements.of(interview, tx.manager);
      if (!mayAnswerBy(arranged, input.mode)) {
        throw new AppError('notAllowed');
      }
      await this.pauses.end(tx, interview);
      const { content } = await this.reader.whose(actor.applicationId, tx.manager);
      const parts = await this.reader.parts(interview.id, tx.manager);
      const part = parts.find((one) => one.answer.id === input.answerId);
      if (!part || !isOpen(part)) {
        throw new AppError('questionNotOpen');
      }
      const { reRecordings } = content.plan;
      return this.start.begin(tx, { actor, interview, part, reRecordings }, input);
    });
  }

  /**
   * Done answering: what was acknowledged is the answer. A text that comes too late is cut to what had been kept of it
   * in time.
   */
  async finish(actor: CandidateActor, input: FinishAttempt): Promise<CandidateInterview> {
    const taken = await this.database.transaction(async (tx) => {
      const own = await this.ownAttempt(tx, actor, input.attemptId);
      if (own.attempt.state === 'finished') {
        return true;
      }
      if (runsElsewhere(own.attempt, actor, tx.now)) {
        throw new AppError('recordedElsewhere');
      }
      const text = isProgram(own.part)
        ? await this.programInTime(tx, own.attempt, input)
        : await this.textInTime(tx, own.attempt, input);
      if (text === null) {
        await this.heard(tx, own.attempt);
        return false;
      }
      await this.end(tx, { ...own, actor }, { ...input, text });
      return true;
    });
    if (!taken) {
      throw new AppError('answerTooLate');
    }
    return this.reader.candidateView(actor);
  }

  /**
   * The words of an attempt, written or corrected by the candidate; both versions are kept. While a text is being
   * written they are what counts if no more comes; its time over, they stay.
   */
  async write(actor: CandidateActor, input: WriteTranscript): Promise<CandidateInterview> {
    const taken = await this.database.transaction(async (tx) => {
      const own = await this.ownAttempt(tx, actor, input.attemptId);
      const { attempt, interview } = own;
      const { answer } = own.part;
      if (isProgram(own.part)) {
        throw new AppError('interviewClosed');
      }
      if (attempt.mode === 'text' && answer.state !== 'done' && isLate(attempt, tx.now)) {
        await this.heard(tx, attempt);
        return false;
      }
      const { application } = await this.reader.whose(actor.applicationId, tx.manager);
      if (!wordsOpen({ attempt, answer, interview, application, now: tx.now })) {
        throw new AppError('interviewClosed');
      }
      if (attempt.mode === 'text' && attempt.state === 'recording') {
        await this.keepDraft(tx, attempt, { actor, text: input.text });
      } else {
        await this.writeWords(tx, { ...own, actor }, input.text);
      }
      return true;
    });
    if (!taken) {
      throw new AppError('answerTooLate');
    }
    return this.reader.candidateView(actor);
  }

  /** Use this one: the answer is given. What comes after it is decided at once, or the plan goes on. */
  async choose(actor: CandidateActor, input: ChooseAttempt): Promise<CandidateInterview> {
    const interviewId = await this.take(actor, input);
    if (interviewId !== null) {
      const late = setTimeout(decisionMs, undefined, { ref: false });
      await Promise.race([this.nextQuestion.after(interviewId, input.answerId), late]);
    }
    return this.reader.candidateView(actor);
  }

  /** @returns null when it had been chosen before */
  private async take(actor: CandidateActor, input: ChooseAttempt): Promise<string | null> {
    return this.database.transaction(async (tx) => {
      const { part, attempt, interview } = await this.ownAttempt(tx, actor, input.attemptId);
      if (part.answer.id !== input.answerId || attempt.state !== 'finished') {
        throw new AppError('questionNotOpen');
      }
      if (part.answer.chosenAttemptId === attempt.id) {
        return null;
      }
      if (interview.state !== 'running' || part.answer.state === 'done') {
        throw new AppError('interviewClosed');
      }
      await tx.manager.update(
        Answer,
        { id: part.answer.id },
        { state: 'done', chosenAttemptId: attempt.id, chosenAt: tx.now },
      );
      const { companyId, applicationId, id: interviewId } = interview;
      const payload = {
        applicationId,
        interviewId,
        answerId: part.answer.id,
        attemptId: attempt.id,
      };
      tx.emit('AnswerRecorded', companyId, payload);
      return interviewId;
    });
  }

  private async ownAttempt(
    tx: Tx,
    actor: CandidateActor,
    attemptId: string,
  ): Promise<Omit<Own, 'actor'>> {
    const interview = await this.reader.lockOwn(tx, actor);
    const parts = await this.reader.parts(interview.id, tx.manager);
    for (const part of parts) {
      const attempt = part.attempts.find((one) => one.id === attemptId);
      if (attempt) {
        return { part, attempt, interview };
      }
    }
    throw new AppError('notFound');
  }

  /** What counts of a typed answer; null: nothing of it came in time. Speech has no text. */
  private async textInTime(
    tx: Tx,
    attempt: AttemptRow,
    input: FinishAttempt,
  ): Promise<string | null> {
    const late = attempt.mode === 'text' && isLate(attempt, tx.now);
    if (!late || wasInTime(attempt, input, tx.now)) {
      return input.text;
    }
    const kept = await this.transcripts.of([attempt.id], tx.manager);
    return wordsOf(kept.get(attempt.id));
  }

  /** A program that comes late is what was kept of it in time; nothing at all is an empty answer. */
  private async programInTime(tx: Tx, attempt: AttemptRow, input: FinishAttempt): Promise<string> {
    const inTime = !isLate(attempt, tx.now) || wasInTime(attempt, input, tx.now);
    if (inTime && input.program) {
      await this.drafts.putLast(tx, attempt, input.program);
    }
    return (await this.drafts.current(attempt.id, tx.manager))?.source ?? '';
  }

  private async end(tx: Tx, own: Own, input: FinishAttempt): Promise<void> {
    const { part, attempt, interview } = own;
    const { applicationId } = interview;
    const longest = limitOf(part.question, attempt.mode) + graceMs;
    const seconds = Math.min(input.durationMs, longest) / 1000;
    const { offline, pasted } = input;
    await this.ends.end(tx, attempt, { applicationId, seconds, offline, pasted });
    const goesOn = part.attempts.some(
      (one) => !isHere(one, own.actor) && one.state === 'recording' && one.endsAt > tx.now,
    );
    if (!goesOn) {
      // An answer that was given stays given, whatever arrives late.
      const open = { id: part.answer.id, state: 'answering' as const };
      await tx.manager.update(Answer, open, { state: 'reviewing' });
    }
    if (attempt.mode === 'text') {
      await this.transcripts.dropDrafts(tx, attempt.id);
      await this.writeWords(tx, own, input.text);
    }
  }

  /** The device was reached after the end of the answer's time: what it still has must come soon. */
  private async heard(tx: Tx, { id, endsAt }: AttemptRow): Promise<void> {
    if (tx.now > endsAt + graceMs) {
      const unheard = { id, state: 'recording' as const, heardAt: IsNull() };
      await tx.manager.update(AttemptRow, unheard, { heardAt: tx.now });
    }
  }

  private async keepDraft(
    tx: Tx,
    attempt: AttemptRow,
    of: { actor: CandidateActor; text: string },
  ): Promise<void> {
    await this.transcripts.dropDrafts(tx, attempt.id);
    await this.transcripts.write(tx, typedWords(attempt, of.actor, of.text));
  }

  private async writeWords(tx: Tx, own: Own, text: string): Promise<void> {
    const { attempt, interview, part, actor } = own;
    await this.transcripts.write(tx, typedWords(attempt, actor, text));
    const { companyId, applicationId, id: interviewId } = interview;
    const ids = { applicationId, interviewId, answerId: part.answer.id, attemptId: attempt.id };
    tx.emit('AnswerTranscribed', companyId, { ...ids, origin: 'candidate' });
  }
}

function isProgram({ question }: AnswerParts): boolean {
  return question.content.kind === 'coding';
}

function typedWords(attempt: AttemptRow, actor: CandidateActor, text: string): NewTranscript {
  const by = { origin: 'candidate' as const, engine: null, locale: actor.locale, writtenBy: null };
  return { attempt, ...by, segments: typedSegments(text) };
}
