import { Injectable } from '@nestjs/common';
import { textIn } from '@zhiyu/contracts/basics';
import type { Stage } from '@zhiyu/contracts/stage-values';
import type { CandidateStatus } from '@zhiyu/contracts/interview';
import type { CandidateActor } from '../platform/auth/actor.js';
import { Database } from '../platform/database/database.js';
import { Clock } from '../platform/time/clock.js';
import { Consents } from '../privacy/consents.service.js';
import {
  type Application,
  Decision,
  PromiseRow,
} from '../recruiting/entities/application.entity.js';
import { Interview } from '../interviews/entities/interview.entity.js';
import { MeetingRow, planOf } from '../interviews/meetings/meeting.entity.js';
import { askedText } from '../interviews/asked-text.js';
import { InterviewReader, type Whose } from '../interviews/interview-reader.js';
import { type AnswerParts, wordsOf, wordsOpen } from '../interviews/interview-view.js';
import { holdsSomething, MediaService } from '../interviews/media/media.service.js';
import { promiseText } from './promise-text.js';
import { letterOf } from './letter.js';
import { Reports } from '../scoring/reports.service.js';
import { StaffService } from '../staff/staff.service.js';
import { Transcripts } from '../interviews/transcripts.service.js';

/** Stages in which a round with people is to come, or was the last thing. */
const withPeople: readonly Stage[] = ['hrInterview', 'final'];

function outcomeOf(application: Application): CandidateStatus['outcome'] {
  switch (application.stage) {
    case 'withdrawn':
      return 'withdrawn';
    case 'rejected':
    case 'talentPool':
      return 'notSelected';
    case 'hrInterview':
    case 'final':
    case 'offer':
    case 'hired':
      return 'passed';
    default:
      return 'open';
  }
}

/** The candidate's own page: where the application stands, own answers, result and letter. */
@Injectable()
export class CandidateStatusReader {
  constructor(
    private readonly database: Database,
    private readonly reader: InterviewReader,
    private readonly consents: Consents,
    private readonly transcripts: Transcripts,
    private readonly media: MediaService,
    private readonly reports: Reports,
    private readonly staff: StaffService,
    private readonly clock: Clock,
  ) {}

  async view(actor: CandidateActor): Promise<CandidateStatus> {
    const whose = await this.reader.whose(actor.applicationId);
    const { application, locale } = whose;
    const interview = await this.reader.newest(application.id);
    const parts = interview ? await this.reader.parts(interview.id) : [];
    const consents = await this.consents.of(application.id);
    const outcome = outcomeOf(application);
    return {
      applicationId: application.id,
      candidateName: whose.candidateName,
      companyName: whose.companyName,
      companyLogo: whose.companyLogo,
      positionName: textIn(whose.content.name, locale),
      contactName: whose.contactName,
      locale,
      serverNow: this.clock.now(),
      steps: stepsOf(application, interview, outcome),
      promises: await this.promises(actor, whose.contactName),
      interview: interview
        ? { id: interview.id, state: interview.state, deadline: interview.deadline }
        : null,
      answers: await this.answers(application, interview, parts),
      outcome,
      nextRound: withPeople.includes(application.stage) ? await this.nextRound(whose) : null,
      letter: outcome === 'notSelected' ? await this.letter(whose) : null,
      talentPool: consents.talentPool ?? false,
      example: application.example,
    };
  }

  private async promises(
    actor: CandidateActor,
    contact: string,
  ): Promise<CandidateStatus['promises']> {
    const where = { applicationId: actor.applicationId };
    const rows = await this.database.read(PromiseRow).find({ where, order: { madeAt: 'ASC' } });
    return rows.map(({ dueAt, keptAt }) => ({
      text: promiseText(actor.locale, contact, dueAt, this.clock.now()),
      dueAt,
      keptAt,
    }));
  }

  private async letter(whose: Whose): Promise<CandidateStatus['letter']> {
    const { application, locale } = whose;
    const where = { applicationId: application.id, kind: 'reject' as const };
    const decision = await this.database
      .read(Decision)
      .findOne({ where, order: { round: 'DESC' } });
    const names = await this.staff.namesOf([decision?.decidedBy ?? null]);
    return letterOf({
      locale,
      candidateName: whose.candidateName,
      positionName: textIn(whose.content.name, locale),
      companyName: whose.companyName,
      deciderName: names.get(decision?.decidedBy ?? '') ?? null,
      report: await this.reports.ofApplication(application.id),
    });
  }

  private async nextRound({
    application,
    content,
    locale,
  }: Whose): Promise<CandidateStatus['nextRound']> {
    const round = await this.database.read(Interview).findOne({
      where: { applicationId: application.id, kind: 'human' },
      order: { round: 'DESC' },
    });
    if (!round?.startsAt) {
      return null;
    }
    const row = await this.database.read(MeetingRow).findOneBy({ interviewId: round.id });
    const name = textIn(planOf(row, content).name, locale);
    const { startsAt, place, contact } = round;
    const cancelled = round.state === 'cancelled';
    const calendarUrl = `/api/calendar/${round.id}.ics`;
    return { name, startsAt, place, contact, calendarUrl, cancelled };
  }

  private async answers(
    application: Application,
    interview: Interview | null,
    parts: AnswerParts[],
  ): Promise<CandidateStatus['answers']> {
    const chosen = parts.flatMap((part) => {
      const attempt = part.attempts.find((one) => one.id === part.answer.chosenAttemptId);
      return attempt ? [{ part, attempt }] : [];
    });
    const ids = chosen.map(({ attempt }) => attempt.id);
    const words = await this.transcripts.of(ids);
    const recorded = (await this.media.ofAttempts(ids)).filter(holdsSomething);
    const now = this.clock.now();
    return chosen.map(({ part, attempt }) => ({
      answerId: part.answer.id,
      attemptId: attempt.id,
      index: part.question.position,
      question: askedText(part, words.get(attempt.id)?.locale ?? 'zh'),
      mode: attempt.mode,
      seconds: attempt.seconds,
      hasMedia: recorded.some((media) => media.attemptId === attempt.id),
      words: wordsOf(words.get(attempt.id)),
      wordsFrom: words.get(attempt.id)?.origin ?? null,
      editable:
        interview !== null &&
        wordsOpen({ attempt, answer: part.answer, interview, application, now }),
    }));
  }
}

function stepsOf(
  application: Application,
  interview: Interview | null,
  outcome: CandidateStatus['outcome'],
): CandidateStatus['steps'] {
  const finished = interview?.finishedAt ?? null;
  const decided = outcome !== 'open';
  // 许岚看 is done when 许岚 has decided; that a machine has scored is no look of hers.
  const done = [true, finished !== null, decided, decided];
  const now = done.indexOf(false);
  const state = (at: number) =>
    done[at] ? ('done' as const) : at === now ? ('now' as const) : ('next' as const);
  return [
    { code: 'received', state: state(0), at: application.createdAt },
    { code: 'interview', state: state(1), at: finished },
    { code: 'assessment', state: state(2), at: null },
    { code: 'answer', state: state(3), at: decided ? application.stageAt : null },
  ];
}
