import { Injectable } from '@nestjs/common';
import { type Locale, locales, textIn } from '@zhiyu/contracts/basics';
import type {
  ProgramsOfAnswer,
  Replay,
  SimilarProgram,
  SimilarPrograms,
} from '@zhiyu/contracts/coding-staff';
import { AppError } from '@zhiyu/contracts/errors';
import { In, Not } from 'typeorm';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { People } from '../../privacy/people.service.js';
import { Applications } from '../../recruiting/applications.service.js';
import type { Application } from '../../recruiting/entities/application.entity.js';
import { ProblemBank } from '../../recruiting/problem-seeds.js';
import { Answer, AskedQuestion, AttemptRow, Interview } from '../entities/interview.entity.js';
import { Drafts } from './drafts.service.js';
import { SubmissionRow } from './program.entity.js';
import { starterOf } from './starters.js';
import { bestOf, type OpenSubmission, Submissions } from './submissions.service.js';
import { fingerprint, likeness } from './winnowing.js';

/** Programs of other candidates that one is compared with, the newest first. */
const mostCompared = 300;
/** Likenesses that are shown, and the least share of one. */
const mostShown = 10;
const leastShare = 0.2;

interface Seen {
  application: Application;
  interview: Interview;
  /** Code of the problem. */
  problem: string;
  locale: Locale;
}

/** What HR sees of programs: verdicts, the typing, and how alike two programs are. */
@Injectable()
export class StaffPrograms {
  constructor(
    private readonly database: Database,
    private readonly applications: Applications,
    private readonly submissions: Submissions,
    private readonly drafts: Drafts,
    private readonly problems: ProblemBank,
    private readonly people: People,
  ) {}

  async programs(actor: StaffActor, answerId: string): Promise<ProgramsOfAnswer> {
    const seen = await this.require(actor, answerId);
    const open = await this.submissions.ofAnswer(answerId);
    const views = await this.submissions.views(open, seen.locale);
    const drafts = await this.drafts.ofAnswer(answerId);
    const problem = this.problems.find(seen.problem);
    return {
      title: problem ? textIn(problem.title, seen.locale) : seen.problem,
      submissions: views.map((view, at) => ({
        ...view,
        source: open[at]?.source ?? '',
        tests: open[at]?.judged?.tests ?? [],
      })),
      snapshots: drafts.reduce((sum, one) => sum + one.snapshots, 0),
    };
  }

  async replay(actor: StaffActor, answerId: string): Promise<Replay> {
    await this.require(actor, answerId);
    const drafts = await this.drafts.ofAnswer(answerId);
    const attempts = await this.database.read(AttemptRow).find({
      where: { id: In(drafts.map(({ id }) => id)) },
      order: { startedAt: 'ASC', id: 'ASC' },
    });
    const played = attempts.map(async ({ id, startedAt }) => {
      const draft = drafts.find((one) => one.id === id);
      const snapshots = draft ? await this.drafts.replay(draft) : [];
      return { attemptId: id, startedAt, snapshots, full: draft?.full ?? false };
    });
    return { attempts: await Promise.all(played) };
  }

  /** A fact, never a verdict: which lines stand in another program, names and layout aside. */
  async similar(actor: StaffActor, answerId: string): Promise<SimilarPrograms> {
    const seen = await this.require(actor, answerId);
    const own = bestOf(await this.submissions.ofAnswer(answerId));
    if (!own) {
      return { submissionId: null, compared: 0, reference: false, matches: [] };
    }
    const others = await this.othersOf(own);
    const starter = starterOf(this.problems.find(seen.problem), own.language);
    const given = fingerprint(starter, own.language);
    const mine = fingerprint(own.source, own.language);
    const compare = (source: string) => likeness(mine, fingerprint(source, own.language), given);
    const references = this.referencesOf(seen.problem, own);
    const found = [
      ...references.map((source) => ({ source, of: null, ...compare(source) })),
      ...others.map((of) => ({ source: of.source, of, ...compare(of.source) })),
    ]
      .filter(({ share }) => share >= leastShare)
      .sort((a, b) => b.share - a.share)
      .slice(0, mostShown);
    const matches = found.map(({ of, ...like }) => this.shown(actor, like, of));
    return {
      submissionId: own.row.id,
      compared: others.length,
      reference: references.length > 0,
      matches: await Promise.all(matches),
    };
  }

  private referencesOf(code: string, { language }: OpenSubmission): string[] {
    const solutions = this.problems.find(code)?.solutions ?? [];
    return solutions.filter((one) => one.language === language).map(({ source }) => source);
  }

  /** The best program of every other answer to the same problem. */
  private async othersOf({ row }: OpenSubmission): Promise<OpenSubmission[]> {
    const { companyId, problem, language, personId } = row;
    const rows = await this.database.read(SubmissionRow).find({
      where: { companyId, problem, language, personId: Not(personId) },
      order: { createdAt: 'DESC', id: 'DESC' },
      take: mostCompared,
    });
    const open = await this.submissions.open(rows.reverse());
    const answers = [...new Set(open.map((one) => one.row.answerId))];
    return answers.flatMap(
      (answerId) => bestOf(open.filter((one) => one.row.answerId === answerId)) ?? [],
    );
  }

  private async shown(
    actor: StaffActor,
    like: Pick<SimilarProgram, 'share' | 'spans'> & { source: string },
    of: OpenSubmission | null,
  ): Promise<SimilarProgram> {
    const { share, spans, source } = like;
    if (!of) {
      const nobody = { applicationId: null, candidateName: null, at: null };
      return { kind: 'reference', ...nobody, share, spans, source };
    }
    const application = await this.readable(actor, of.row.interviewId);
    const candidateName = application && (await this.people.nameOf(application.personId));
    return {
      kind: 'submission',
      applicationId: application?.id ?? null,
      candidateName,
      at: of.row.createdAt,
      share,
      spans,
      source: application ? source : null,
    };
  }

  /** The application of an interview; null for who may not read its report. */
  private async readable(actor: StaffActor, interviewId: string): Promise<Application | null> {
    const interview = await this.database.read(Interview).findOneByOrFail({ id: interviewId });
    try {
      const { applicationId } = interview;
      return (await this.applications.require(actor, applicationId, 'report.view')).application;
    } catch (error) {
      if (error instanceof AppError) {
        return null;
      }
      throw error;
    }
  }

  private async require(actor: StaffActor, answerId: string): Promise<Seen> {
    const answer = await this.database.read(Answer).findOneBy({ id: answerId });
    const interview = answer
      ? await this.database.read(Interview).findOneBy({ id: answer.interviewId })
      : null;
    if (!answer || !interview) {
      throw new AppError('notFound');
    }
    const { application } = await this.applications.require(
      actor,
      interview.applicationId,
      'report.view',
    );
    const asked = await this.database
      .read(AskedQuestion)
      .findOneByOrFail({ id: answer.questionId });
    const problem = asked.content.coding?.problem;
    if (problem === undefined) {
      throw new AppError('notFound');
    }
    const locale = locales.find((one) => one === actor.locale) ?? 'zh';
    return { application, interview, problem, locale };
  }
}
