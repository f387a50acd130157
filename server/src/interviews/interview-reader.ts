import { Injectable } from '@nestjs/common';
import type { CandidateInterview, ExtraPurpose } from '@zhiyu/contracts/interview';
import { type Locale, locales, textIn } from '@zhiyu/contracts/basics';
import { AppError } from '@zhiyu/contracts/errors';
import { usualFollowUps } from '@zhiyu/contracts/plan-defaults';
import type { PositionContent } from '@zhiyu/contracts/position';
import { type EntityManager, In } from 'typeorm';
import type { CandidateActor } from '../platform/auth/actor.js';
import { Database, type Tx } from '../platform/database/database.js';
import { Engines } from '../platform/engines.js';
import { Clock } from '../platform/time/clock.js';
import { Consents } from '../privacy/consents.service.js';
import { People } from '../privacy/people.service.js';
import { CandidateRequest } from '../privacy/request.entity.js';
import { Application } from '../recruiting/entities/application.entity.js';
import { Position } from '../recruiting/entities/position.entity.js';
import { Pipeline } from '../recruiting/pipeline.service.js';
import { Positions } from '../recruiting/positions.service.js';
import { logoPath } from '../staff/logos.service.js';
import { StaffService } from '../staff/staff.service.js';
import { isEuropean } from '../recruiting/european.js';
import { askedOf } from './asked-consents.js';
import { isHere } from './answer-time.js';
import { arrangementsView, plainArrangement, timed } from './arrangement.rules.js';
import { captionSource } from './captions/caption-source.js';
import { europeanNotice } from './european-notice.js';
import { Arrangement } from './entities/arrangement.entity.js';
import { Answer, AskedQuestion, AttemptRow, Interview } from './entities/interview.entity.js';
import {
  type AnswerParts,
  attemptView,
  currentView,
  decidingUntil,
  isOpen,
  wordsOf,
} from './interview-view.js';
import { minutesOf } from './invitations.service.js';
import { holdsSomething, MediaService } from './media/media.service.js';
import { SyntheticAudio } from './read-aloud/synthetic-audio.entity.js';
import { audioNameOf, publicWords } from './read-aloud/synthetic-words.js';
import { Transcripts } from './transcripts.service.js';
import { givenRecording, isUnheard } from './unheard.js';
import { weighedNotice } from './weighed-notice.js';

export interface Whose {
  application: Application;
  position: Position;
  content: PositionContent;
  candidateName: string;
  companyName: string;
  companyLogo: string | null;
  keepDays: number;
  /** The rules of the European Union hold: the company's word or the position's. */
  european: boolean;
  /** Consents beyond the usual four that this position and company ask for. */
  asked: ExtraPurpose[];
  contactName: string;
  locale: Locale;
}

