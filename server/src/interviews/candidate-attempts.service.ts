import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import type {
  AnswerMode,
  BeginAttempt,
  BegunAttempt,
  CandidateInterview,
  ChooseAttempt,
  FinishAttempt,
  WriteTranscript,
} from '@zhiyu/contracts/interview';
import type { Segment } from '@zhiyu/contracts/scoring';
import type { CandidateActor } from '../platform/auth/actor.js';
import { Database, type Tx } from '../platform/database/database.js';
import { Speech } from '../platform/speech/speech.js';
import { newId } from '../platform/time/ids.js';
import { type ConsentState, Consents } from '../privacy/consents.service.js';
import { AttemptTracks } from './attempt-tracks.service.js';
import { Answer, AttemptRow, type Interview } from './entities/interview.entity.js';
import { InterviewReader, type Whose } from './interview-reader.js';
import { type AnswerParts, attemptsLeft, isOpen, wordsOpen } from './interview-view.js';
import { Transcripts } from './transcripts.service.js';

/** The server takes an answer this much after its end: the last slice and a slow network. */
const graceMs = 5_000;
/** An answer finished without a network is taken by the device's clock, this long after its end. */
const offlineMs = 24 * 3_600_000;

interface Running {
  interview: Interview;
  whose: Whose;
  parts: AnswerParts[];
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
    private readonly consents: Consents,
    private readonly tracks: AttemptTracks,
    private readonly transcripts: Transcripts,
    private readonly speech: Speech,
  ) {}

  /** The answer time begins; the server says when it ends and where the slices go. */
  async begin(actor: CandidateActor, input: BeginAttempt): Promise<BegunAttempt> {
    return this.database.transaction(async (tx) => {
      const { interview, whose, parts } = await this.running(tx, actor);
      const part = parts.find((one) => one.answer.id === input.answerId);
      if (!part || !isOpen(part)) {
        throw new AppError('questionNotOpen');
      }
      const going = part.attempts.find(
        (one) => one.state === 'recording' && one.mode === input.mode && one.endsAt > tx.now,
      );
      const attempt =
        going ?? (await this.newAttempt(tx, { part, whose, mode: input.mode, interview }));
      const tracks = going
        ? await this.tracks.of(tx, attempt)
        : await this.tracks.open(tx, attempt, input);
      return { attemptId: attempt.id, serverNow: tx.now, endsAt: attempt.endsAt, ...tracks };
    });
  }

  /** Done answering: what was acknowledged is the answer. */
  async finish(actor: CandidateActor, input: FinishAttempt): Promise<CandidateInterview> {
    await this.database.transaction(async (tx) => {
      const { part, attempt, interview } = await this.ownAttempt(tx, actor, input.attemptId);
      if (attempt.state === 'finished') {
        return;
      }
      if (
        tx.now > attempt.endsAt + (input.offline ? offlineMs : graceMs) &&
        attempt.mode === 'text'
      ) {
        throw new AppError('answerTooLate');
      }
      const longest = (attempt.endsAt - attempt.startedAt + graceMs) / 1000;
      const seconds = Math.min(input.durationMs / 1000, longest);
      const recognition = (await this.tracks.complete(tx, attempt))
        ? await this.recognitionOf(attempt, actor, tx)
        : 'none';
      const done = {
        state: 'finished' as const,
        finishedAt: tx.now,
        seconds,
        offline: input.offline,
        pasted: input.pasted,
      };
      await tx.manager.update(AttemptRow, { id: attempt.id }, { ...done, recognition });
      // An answer that was given stays given, whatever arrives late.
      await tx.manager.update(
        Answer,
        { id: part.answer.id, state: 'answering' },
        { state: 'reviewing' },
      );
      if (attempt.mode === 'text') {
        await this.writeWords(tx, {
          attempt,
          text: input.text,
          actor,
          interview,
          answerId: part.answer.id,
        });
      }
      if (recognition === 'pending') {
        tx.enqueue('speech.transcribe', { attemptId: attempt.id });
      }
    });
    return this.reader.candidateView(actor);
  }

  /** The words of an attempt, written or corrected by the candidate; both versions are kept. */
  async write(actor: CandidateActor, input: WriteTranscript): Promise<CandidateInterview> {
    await this.database.transaction(async (tx) => {
      const { part, attempt, interview } = await this.ownAttempt(tx, actor, input.attemptId);
      const { application } = await this.reader.whose(actor.applicationId, tx.manager);
      const { answer } = part;
      if (!wordsOpen({ attempt, answer, interview, application, now: tx.now })) {
        throw new AppError('interviewClosed');
      }
      await this.writeWords(tx, {
        attempt,
        text: input.text,
        actor,
        interview,
        answerId: answer.id,
      });
    });
    return this.reader.candidateView(actor);
  }

  /** Use this one: the answer is given. */
  async choose(actor: CandidateActor, input: ChooseAttempt): Promise<CandidateInterview> {
    await this.database.transaction(async (tx) => {
      const { part, attempt, interview } = await this.ownAttempt(tx, actor, input.attemptId);
      if (part.answer.id !== input.answerId || attempt.state !== 'finished') {
        throw new AppError('questionNotOpen');
      }
      if (part.answer.chosenAttemptId === attempt.id) {
        return;
      }
      if (interview.state !== 'running' || part.answer.state === 'done') {
        throw new AppError('interviewClosed');
      }
      await tx.manager.update(
        Answer,
        { id: part.answer.id },
        { state: 'done', chosenAttemptId: attempt.id },
      );
      const { companyId, applicationId, id: interviewId } = interview;
      const payload = {
        applicationId,
        interviewId,
        answerId: part.answer.id,
        attemptId: attempt.id,
      };
      tx.emit('AnswerRecorded', companyId, payload);
    });
    return this.reader.candidateView(actor);
  }

  private async running(tx: Tx, actor: CandidateActor): Promise<Running> {
    const interview = await this.reader.lockOwn(tx, actor);
    if (interview.state !== 'running') {
      throw new AppError('interviewClosed');
    }
    const whose = await this.reader.whose(actor.applicationId, tx.manager);
    return { interview, whose, parts: await this.reader.parts(interview.id, tx.manager) };
  }

  private async ownAttempt(
    tx: Tx,
    actor: CandidateActor,
    attemptId: string,
  ): Promise<{ part: AnswerParts; attempt: AttemptRow; interview: Interview }> {
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

  private async newAttempt(
    tx: Tx,
    input: { part: AnswerParts; whose: Whose; mode: AnswerMode; interview: Interview },
  ): Promise<AttemptRow> {
    const { part, whose, mode, interview } = input;
    const consents = await this.consents.of(interview.applicationId, tx.manager);
    refuseRecording(mode, consents);
    if (attemptsLeft(part.attempts, whose.content.plan.reRecordings) === 0) {
      throw new AppError('attemptsUsed');
    }
    const longer = mode === 'text' ? 2 : 1;
    const attempt: AttemptRow = {
      id: newId(tx.now),
      companyId: interview.companyId,
      answerId: part.answer.id,
      personId: interview.personId,
      mode,
      state: 'recording',
      startedAt: tx.now,
      endsAt: tx.now + part.question.content.answerSeconds * 1000 * longer,
      finishedAt: null,
      seconds: 0,
      offline: false,
      pasted: false,
      recognition: 'none',
    };
    await tx.manager.insert(AttemptRow, attempt);
    await tx.manager.update(Answer, { id: part.answer.id }, { state: 'answering' });
    return attempt;
  }

  private async recognitionOf(
    attempt: AttemptRow,
    actor: CandidateActor,
    tx: Tx,
  ): Promise<AttemptRow['recognition']> {
    const consents = await this.consents.of(actor.applicationId, tx.manager);
    return attempt.mode !== 'text' && this.speech.available && consents.transcription
      ? 'pending'
      : 'none';
  }

  private async writeWords(
    tx: Tx,
    input: {
      attempt: AttemptRow;
      text: string;
      actor: CandidateActor;
      interview: Interview;
      answerId: string;
    },
  ): Promise<void> {
    const { attempt, actor, interview } = input;
    const words = { attempt, origin: 'candidate' as const, engine: null, locale: actor.locale };
    await this.transcripts.write(tx, {
      ...words,
      segments: typedSegments(input.text),
      writtenBy: null,
    });
    const { companyId, applicationId, id: interviewId } = interview;
    const payload = {
      applicationId,
      interviewId,
      answerId: input.answerId,
      attemptId: attempt.id,
      origin: 'candidate',
    };
    tx.emit('AnswerTranscribed', companyId, payload);
  }
}

function refuseRecording(mode: AnswerMode, consents: ConsentState): void {
  if (mode !== 'text' && !consents.recording) {
    throw new AppError('consentMissing');
  }
}
