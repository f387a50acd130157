import { Injectable } from '@nestjs/common';
import { type Locale, textIn } from '@zhiyu/contracts/basics';
import type { CodingResult, ProgramSubmission, SubmitProgram } from '@zhiyu/contracts/coding';
import { AppError } from '@zhiyu/contracts/errors';
import { type ProgramLanguage, programLanguages } from '@zhiyu/contracts/judge';
import { type EntityManager, LessThan } from 'typeorm';
import type { CandidateActor } from '../../platform/auth/actor.js';
import { Vault } from '../../platform/crypto/vault.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { newId } from '../../platform/time/ids.js';
import { ProblemBank } from '../../recruiting/problem-seeds.js';
import { Answer, AskedQuestion, type AttemptRow } from '../entities/interview.entity.js';
import { Drafts } from './drafts.service.js';
import { groupsOf, type Judged } from './judged.js';
import { OwnCodings, refuseOther } from './own-coding.js';
import { SubmissionRow } from './program.entity.js';
import { starterOf } from './starters.js';

/** Programs that may be handed in by hand for one answer. */
export const mostSubmissions = 8;
/** Of these so many may wait to be judged. */
const mostQueued = 2;

const place = (row: string, column: 'source' | 'result') => ({
  table: 'program_submission',
  column,
  row,
});

/** A submission with what is sealed in it. */
export interface OpenSubmission {
  row: SubmissionRow;
  language: ProgramLanguage;
  source: string;
  judged: Judged | null;
}

interface NewSubmission {
  attempt: AttemptRow;
  interviewId: string;
  problem: string;
  language: ProgramLanguage;
  source: string;
  auto: boolean;
}