/** Reads interviews: the parts of one, and what its candidate sees. */
@Injectable()
export class InterviewReader {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly positions: Positions,
    private readonly pipeline: Pipeline,
    private readonly staff: StaffService,
    private readonly consents: Consents,
    private readonly transcripts: Transcripts,
    private readonly media: MediaService,
    private readonly engines: Engines,
    private readonly clock: Clock,
  ) {}

  /** The newest AI interview of an application. */
  async newest(
    applicationId: string,
    manager: EntityManager = this.database.dataSource.manager,
  ): Promise<Interview | null> {
    return manager.findOne(Interview, {
      where: { applicationId, kind: 'ai' },
      order: { round: 'DESC' },
    });
  }

  async own(actor: CandidateActor, manager?: EntityManager): Promise<Interview> {
    const interview = await this.newest(actor.applicationId, manager);
    if (!interview) {
      throw new AppError('notFound');
    }
    return interview;
  }

  /** For a change: steps of one candidate that come at the same time wait for each other. */
  async lockOwn(tx: Tx, actor: CandidateActor): Promise<Interview> {
    await this.pipeline.lock(tx, actor.applicationId);
    return this.own(actor, tx.manager);
  }

  /** Steps about one application that come at the same time wait for each other. */
  async lockApplication(tx: Tx, applicationId: string): Promise<void> {
    await this.pipeline.lock(tx, applicationId);
  }

  /** Questions in order with the time that this candidate has, each with its answer and attempts. */
  async parts(
    interviewId: string,
    manager: EntityManager = this.database.dataSource.manager,
  ): Promise<AnswerParts[]> {
    const questions = await manager.find(AskedQuestion, {
      where: { interviewId },
      order: { position: 'ASC' },
    });
    const arranged = await manager.findOneBy(Arrangement, { interviewId });
    const answers = await manager.findBy(Answer, { interviewId });
    const answerIds = answers.map((answer) => answer.id);
    const attempts = await manager.find(AttemptRow, {
      where: { answerId: In(answerIds) },
      order: { startedAt: 'ASC', id: 'ASC' },
    });
    const taken = await this.transcripts.takenUp(interviewId, questions, manager);
    return questions.flatMap((question) => {
      question.content = timed(question.content, arranged);
      const answer = answers.find((one) => one.questionId === question.id);
      return answer
        ? [
            {
              question,
              answer,
              attempts: attempts.filter((one) => one.answerId === answer.id),
              ...(taken.get(question.id) ?? { said: '', worded: '' }),
            },
          ]
        : [];
    });
  }

  async whose(
    applicationId: string,
    manager: EntityManager = this.database.dataSource.manager,
  ): Promise<Whose> {
    const application = await manager.findOneByOrFail(Application, { id: applicationId });
    const position = await manager.findOneByOrFail(Position, { id: application.positionId });
    const version = await this.positions.version(application.positionVersionId, manager);
    const owners = await this.staff.namesOf([position.ownerId], manager);
    const company = await this.staff.companyRow(application.companyId, manager);
    const european = await isEuropean(manager, application, company);
    return {
      application,
      position,
      content: version.content,
      candidateName: await this.people.nameOf(application.personId, manager),
      companyName: company.name,
      companyLogo: logoPath(company),
      keepDays: company.keepDays,
      european,
      asked: askedOf(version.content, company, european),
      contactName: owners.get(position.ownerId ?? '') ?? company.name,
      locale: locales.find((one) => one === application.locale) ?? 'zh',
    };
  }

  /** Everything the candidate's page needs. */
  async candidateView(actor: CandidateActor): Promise<CandidateInterview> {
    const interview = await this.own(actor);
    const whose = await this.whose(actor.applicationId);
    const parts = await this.parts(interview.id);
    const { application, content, locale } = whose;
    const { speech } = this.engines;
    const consents = await this.consents.of(application.id);
    return {
      interviewId: interview.id,
      applicationId: application.id,
      candidateName: whose.candidateName,
      companyName: whose.companyName,
      companyLogo: whose.companyLogo,
      positionName: textIn(content.name, locale),
      contactName: whose.contactName,
      locale,
      state: interview.state,
      serverNow: this.clock.now(),
      deadline: interview.deadline,
      // Follow-ups are asked only within the time of the others.
      minutes: minutesOf(
        parts.flatMap(({ question }) => (question.kind === 'followUp' ? [] : [question.content])),
      ),
      questionCount: parts.length,
      answered: parts.filter((part) => part.answer.state === 'done').length,
      consents,
      captions: captionSource({ engine: speech.available, consents, asked: whose.asked }),
      asked: whose.asked,
      keepDays: whose.keepDays,
      speech: { driver: speech.driver, available: speech.available },
      outside: this.engines.outside(),
      weighed: await weighedNotice(this.database.dataSource.manager, whose),
      european: whose.european ? europeanNotice(locale) : null,
      unheard: (await this.unheard(interview, parts, content)).map(({ question, answer }) => ({
        answerId: answer.id,
        index: question.position,
      })),
      current: await this.current(actor, interview, parts, content),
      arrangements: await this.arrangements(interview, parts, content),
      decidingUntil: decidingUntil(
        parts,
        content.plan.followUps ?? usualFollowUps,
        this.clock.now(),
      ),
      example: application.example,
    };
  }

  /** Answers given by a recording that nobody can hear, as long as they may be given again. */
  async unheard(
    { state }: Interview,
    parts: AnswerParts[],
    { plan }: PositionContent,
    manager: EntityManager = this.database.dataSource.manager,
  ): Promise<AnswerParts[]> {
    const given = parts.flatMap((part) => givenRecording(part, plan.reRecordings) ?? []);
    if (state !== 'running' || given.length === 0) {
      return [];
    }
    const ids = given.map(({ id }) => id);
    const words = await this.transcripts.of(ids, manager);
    const holding = (await this.media.ofAttempts(ids, manager)).filter(holdsSomething);
    const bad = given.filter((attempt) =>
      isUnheard(
        attempt,
        wordsOf(words.get(attempt.id)),
        holding.some(({ attemptId }) => attemptId === attempt.id),
      ),
    );
    return parts.filter(({ answer }) => bad.some(({ answerId }) => answerId === answer.id));
  }

  private async arrangements(
    interview: Interview,
    parts: AnswerParts[],
    content: PositionContent,
  ): Promise<CandidateInterview['arrangements']> {
    const { id: interviewId, companyId, applicationId } = interview;
    const row = await this.database.read(Arrangement).findOneBy({ interviewId });
    const asked = await this.database.read(CandidateRequest).findBy({
      ...{ applicationId, state: 'open', kind: In(['extension', 'accommodation']) },
    });
    const facts = asked.map((one) => one.facts);
    return arrangementsView({
      row: row ?? plainArrangement({ interviewId, companyId }),
      plan: content.plan,
      questions: parts.map((part) => part.question.content),
      asked: {
        accommodations: facts.flatMap((one) => one.accommodations ?? []),
        extendDays: facts.find((one) => one.days !== undefined)?.days ?? null,
      },
      now: this.clock.now(),
    });
  }

  private async current(
    actor: CandidateActor,
    interview: Interview,
    parts: AnswerParts[],
    content: PositionContent,
  ): Promise<CandidateInterview['current']> {
    const part = parts.find(isOpen);
    if (interview.state !== 'running' || !part) {
      return null;
    }
    const ids = part.attempts.map((attempt) => attempt.id);
    const words = await this.transcripts.of(ids);
    const recorded = await this.media.ofAttempts(ids);
    const attempts = part.attempts.map((row) =>
      attemptView(row, {
        answer: part.answer,
        transcript: words.get(row.id),
        here: isHere(row, actor),
        hasMedia: recorded.some((media) => media.attemptId === row.id && holdsSomething(media)),
      }),
    );
    const { locale } = await this.whose(interview.applicationId);
    const readBy = (await this.readAhead(part, locale)) ? 'synthetic' : 'device';
    return currentView(part, {
      ...{ attempts, reRecordings: content.plan.reRecordings, locale, readBy },
    });
  }

  /** The synthetic voice that is set now has read these very words. */
  private async readAhead(part: AnswerParts, locale: Locale): Promise<boolean> {
    const { voice } = this.engines;
    const words = voice.name === null ? null : publicWords(part, locale);
    if (words === null || voice.name === null) {
      return false;
    }
    const name = audioNameOf({ words, locale, voice: voice.name });
    const { companyId } = part.question;
    return this.database.read(SyntheticAudio).existsBy({ companyId, name });
  }
}
