import type {
  AnswerMode,
  BegunAttempt,
  CandidateInterview,
  CandidateStatus,
  FinishAttempt,
} from '@zhiyu/contracts/interview';
import type { PositionContent } from '@zhiyu/contracts/position';
import { consentTexts } from '@zhiyu/contracts/consent-texts';
import { routes } from '@zhiyu/contracts/routes';
import { type ACandidate, aCandidate } from '../factories/candidate.js';
import {
  type ACompany,
  aCompany,
  aDepartment,
  anotherSession,
  aStaff,
  type AStaff,
} from '../factories/company.js';
import { type APosition, aPosition, storeStaff } from '../factories/position.js';
import type { TestApp } from '../harness/app.js';
import { TestSession } from '../harness/client.js';
import { gradedQuestions } from '../scoring/engine.answers.js';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

const askedCodes = ['return-conflict', 'count-difference'];

/** Answers to the two questions that the walk's position asks. */
export const answersOf = (grade: 'strong' | 'middling' | 'weak'): string[] =>
  askedCodes.map((code) => {
    const graded = gradedQuestions.find((one) => one.question === code);
    if (!graded) {
      throw new Error(`no graded answer to ${code}`);
    }
    return graded[grade];
  });

/**
 * The shop position with two questions, and a model of just the dimensions that they measure: so that an
 * interview is short and its total rests on the whole model.
 */
export function shortPosition(): PositionContent {
  const content = storeStaff();
  const questions = content.questions.filter((one) => askedCodes.includes(one.code));
  const measured = new Set(questions.flatMap((one) => one.dimensions));
  const dimensions = content.model.dimensions.filter((one) => measured.has(one.code));
  const even = dimensions.map((one) => ({ ...one, weight: 1 / dimensions.length }));
  return {
    ...content,
    questions,
    model: { ...content.model, dimensions: even },
    plan: { ...content.plan, questionCodes: askedCodes },
  };
}

/** A company with the people that a candidate meets. */
export interface Stand {
  app: TestApp;
  company: ACompany;
  /** Responsible for the position. */
  hr: AStaff;
  /** Of the position's department. */
  head: AStaff;
  position: APosition;
}

export async function aStand(
  app: TestApp,
  change: (content: PositionContent) => PositionContent = (content) => content,
): Promise<Stand> {
  const company = await aCompany(app);
  const hr = await aStaff(app, { company, roles: ['hr'], name: '许澜' });
  const head = await aStaff(app, { company, roles: ['manager'], name: '何敬' });
  const departmentId = await aDepartment(app, { company, managerId: head.id });
  const content = change(shortPosition());
  const position = await aPosition(app, { company, departmentId, ownerId: hr.id, content });
  return { app, company, hr, head, position };
}

/** Sessions of staff are short: after a clock has run, both sign in again. */
export async function signInAgain({ app, hr, head }: Stand): Promise<void> {
  hr.session = await anotherSession(app, hr);
  head.session = await anotherSession(app, head);
}

