import { Injectable } from '@nestjs/common';
import { textIn } from '@zhiyu/contracts/basics';
import { AppError } from '@zhiyu/contracts/errors';
import type { AskLive, LiveList, LiveRow, LiveView } from '@zhiyu/contracts/live';
import { askedText } from '../../interviews/asked-text.js';
import { Arrangement } from '../../interviews/entities/arrangement.entity.js';
import { type AttemptRow, Interview } from '../../interviews/entities/interview.entity.js';
import { InterviewReader, type Whose } from '../../interviews/interview-reader.js';
import { type AnswerParts, isOpen, wordsOf } from '../../interviews/interview-view.js';
import { LineWatch } from '../../interviews/live/line-watch.service.js';
import { StaffHolds } from '../../interviews/live/staff-holds.service.js';
import { holdsSomething, isSound, MediaService } from '../../interviews/media/media.service.js';
import { Transcripts } from '../../interviews/transcripts.service.js';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Masks } from '../../platform/auth/masks.js';
import { Database } from '../../platform/database/database.js';
import { Clock } from '../../platform/time/clock.js';
import { Application } from '../../recruiting/entities/application.entity.js';
import { Position } from '../../recruiting/entities/position.entity.js';
import { mayOn, requireOn } from '../../staff/access.js';
import { Blindness } from '../review/blindness.service.js';
import { FirstScores } from './first-scores.service.js';
import { kbpsOf, troublesOf, whereabouts } from './live-rows.js';

const dayMs = 86_400_000;
/** What was begun longer ago and not handed in is no interview that runs right now. */
const freshMs = dayMs;
const shownAtMost = 60;

/** Interviews that run right now (R33): who is where, the answers as they come, first scores only where asked for. */
@Injectable()
export class LiveInterviews {
  constructor(
    private readonly database: Database,
    private readonly reader: InterviewReader,
    private readonly transcripts: Transcripts,
    private readonly media: MediaService,
    private readonly line: LineWatch,
    private readonly holds: StaffHolds,
    private readonly first: FirstScores,
    private readonly blindness: Blindness,
    private readonly masks: Masks,
    private readonly clock: Clock,
  ) {}

  async list(actor: StaffActor): Promise<LiveList> {
    const serverNow = this.clock.now();
    const positions = await this.database.read(Position).findBy({ companyId: actor.companyId });
    const [running, count] = await this.running(actor, positions)
      .orderBy('i.startedAt', 'DESC')
      .addOrderBy('i.id', 'ASC')
      .take(shownAtMost)
      .getManyAndCount();
    const rows = await Promise.all(
      running.map(async (interview) => {
        const whose = await this.reader.whose(interview.applicationId);
        return this.row(actor, { interview, whose, parts: await this.reader.parts(interview.id) });
      }),
    );
    return { rows, count, serverNow };
  }

  /** How many that list is about; `positions`: all of the company. */
  count(actor: StaffActor, positions: readonly Position[]): Promise<number> {
    return this.running(actor, positions).getCount();
  }

  /** Begun within a day and not handed in, of the positions whose reports the person reads. */
  private running(actor: StaffActor, positions: readonly Position[]) {
    const watched = positions.filter((one) => mayOn(actor, 'report.view', one));
    const { companyId } = actor;
    return this.database
      .read(Interview)
      .createQueryBuilder('i')
      .innerJoin(Application, 'a', 'a.id = i.applicationId')
      .where("i.companyId = :companyId AND i.state = 'running' AND i.kind = 'ai'", { companyId })
      .andWhere('i.startedAt > :since', { since: this.clock.now() - freshMs })
      .andWhere(watched.length === 0 ? '1 = 0' : 'a.positionId IN (:...watched)', {
        watched: watched.map(({ id }) => id),
      });
  }

