import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import {
  type CandidateRequestView,
  erasureDays,
  type MakeRequest,
  type OwnPage,
  reviewDays,
} from '@zhiyu/contracts/requests';
import { Arrangements } from '../interviews/arrangements.service.js';
import type { Interview } from '../interviews/entities/interview.entity.js';
import { InterviewReader, type Whose } from '../interviews/interview-reader.js';
import { editableMs, wordsOpen } from '../interviews/interview-view.js';
import { Surveys } from '../interviews/surveys.service.js';
import type { CandidateActor } from '../platform/auth/actor.js';
import { Database } from '../platform/database/database.js';
import { Consents } from '../privacy/consents.service.js';
import { type OpenedRequest, Requests } from '../privacy/requests.service.js';
import type { Application } from '../recruiting/entities/application.entity.js';
import { Reports } from '../scoring/reports.service.js';
import { Clock } from '../platform/time/clock.js';
import { DataRetention } from './data-retention/data-retention.service.js';
import { RequestFlow } from './request.flow.js';
import { erasureWaitMs } from './request-effects.js';

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const undecided = ['aiInterview', 'review'];
const declined = ['rejected', 'talentPool'];
/** A question more is written only when so many are not open. */
const openQuestions = 3;

type Can = OwnPage['can'];

/** The candidate's own page beside the status: what was asked for, agreed to, and can be asked for. */
@Injectable()
export class OwnPages {
  constructor(
    private readonly database: Database,
    private readonly reader: InterviewReader,
    private readonly requests: Requests,
    private readonly flow: RequestFlow,
    private readonly consents: Consents,
    private readonly surveys: Surveys,
    private readonly reports: Reports,
    private readonly arrangements: Arrangements,
    private readonly retention: DataRetention,
    private readonly clock: Clock,
  ) {}

  async view({ applicationId, id: personId }: CandidateActor): Promise<OwnPage> {
    const whose = await this.reader.whose(applicationId);
    const interview = await this.reader.newest(applicationId);
    const requests = await this.requests.of(applicationId);
    const handedIn = interview?.state === 'finished';
    return {
      requests: await this.shown(requests),
      can: canOf(whose, requests, this.clock.now()),
      consents: await this.consents.ledger(applicationId),
      survey: await this.surveys.stateOf(applicationId, handedIn),
      ...(await this.afterwards(whose, handedIn ? interview : null)),
      paused: interview !== null && (await this.isPaused(interview)),
      erasesAt: erasesAtOf(requests),
      ...(await this.retention.ownView(whose.application.companyId, personId)),
    };
  }

  /** @throws conflict where it was asked already or there is nothing to ask for */
  async make(actor: CandidateActor, input: MakeRequest): Promise<OwnPage> {
    await this.database.transaction(async (tx) => {
      await this.reader.lockApplication(tx, actor.applicationId);
      const whose = await this.reader.whose(actor.applicationId, tx.manager);
      const before = await this.requests.of(actor.applicationId, tx.manager);
      if (!canOf(whose, before, tx.now)[input.kind]) {
        throw new AppError('conflict');
      }
      const { kind, text } = input;
      const days = kind === 'erasure' ? erasureDays * dayMs : null;
      const dueAt = tx.now + (days ?? whose.content.plan.answerHours * hourMs);
      await this.flow.ask(tx, whose, { asked: { kind, text }, dueAt, text });
    });
    return this.view(actor);
  }

  private async isPaused(interview: Interview): Promise<boolean> {
    const { pausedAt, pauseEndsAt } = await this.arrangements.of(interview);
    return pausedAt !== null && (pauseEndsAt ?? 0) > this.clock.now();
  }

  /** What is open between handing in and the decision. */
  private async afterwards(
    { application }: Whose,
    interview: Interview | null,
  ): Promise<Pick<OwnPage, 'wordsOpenUntil' | 'scoring'>> {
    if (!interview?.finishedAt || !undecided.includes(application.stage)) {
      return { wordsOpenUntil: null, scoring: false };
    }
    const report = await this.reports.ofApplication(application.id);
    const wordsOpenUntil = (await this.hasOpenWords(application, interview))
      ? interview.finishedAt + editableMs
      : null;
    return { wordsOpenUntil, scoring: report === null };
  }

  /** Whether a machine may have misheard something that can still be corrected: what was typed is as it was meant. */
  private async hasOpenWords(application: Application, interview: Interview): Promise<boolean> {
    const parts = await this.reader.parts(interview.id);
    const now = this.clock.now();
    return parts.some(({ answer, attempts }) =>
      attempts.some(
        (attempt) =>
          attempt.id === answer.chosenAttemptId &&
          wordsOpen({ attempt, answer, interview, application, now }),
      ),
    );
  }

  private async shown(requests: OpenedRequest[]): Promise<CandidateRequestView[]> {
    const names = await this.flow.namesOf(requests);
    return requests.map((one) => ({
      ...{ id: one.id, kind: one.kind, state: one.state, text: one.text, answer: one.answer },
      answeredBy: names.get(one.answeredBy ?? '') ?? null,
      ...{ askedAt: one.askedAt, dueAt: one.dueAt, answeredAt: one.answeredAt },
    }));
  }
}

function erasesAtOf(requests: OpenedRequest[]): number | null {
  const granted = requests.find(({ kind, state }) => kind === 'erasure' && state === 'granted');
  return granted ? (granted.answeredAt ?? 0) + erasureWaitMs : null;
}

function canOf({ application }: Whose, requests: OpenedRequest[], now: number): Can {
  const open = (kind: string) =>
    requests.filter((one) => one.kind === kind && one.state === 'open');
  const fresh = application.stageAt + reviewDays * dayMs > now;
  const reviewed = requests.some(
    ({ kind, askedAt }) => kind === 'review' && askedAt >= application.stageAt,
  );
  const erased = requests.some(({ kind, state }) => kind === 'erasure' && state === 'granted');
  return {
    question: open('question').length < openQuestions && !erased,
    review: declined.includes(application.stage) && fresh && !reviewed && !erased,
    erasure: open('erasure').length === 0 && !erased,
  };
}
