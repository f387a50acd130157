import { Injectable } from '@nestjs/common';
import type { InterviewPlan, PositionContent, Question } from '@zhiyu/contracts/position';
import type { EntityManager } from 'typeorm';
import { hashToken, newToken } from '../platform/auth/sessions.js';
import { Vault } from '../platform/crypto/vault.js';
import type { Tx } from '../platform/database/database.js';
import { locales } from '@zhiyu/contracts/basics';
import { In } from 'typeorm';
import { newId } from '../platform/time/ids.js';
import type { Application } from '../recruiting/entities/application.entity.js';
import { FreshQuestions } from '../recruiting/questions/fresh-questions.service.js';
import { ResumeQuestions } from '../recruiting/question-drafts/resume-questions.service.js';
import { SyntheticVoice } from '../platform/voice/synthetic-voice.js';
import { Answer, AskedQuestion, Interview } from './entities/interview.entity.js';
import { saidPlace } from './transcripts.service.js';

const dayMs = 86_400_000;
const hourMs = 3_600_000;

export interface Invited {
  interview: Interview;
  /** Hash path of the interview with its token. */
  path: string;
}

/** An interview in which the candidate may still be asked. */
const openStates: string[] = ['invited', 'consented', 'running'];

const emptyInterview = {
  tokenHash: null,
  token: null,
  exchangedAt: null,
  openedBy: null,
  openedOn: null,
  codeHash: null,
  codeExpiresAt: 0,
  startedAt: null,
  finishedAt: null,
  device: null,
  startsAt: null,
  place: '',
  contact: '',
};

/** Minutes an interview takes at most: reading, thinking and answering of every question. */
export function minutesOf(
  questions: Pick<Question, 'thinkingSeconds' | 'answerSeconds'>[],
): number {
  const seconds = questions.reduce((sum, one) => sum + one.thinkingSeconds + one.answerSeconds, 0);
  return Math.max(1, Math.ceil(seconds / 60));
}

function plannedQuestions(content: PositionContent): Question[] {
  return content.plan.questionCodes.flatMap((code) =>
    content.questions.filter((one) => one.code === code),
  );
}

/** Makes interviews: the machine's with its frozen questions, and rounds with people. */
@Injectable()
export class Invitations {
  constructor(
    private readonly vault: Vault,
    private readonly fresh: FreshQuestions,
    private readonly resumeQuestions: ResumeQuestions,
    private readonly voice: SyntheticVoice,
  ) {}

  /** An AI interview with the questions of the application's version of the position. */
  async invite(tx: Tx, application: Application, content: PositionContent): Promise<Invited> {
    const token = newToken();
    const interview = await this.insert(tx, application, {
      kind: 'ai',
      deadline: tx.now + content.plan.openDays * dayMs,
      tokenHash: hashToken(token),
    });
    const vault = await this.vault.of(application.personId, tx.manager);
    interview.token = vault.seal({ table: 'interview', column: 'token', row: interview.id }, token);
    await tx.manager.update(Interview, { id: interview.id }, { token: interview.token });
    for (const [position, planned] of (await this.questions(tx, application, content)).entries()) {
      await this.ask(tx, interview, { position, kind: 'planned', reason: '', ...planned });
    }
    await this.resumeQuestions.propose(tx, application, content);
    await this.askAboutResume(tx, interview, application, content);
    if (this.voice.name !== null) {
      tx.enqueue('question.read', { interviewId: interview.id });
    }
    this.orderTimers(tx, interview, content.plan);
    return { interview, path: `/pages/interview/index?t=${token}` };
  }

  /** The questions about the résumé that are approved by now, after the others; nothing where there are none. */
  async askAboutResume(
    tx: Tx,
    interview: Interview,
    application: Application,
    content: PositionContent,
  ): Promise<void> {
    const found = await this.resumeQuestions.take(tx, application, content, interview.id);
    const before = await tx.manager.countBy(AskedQuestion, { interviewId: interview.id });
    for (const [at, { content: question, reason: quoting }] of found.entries()) {
      const own = { position: before + at, kind: 'planned' as const, content: question };
      await this.ask(tx, interview, { ...own, reason: '', replaced: null, quoting });
    }
  }

  /** What an interview asks as it stands now, in its order. */
  async questionsOf(interviewId: string, manager: EntityManager): Promise<Question[]> {
    const order = { position: 'ASC' as const };
    const rows = await manager.find(AskedQuestion, { where: { interviewId }, order });
    return rows.map(({ content }) => content);
  }

  /** A round with people at a time and place. */
  meet(
    tx: Tx,
    application: Application,
    at: Pick<Interview, 'startsAt' | 'place' | 'contact'>,
  ): Promise<Interview> {
    const deadline = at.startsAt ?? tx.now;
    return this.insert(tx, application, { kind: 'human', deadline, ...at });
  }