  /** @throws notFound, notAllowed, interviewClosed once it was handed in, scorecardFirst for scores that come too early */
  async view(actor: StaffActor, { id, scores }: AskLive): Promise<LiveView> {
    const interview = await this.database.read(Interview).findOneBy({ id, kind: 'ai' });
    const whose = interview && (await this.reader.whose(interview.applicationId));
    requireOn(actor, 'report.view', whose?.position ?? null);
    if (!interview || !whose) {
      throw new AppError('notFound');
    }
    if (interview.state !== 'running') {
      throw new AppError('interviewClosed');
    }
    if (scores === 'true') {
      await this.blindness.requireOpen(actor, id, whose.application);
    }
    const parts = await this.reader.parts(id);
    const running = parts.find(isOpen)?.attempts.findLast(({ state }) => state === 'recording');
    const asked = new Set(parts.map(({ question }) => question.content.code));
    return {
      row: await this.row(actor, { interview, whose, parts }),
      deadline: interview.deadline,
      answers: await this.answersOf(actor, whose, parts),
      scores: scores === 'true' ? await this.first.of(interview, whose, parts) : null,
      line: { kbps: kbpsOf(interview), quietSeconds: await this.line.quietSeconds(running) },
      said: await this.holds.of(id),
      bank: whose.content.questions
        .filter(({ code, kind }) => !asked.has(code) && kind !== 'coding')
        .map(({ code, text }) => ({ code, text: textIn(text, actor.locale) })),
      may: {
        act: mayOn(actor, 'interview.ask', whose.position),
        media: mayOn(actor, 'media.view', whose.position),
      },
      serverNow: this.clock.now(),
    };
  }

  private async row(
    actor: StaffActor,
    of: { interview: Interview; whose: Whose; parts: AnswerParts[] },
  ): Promise<LiveRow> {
    const { interview, whose, parts } = of;
    const { id: interviewId, applicationId, startedAt } = interview;
    const now = this.clock.now();
    const arranged = await this.database.read(Arrangement).findOneBy({ interviewId });
    const where = whereabouts(interview, parts, { arranged, now });
    const quietSeconds = await this.line.quietSeconds(where.running);
    const { index, phase, endsAt, running, lastAt } = where;
    return {
      ...{ interviewId, applicationId, candidateName: whose.candidateName },
      positionName: textIn(whose.content.name, actor.locale),
      startedAt: startedAt ?? interview.createdAt,
      ...{ index, phase, endsAt, lastAt, mode: running?.mode ?? null },
      count: parts.length,
      answered: parts.filter(({ answer }) => answer.state === 'done').length,
      troubles: troublesOf({ kbps: kbpsOf(interview), quietSeconds, where, now }),
    };
  }

  private async answersOf(
    actor: StaffActor,
    { application, locale }: Whose,
    parts: AnswerParts[],
  ): Promise<LiveView['answers']> {
    const covered = (await this.masks.hidden(actor, [application.id])).size > 0;
    const chosen = new Map(
      parts.map(({ answer, attempts }) => [
        answer.id,
        attempts.find(({ id }) => id === answer.chosenAttemptId),
      ]),
    );
    const ids = [...chosen.values()].flatMap((attempt) => (attempt ? [attempt.id] : []));
    const words = await this.transcripts.of(ids);
    const recorded = (await this.media.ofAttempts(ids)).filter(covered ? isSound : holdsSomething);
    return parts.map((part) => {
      const attempt = chosen.get(part.answer.id);
      const { state } = part.answer;
      return {
        answerId: part.answer.id,
        index: part.question.position,
        question: askedText(part, locale),
        kind: part.question.kind,
        state: state === 'waiting' || state === 'done' ? state : 'open',
        ...givenOf(attempt),
        hasMedia: recorded.some(({ attemptId }) => attemptId === attempt?.id),
        words: wordsOf(attempt && words.get(attempt.id)),
      };
    });
  }
}

function givenOf(attempt: AttemptRow | undefined) {
  return attempt
    ? {
        mode: attempt.mode,
        attemptId: attempt.id,
        seconds: attempt.seconds,
        recognition: attempt.recognition,
      }
    : { mode: null, attemptId: null, seconds: null, recognition: 'none' as const };
}
