import { Injectable } from '@nestjs/common';
import { FollowUpWording } from './follow-up-wording.js';
import { dimensionCode, type FollowUpQuestion, type Given, nextQuestion } from './next-question.js';
import { AddedQuestions } from '../interviews/added-questions.service.js';
import { Interview } from '../interviews/entities/interview.entity.js';
import { InterviewReader, type Whose } from '../interviews/interview-reader.js';
import { type AnswerParts, isOpen } from '../interviews/interview-view.js';
import { NextQuestion } from '../interviews/next-question.js';
import { Database } from '../platform/database/database.js';
import { AppLog } from '../platform/log/app-log.js';
import { Consents } from '../privacy/consents.service.js';
import { Pipeline } from '../recruiting/pipeline.service.js';
import { AssessedAnswers } from '../scoring/assessed-answers.service.js';
import { Assessing } from '../scoring/assessing/assessing.service.js';
import { dimensionScore } from '../scoring/engine/combine.js';
import { joinTranscript } from '../scoring/engine/transcript-text.js';
import { secondsLeft } from './interview-time.js';
import { usualFollowUps } from '@zhiyu/contracts/plan-defaults';

/** What is asked after an answer: by rules over its words, at once, and only where no later question was opened yet. */
@Injectable()
export class NextQuestionFlow extends NextQuestion {
  constructor(
    private readonly database: Database,
    private readonly reader: InterviewReader,
    private readonly added: AddedQuestions,
    private readonly pipeline: Pipeline,
    private readonly consents: Consents,
    private readonly answers: AssessedAnswers,
    private readonly assessing: Assessing,
    private readonly wording: FollowUpWording,
    private readonly log: AppLog,
  ) {
    super();
  }

  async after(interviewId: string, answerId: string): Promise<void> {
    try {
      await this.decide(interviewId, answerId);
    } catch (error) {
      this.log.error('no follow-up was decided', { error, interviewId });
    }
  }

  private async decide(interviewId: string, answerId: string): Promise<void> {
    const interview = await this.database.read(Interview).findOneByOrFail({ id: interviewId });
    const whose = await this.reader.whose(interview.applicationId);
    const parts = await this.reader.parts(interviewId);
    const part = parts.find(({ answer }) => answer.id === answerId);
    const consents = await this.consents.of(interview.applicationId);
    if (!part || !consents.automatedAssessment || !isAsked(interview, parts, part)) {
      return;
    }
    const given = await this.given(whose, parts, part);
    const wanted = given ? nextQuestion(given) : null;
    if (given && wanted) {
      await this.ask(interview, part, { ...wanted, worded: await this.wording.of(wanted, given) });
    }
  }

  /** Null while there are no words. */
  private async given(
    { locale, content }: Whose,
    parts: AnswerParts[],
    part: AnswerParts,
  ): Promise<Given | null> {
    const done = parts.filter(({ answer }) => answer.state === 'done');
    const assessed = await this.answers.of(done, locale);
    const answer = assessed.find((one) => one.answerId === part.answer.id);
    // A program is followed by its verdict, not by a question about its story.
    if (!answer?.transcript || part.question.content.kind === 'coding') {
      return null;
    }
    const { model, plan, questions } = content;
    const soFar = { answers: assessed, model, locale, answerId: answer.answerId };
    const { scores, story } = await this.assessing.run('soFar', soFar);
    if (!story) {
      return null;
    }
    const question = part.question.content;
    const own = model.dimensions.filter(({ code }) => question.dimensions.includes(code));
    const followUps = parts.filter((one) => one.question.kind === 'followUp');
    const toCome = parts.filter((one) => one.answer.state === 'waiting');
    const asked = new Set(parts.map((one) => one.question.content.code));
    const more = followUps.filter((one) => one.question.followsId === null || isMore(one));
    return {
      locale,
      answer: joinTranscript(answer.transcript).text,
      question,
      story,
      left: (plan.followUps ?? usualFollowUps) - followUps.length,
      secondsLeft: secondsLeft(parts),
      dimensions: own.map((dimension) => dimensionScore(dimension, scores, locale)),
      settled: [...toCome, ...more].flatMap((one) => one.question.content.dimensions),
      model: model.dimensions,
      spare: questions.filter(({ code, kind }) => !asked.has(code) && kind !== 'coding'),
    };
  }

  private async ask(
    { id, applicationId }: Interview,
    { question: before, answer }: AnswerParts,
    { joins, ...wanted }: FollowUpQuestion & { worded: string },
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.pipeline.lock(tx, applicationId);
      const interview = await tx.manager.findOneByOrFail(Interview, { id });
      const parts = await this.reader.parts(id, tx.manager);
      const part = parts.find((one) => one.answer.id === answer.id);
      if (part && isAsked(interview, parts, part)) {
        await this.added.insert(tx, interview, part.question.position + 1, {
          ...wanted,
          kind: 'followUp',
          followsId: joins ? before.id : null,
          byStaffId: null,
        });
      }
    });
  }
}

function isMore({ question }: AnswerParts): boolean {
  return question.content.code.startsWith(dimensionCode(''));
}

/** Of a planned answer that was given last, in an interview that goes on: one follow-up, while nothing later is open. */
function isAsked(interview: Interview, parts: AnswerParts[], part: AnswerParts): boolean {
  const { position, kind } = part.question;
  const later = parts.filter((one) => one.question.position > position);
  return (
    interview.state === 'running' &&
    kind === 'planned' &&
    part.answer.state === 'done' &&
    !parts.some(isOpen) &&
    later.every((one) => one.answer.state === 'waiting' && one.question.kind !== 'followUp')
  );
}