  /** One more question in a person's own words; a finished interview opens again for it. */
  async addQuestion(
    tx: Tx,
    interview: Interview,
    input: { content: Question; reason: string; days: number },
  ): Promise<void> {
    const count = await tx.manager.countBy(AskedQuestion, { interviewId: interview.id });
    const { content, reason } = input;
    const of = { position: count, kind: 'supplementary' as const, replaced: null };
    await this.ask(tx, interview, { ...of, content, reason });
    const again = {
      state: 'running' as const,
      finishedAt: null,
      deadline: tx.now + input.days * dayMs,
    };
    Object.assign(interview, again);
    await tx.manager.update(Interview, { id: interview.id }, again);
    tx.enqueue('invitation.expire', { interviewId: interview.id }, { runAt: interview.deadline });
  }

  /** The link of a card to the interview; null when it was erased. */
  async pathOf(interview: Interview, manager?: EntityManager): Promise<string | null> {
    const vault = await this.vault.of(interview.personId, manager);
    const token = vault.open(
      { table: 'interview', column: 'token', row: interview.id },
      interview.token,
    );
    return token ? `/pages/interview/index?t=${token}` : null;
  }

  /** The plan's questions; what this person was asked before gives way to another one. */
  private async questions(
    tx: Tx,
    application: Application,
    content: PositionContent,
  ): Promise<Pick<AskedQuestion, 'content' | 'replaced'>[]> {
    const { companyId, personId } = application;
    const fresh = await this.fresh.of(tx, {
      companyId,
      locale: locales.find((one) => one === application.locale) ?? 'zh',
      planned: plannedQuestions(content),
      dimensions: content.model.dimensions,
      before: await this.heard(tx, companyId, personId),
    });
    return fresh.map(({ question, instead }) => ({
      content: question,
      replaced: instead && {
        code: instead.code,
        text: instead.text,
        by: question === instead ? null : question.code,
      },
    }));
  }

  /** What this person was asked by the company, in whichever application, or will be in an open interview. */
  private async heard(tx: Tx, companyId: string, personId: string): Promise<Question[]> {
    const interviews = await tx.manager.findBy(Interview, { companyId, personId, kind: 'ai' });
    // The first one: it is the interview that is being made.
    if (interviews.length < 2) {
      return [];
    }
    const interviewId = In(interviews.map((one) => one.id));
    const questions = await tx.manager.findBy(AskedQuestion, { interviewId });
    const answers = await tx.manager.findBy(Answer, { interviewId });
    const open = new Set(
      interviews.filter((one) => openStates.includes(one.state)).map((one) => one.id),
    );
    const opened = new Set(
      answers.filter((one) => one.state !== 'waiting').map((one) => one.questionId),
    );
    return questions
      .filter((one) => open.has(one.interviewId) || opened.has(one.id))
      .map((one) => one.content);
  }

  private async insert(
    tx: Tx,
    application: Application,
    own: Partial<Interview> & Pick<Interview, 'kind' | 'deadline'>,
  ): Promise<Interview> {
    const before = await tx.manager.countBy(Interview, { applicationId: application.id });
    const interview: Interview = {
      ...emptyInterview,
      id: newId(tx.now),
      companyId: application.companyId,
      applicationId: application.id,
      personId: application.personId,
      round: before + 1,
      state: 'invited',
      positionVersionId: application.positionVersionId,
      createdAt: tx.now,
      ...own,
    };
    await tx.manager.insert(Interview, interview);
    return interview;
  }

  private async ask(
    tx: Tx,
    interview: Interview,
    {
      quoting,
      ...question
    }: Pick<AskedQuestion, 'position' | 'kind' | 'content' | 'reason' | 'replaced'> & {
      quoting?: string;
    },
  ): Promise<void> {
    const { companyId, id: interviewId } = interview;
    const questionId = newId(tx.now);
    const vault = await this.vault.of(interview.personId, tx.manager);
    await tx.manager.insert(AskedQuestion, {
      id: questionId,
      companyId,
      interviewId,
      ...question,
      followsId: null,
      said: quoting ? vault.seal(saidPlace(questionId), quoting) : null,
      askedAt: null,
    });
    await tx.manager.insert(Answer, {
      id: newId(tx.now),
      companyId,
      interviewId,
      questionId,
      state: 'waiting',
      thinkingEndsAt: null,
      chosenAttemptId: null,
      chosenAt: null,
    });
  }

  private orderTimers(tx: Tx, interview: Interview, plan: InterviewPlan): void {
    const remindAt = interview.deadline - Math.min(24 * hourMs, (plan.openDays * dayMs) / 2);
    tx.enqueue('invitation.remind', { interviewId: interview.id }, { runAt: remindAt });
    tx.enqueue('invitation.expire', { interviewId: interview.id }, { runAt: interview.deadline });
  }
}