/** A résumé that holds every rule of the shop position. */
export function goodResume({ name, phone, email }: ACandidate): string {
  return [
    name,
    `电话：${phone}  邮箱：${email}`,
    '教育背景',
    '2017.09-2020.06  杭州职业技术学院  市场营销  大专',
    '工作经历',
    '2020.07-2023.12  云杉超市  店员',
    '负责收银、退换货和排班，每月接待顾客约两千人',
    '专业技能',
    '收银 顾客服务 Excel',
  ].join('\n');
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export interface Walker {
  applicationId: string;
  candidate: ACandidate;
  session: TestSession;
  /** Of the status page, as the link has it. */
  token: string;
  answerBy: number;
}

export function tokenIn(path: string): string {
  return path.split('t=')[1] ?? '';
}

/** What the form sends when nothing is out of the ordinary. */
export function formOf(stand: Stand, candidate: ACandidate, draftId: string | null) {
  const { name, phone, email, locale } = candidate;
  const typed = { name, phone, email, education: '', work: '' };
  const agreed = { consent: true as const, talentPool: false, locale };
  return { code: stand.position.linkCode, draftId, ...typed, ...agreed };
}

/** Applies by the link, with a résumé or without, and opens the own page. */
export async function apply(
  stand: Stand,
  given: { candidate?: ACandidate; resume?: string | null } = {},
): Promise<Walker> {
  const { app } = stand;
  const candidate = given.candidate ?? aCandidate();
  const resume = given.resume === undefined ? goodResume(candidate) : given.resume;
  const where = { code: stand.position.linkCode, name: '简历.txt' };
  const draft =
    resume === null
      ? null
      : await app.api(routes.readResume, where, undefined, { file: bytesOf(resume) });
  const form = formOf(stand, candidate, draft?.draftId ?? null);
  const { statusPath, answerBy } = await app.api(routes.apply, form);
  const session = new TestSession();
  const token = tokenIn(statusPath);
  await app.api(routes.exchange, { token }, session);
  const { applicationId } = await app.api(routes.candidateStatus, {}, session);
  return { applicationId, candidate, session, token, answerBy };
}

/** Applied, screened, invited. */
export async function invited(stand: Stand): Promise<Walker> {
  const walker = await apply(stand);
  await stand.app.drainJobs();
  return walker;
}

export const allConsents = {
  recording: true,
  transcription: true,
  automatedAssessment: true,
  talentPool: false,
  textVersion: consentTexts.interview,
};

/** Agreed, and the first question is open. */
export async function interviewing(stand: Stand, consents = allConsents): Promise<Walker> {
  const walker = await invited(stand);
  await stand.app.api(routes.giveConsents, consents, walker.session);
  await next(stand, walker);
  return walker;
}

export function next(stand: Stand, { session }: Walker): Promise<CandidateInterview> {
  return stand.app.api(routes.nextQuestion, {}, session);
}

export function interviewOf(stand: Stand, { session }: Walker): Promise<CandidateInterview> {
  return stand.app.api(routes.candidateInterview, {}, session);
}

export function statusOf(stand: Stand, { session }: Walker): Promise<CandidateStatus> {
  return stand.app.api(routes.candidateStatus, {}, session);
}

/** The question that is open. */
export async function currentOf(stand: Stand, walker: Walker) {
  const { current } = await interviewOf(stand, walker);
  if (!current) {
    throw new Error('no question is open');
  }
  return current;
}

const types: Record<AnswerMode, { mimeType: string; audioMimeType: string }> = {
  camera: { mimeType: 'video/webm;codecs=vp8,opus', audioMimeType: 'audio/wav' },
  voice: { mimeType: 'audio/wav', audioMimeType: 'audio/wav' },
  text: { mimeType: '', audioMimeType: '' },
};

export async function begin(
  stand: Stand,
  walker: Walker,
  mode: AnswerMode = 'text',
): Promise<BegunAttempt> {
  const { answerId } = await currentOf(stand, walker);
  const input = { answerId, mode, ...types[mode] };
  return stand.app.api(routes.beginAttempt, input, walker.session);
}

export function finishAttempt(
  stand: Stand,
  walker: Walker,
  attemptId: string,
  given: Partial<FinishAttempt> = {},
): Promise<CandidateInterview> {
  const plain = { text: '', pasted: false, offline: false, durationMs: 30_000 };
  const input = { ...plain, ...given, attemptId };
  return stand.app.api(routes.finishAttempt, input, walker.session);
}

export async function choose(stand: Stand, walker: Walker, attemptId: string): Promise<void> {
  const { answerId } = await currentOf(stand, walker);
  await stand.app.api(routes.chooseAttempt, { answerId, attemptId }, walker.session);
}

/** Writes the answer to the open question and takes it. */
export async function answerInText(stand: Stand, walker: Walker, text: string): Promise<void> {
  const { attemptId } = await begin(stand, walker);
  await finishAttempt(stand, walker, attemptId, { text });
  await choose(stand, walker, attemptId);
}

export function handIn(stand: Stand, { session }: Walker): Promise<CandidateStatus> {
  return stand.app.api(routes.finishInterview, {}, session);
}

/** Answered both questions, handed in, assessed: the card is out. */
export async function assessed(
  stand: Stand,
  grade: 'strong' | 'middling' | 'weak' = 'strong',
): Promise<Walker> {
  const walker = await interviewing(stand);
  for (const text of answersOf(grade)) {
    await next(stand, walker);
    await answerInText(stand, walker, text);
  }
  await handIn(stand, walker);
  await stand.app.drainJobs();
  return walker;
}
