import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import type { BeginAttempt, BegunAttempt } from '@zhiyu/contracts/interview';
import type { CandidateActor } from '../platform/auth/actor.js';
import type { Tx } from '../platform/database/database.js';
import { newId } from '../platform/time/ids.js';
import { Consents } from '../privacy/consents.service.js';
import { endOf, isHere, overrunOf } from './answer-time.js';
import { AttemptTracks } from './attempt-tracks.service.js';
import { Answer, AttemptRow, type Interview } from './entities/interview.entity.js';
import { type AnswerParts, attemptsLeft } from './interview-view.js';
import { Facts } from './observation/facts.service.js';

export interface Beginning {
  actor: CandidateActor;
  interview: Interview;
  part: AnswerParts;
  /** Recordings of the plan beside the first. */
  reRecordings: number;
}

/** Begins attempts: one device answers at a time, and the server's clock says until when. */
@Injectable()
export class AttemptStart {
  constructor(
    private readonly consents: Consents,
    private readonly tracks: AttemptTracks,
    private readonly facts: Facts,
  ) {}

  /** Goes on with the attempt of this device, takes over from another one where the candidate says so, or begins anew. */
  async begin(tx: Tx, of: Beginning, input: BeginAttempt): Promise<BegunAttempt> {
    const { actor, part } = of;
    const live = part.attempts.filter((one) => one.state === 'recording' && one.endsAt > tx.now);
    const elsewhere = live.filter((one) => !isHere(one, actor));
    if (elsewhere.length > 0 && input.takeOver !== true) {
      throw new AppError('recordedElsewhere');
    }
    const going = live.find((one) => isHere(one, actor) && one.mode === input.mode);
    const attempt = going ?? (await this.make(tx, of, { input, moved: elsewhere.at(-1) }));
    await this.endElsewhere(tx, of, elsewhere);
    const urls = going
      ? await this.tracks.of(tx, attempt)
      : await this.tracks.open(tx, attempt, input);
    const overrun = going ? 0 : overrunOf(part, input.mode, tx.now);
    const times = { serverNow: tx.now, endsAt: attempt.endsAt };
    return { attemptId: attempt.id, ...times, overrunSeconds: Math.round(overrun / 1000), ...urls };
  }

  private async make(
    tx: Tx,
    of: Beginning,
    by: { input: BeginAttempt; moved: AttemptRow | undefined },
  ): Promise<AttemptRow> {
    const { interview, part, actor } = of;
    const { mode } = by.input;
    const consents = await this.consents.of(interview.applicationId, tx.manager);
    if (mode !== 'text' && !consents.recording) {
      throw new AppError('consentMissing');
    }
    if (attemptsLeft(part, of.reRecordings) === 0) {
      throw new AppError('attemptsUsed');
    }
    const endsAt = endOf(part, mode, { now: tx.now, moved: by.moved });
    if (endsAt <= tx.now) {
      throw new AppError('answerTooLate');
    }
    const attempt: AttemptRow = {
      id: newId(tx.now),
      companyId: interview.companyId,
      answerId: part.answer.id,
      personId: interview.personId,
      mode,
      state: 'recording',
      session: actor.sessionId,
      startedAt: tx.now,
      endsAt,
      heardAt: null,
      finishedAt: null,
      seconds: 0,
      offline: false,
      pasted: false,
      recognition: 'none',
    };
    await this.facts.begins(tx, interview, attempt);
    await tx.manager.insert(AttemptRow, attempt);
    await tx.manager.update(Answer, { id: part.answer.id }, { state: 'answering' });
    return attempt;
  }

  /** The other device hears of it, sends the rest of what it has, and hands that in: it stays one of the attempts. */
  private async endElsewhere(tx: Tx, of: Beginning, attempts: AttemptRow[]): Promise<void> {
    for (const { id } of attempts) {
      await tx.manager.update(AttemptRow, { id }, { endsAt: tx.now });
    }
    if (attempts.length > 0) {
      const { companyId, applicationId, id: interviewId } = of.interview;
      tx.emit('AnswerMoved', companyId, {
        applicationId,
        interviewId,
        answerId: of.part.answer.id,
      });
    }
  }
}