/** Programs handed in to the hidden tests. The best one counts. */
@Injectable()
export class Submissions {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly own: OwnCodings,
    private readonly drafts: Drafts,
    private readonly problems: ProblemBank,
  ) {}

  /** @throws attemptsUsed, tooManyTries while others of this answer wait */
  async submit(actor: CandidateActor, input: SubmitProgram): Promise<string> {
    return this.database.transaction(async (tx) => {
      const own = await this.own.writing(tx, actor, input.attemptId);
      refuseOther(own.coding, input.language);
      const answerId = own.part.answer.id;
      const given = await tx.manager.findBy(SubmissionRow, { answerId, auto: false });
      if (given.length >= mostSubmissions) {
        throw new AppError('attemptsUsed');
      }
      if (given.filter(({ state }) => state === 'queued').length >= mostQueued) {
        throw new AppError('tooManyTries', { seconds: 10 });
      }
      const { language, source } = input;
      const { attempt, interview, problem } = own;
      const facts = { interviewId: interview.id, problem: problem.code, auto: false };
      await this.add(tx, { attempt, language, source, ...facts });
      return answerId;
    });
  }

  /**
   * The end of an attempt: what was written and never handed in is handed in now, so that nobody loses a program by a
   * clock. Attempts of other questions have no program.
   */
  async close(tx: Tx, attempt: AttemptRow): Promise<void> {
    const program = await this.drafts.current(attempt.id, tx.manager);
    if (!program) {
      return;
    }
    const answer = await tx.manager.findOneByOrFail(Answer, { id: attempt.answerId });
    const asked = await tx.manager.findOneByOrFail(AskedQuestion, { id: answer.questionId });
    const known = await this.ofAnswer(answer.id, tx.manager);
    const same = known.some(
      ({ language, source }) => language === program.language && source === program.source,
    );
    const problem = asked.content.coding?.problem;
    if (problem === undefined || same) {
      return;
    }
    if (program.source !== starterOf(this.problems.find(problem), program.language)) {
      const { interviewId } = answer;
      await this.add(tx, { attempt, interviewId, problem, auto: true, ...program });
    }
  }

  /** Oldest first; none of a person who was erased. */
  async ofAnswer(
    answerId: string,
    manager: EntityManager = this.database.dataSource.manager,
  ): Promise<OpenSubmission[]> {
    const order = { createdAt: 'ASC' as const, id: 'ASC' as const };
    const rows = await manager.find(SubmissionRow, { where: { answerId }, order });
    return this.open(rows, manager);
  }

  async open(rows: SubmissionRow[], manager?: EntityManager): Promise<OpenSubmission[]> {
    const people = rows.map(({ personId }) => personId);
    const vaults = await this.vault.ofMany(people, manager);
    return rows.flatMap((row) => {
      const vault = vaults.get(row.personId);
      const source = vault?.open(place(row.id, 'source'), row.source) ?? null;
      const result = vault?.open(place(row.id, 'result'), row.result) ?? null;
      const language = programLanguages.find((one) => one === row.language);
      return source === null || !language
        ? []
        : [{ row, language, source, judged: result ? (JSON.parse(result) as Judged) : null }];
    });
  }

  /** What the judge said. @returns false when it was said already */
  async judge(
    tx: Tx,
    row: SubmissionRow,
    given: { judged: Judged; points: number } | null,
  ): Promise<boolean> {
    const vault = await this.vault.of(row.personId, tx.manager);
    const sealed = given && vault.seal(place(row.id, 'result'), JSON.stringify(given.judged));
    const said = {
      state: given ? ('done' as const) : ('notJudged' as const),
      points: given?.points ?? null,
      result: sealed,
      judgedAt: tx.now,
    };
    const queued = { id: row.id, state: 'queued' as const };
    return (await tx.manager.update(SubmissionRow, queued, said)).affected === 1;
  }

  /** Programs of this interview are not judged yet. */
  wait(interviewId: string): Promise<boolean> {
    return this.database.read(SubmissionRow).existsBy({ interviewId, state: 'queued' });
  }

  /** The program that counts of an answer, for the report; null where nothing was written. */
  async standing(
    answerId: string,
    locale: Locale,
  ): Promise<{ result: CodingResult; source: string } | null> {
    const open = await this.ofAnswer(answerId);
    const best = bestOf(open);
    if (!best || best.row.state === 'queued') {
      return null;
    }
    const { row, language, source, judged } = best;
    const problem = this.problems.find(row.problem);
    const result = {
      problem: row.problem,
      title: problem ? textIn(problem.title, locale) : row.problem,
      language,
      submissionId: row.id,
      submissions: open.length,
      points: row.points,
      groups: judged ? groupsOf(judged, locale) : [],
      sandbox: judged?.engine ?? null,
    };
    return { result, source };
  }

  /** As the candidate and HR see them. */
  async views(open: OpenSubmission[], locale: Locale): Promise<ProgramSubmission[]> {
    const best = bestOf(open);
    const waiting = open.find(({ row }) => row.state === 'queued');
    const ahead = waiting ? await this.aheadOf(waiting.row) : 0;
    return open.map((one) => {
      const { row, language, judged } = one;
      return {
        id: row.id,
        language,
        state: row.state,
        ahead: row.state === 'queued' ? ahead : 0,
        at: row.createdAt,
        auto: row.auto,
        best: one === best,
        points: row.points,
        verdict: judged?.verdict ?? null,
        groups: judged ? groupsOf(judged, locale) : [],
        compile: judged?.compile ?? '',
      };
    });
  }

  private aheadOf({ createdAt }: SubmissionRow): Promise<number> {
    return this.database
      .read(SubmissionRow)
      .countBy({ state: 'queued', createdAt: LessThan(createdAt) });
  }

  private async add(tx: Tx, given: NewSubmission): Promise<void> {
    const { attempt, source, ...facts } = given;
    const { companyId, personId, answerId, id: attemptId } = attempt;
    const id = newId(tx.now);
    const vault = await this.vault.of(personId, tx.manager);
    await tx.manager.insert(SubmissionRow, {
      ...{ id, companyId, personId, answerId, attemptId, ...facts },
      ...{ state: 'queued', source: vault.seal(place(id, 'source'), source) },
      ...{ points: null, result: null, tries: 0, createdAt: tx.now, judgedAt: null },
    });
    tx.enqueue('coding.judge', { submissionId: id });
  }
}

/** The one with the most points, the first of several; else the newest, which a person reads. */
export function bestOf(open: OpenSubmission[]): OpenSubmission | null {
  const judged = open.filter(({ row }) => row.points !== null);
  const most = Math.max(...judged.map(({ row }) => row.points ?? 0));
  return judged.find(({ row }) => row.points === most) ?? open.at(-1) ?? null;
}
