import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import type { Question } from '@zhiyu/contracts/position';
import type { SameAnswer, SameAnswers } from '@zhiyu/contracts/same-answers';
import type { Transcript } from '@zhiyu/contracts/scoring';
import { In, Not } from 'typeorm';
import {
  Answer,
  AskedQuestion,
  AttemptRow,
  Interview,
} from '../../interviews/entities/interview.entity.js';
import { Transcripts } from '../../interviews/transcripts.service.js';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { Consents } from '../../privacy/consents.service.js';
import { People } from '../../privacy/people.service.js';
import { Applications } from '../../recruiting/applications.service.js';
import { Application } from '../../recruiting/entities/application.entity.js';
import { Assessing } from '../assessing/assessing.service.js';
import type { Likeness } from './likeness.js';

/** The newest interviews of other people that one answer is compared with. */
const mostCompared = 300;
/** Likenesses that are shown, and the least share of one, 0-1. */
const mostShown = 5;
const leastShare = 0.4;

interface Said {
  application: Application;
  interview: Interview;
  question: Question;
  transcript: Transcript;
}

/** The answer that a person asks about; it may have no words yet. */
type Own = Omit<Said, 'transcript'> & { transcript: Transcript | null };

/**
 * Whose answer to the same question has the same words. Counted when a person asks, from the transcripts as they are and
 * beside the server's own thread: nothing is stored for it. People who did not agree to machine assessment are not compared.
 */
@Injectable()
export class SameAnswersService {
  constructor(
    private readonly database: Database,
    private readonly applications: Applications,
    private readonly transcripts: Transcripts,
    private readonly consents: Consents,
    private readonly people: People,
    private readonly assessing: Assessing,
  ) {}

  /** @throws notFound, notAllowed */
  async of(actor: StaffActor, answerId: string): Promise<SameAnswers> {
    const own = await this.require(actor, answerId);
    if (!own.transcript || !(await this.agreed(own.application.id))) {
      return { compared: 0, matches: [] };
    }
    const others = await this.othersOf(own);
    const likenesses = await this.assessing.run('likenesses', {
      own: own.transcript,
      others: others.map(({ transcript }) => transcript),
      question: own.question,
    });
    const found = others.flatMap((other, i) => {
      const like = likenesses[i];
      return like && like.share >= leastShare ? [{ other, like }] : [];
    });
    found.sort((a, b) => b.like.share - a.like.share);
    const matches = found
      .slice(0, mostShown)
      .map(({ other, like }) => this.shown(actor, other, like));
    return { compared: others.length, matches: await Promise.all(matches) };
  }

  private async agreed(applicationId: string): Promise<boolean> {
    return (await this.consents.of(applicationId)).automatedAssessment === true;
  }

  private async require(actor: StaffActor, answerId: string): Promise<Own> {
    const answer = await this.database.read(Answer).findOneBy({ id: answerId });
    const interview =
      answer && (await this.database.read(Interview).findOneBy({ id: answer.interviewId }));
    if (!interview) {
      throw new AppError('notFound');
    }
    const { applicationId } = interview;
    const { application } = await this.applications.require(actor, applicationId, 'report.view');
    const { content } = await this.database
      .read(AskedQuestion)
      .findOneByOrFail({ id: answer.questionId });
    const words = await this.wordsOf([answer]);
    const transcript = words.get(answer.id) ?? null;
    return { application, interview, question: content, transcript };
  }

  /** The words that count, by answer; nothing of programs. */
  private async wordsOf(answers: Answer[]): Promise<Map<string, Transcript>> {
    const ids = answers.flatMap(({ chosenAttemptId }) => chosenAttemptId ?? []);
    const attempts = await this.database.read(AttemptRow).findBy({ id: In(ids) });
    const words = await this.transcripts.of(attempts.map(({ id }) => id));
    return new Map(
      attempts.flatMap(({ id, answerId }) => {
        const transcript = words.get(id);
        return transcript ? [[answerId, transcript] as const] : [];
      }),
    );
  }

  /** What other people answered to the same question of the same position, where they agreed. */
  private async othersOf({ application, interview, question }: Own): Promise<Said[]> {
    const { companyId, positionId, personId } = application;
    const applications = await this.database.read(Application).find({
      where: { companyId, positionId, personId: Not(personId) },
      order: { createdAt: 'DESC', id: 'DESC' },
      take: mostCompared,
    });
    const interviews = await this.database.read(Interview).findBy({
      applicationId: In(applications.map(({ id }) => id)),
      kind: interview.kind,
      state: 'finished',
    });
    const asked = await this.database
      .read(AskedQuestion)
      .findBy({ interviewId: In(interviews.map(({ id }) => id)) });
    const same = asked.filter(
      ({ content }) => content.code === question.code && content.text.zh === question.text.zh,
    );
    const answers = await this.database
      .read(Answer)
      .findBy({ questionId: In(same.map(({ id }) => id)) });
    const words = await this.wordsOf(answers);
    const said: Said[] = [];
    for (const answer of answers) {
      const of = interviews.find(({ id }) => id === answer.interviewId);
      const whose = applications.find(({ id }) => id === of?.applicationId);
      const transcript = words.get(answer.id);
      if (of && whose && transcript && (await this.agreed(whose.id))) {
        said.push({ application: whose, interview: of, question, transcript });
      }
    }
    return said;
  }

  private async shown(actor: StaffActor, other: Said, like: Likeness): Promise<SameAnswer> {
    const { share, quote, otherQuote } = like;
    const { application, interview } = other;
    const visible = await this.maySee(actor, application.id);
    return {
      applicationId: visible ? application.id : null,
      candidateName: visible ? await this.people.nameOf(application.personId) : null,
      at: interview.finishedAt,
      ...{ share, quote, otherQuote: visible ? otherQuote : null },
    };
  }

  private async maySee(actor: StaffActor, applicationId: string): Promise<boolean> {
    try {
      await this.applications.require(actor, applicationId, 'report.view');
      return true;
    } catch (error) {
      if (error instanceof AppError) {
        return false;
      }
      throw error;
    }
  }
}
