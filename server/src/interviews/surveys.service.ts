import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import {
  leastSurveyAnswers,
  type Survey,
  type SurveyInput,
  type SurveyResult,
} from '@zhiyu/contracts/requests';
import type { CandidateActor, StaffActor } from '../platform/auth/actor.js';
import type { SubjectVault } from '../platform/crypto/sealed.js';
import { Vault } from '../platform/crypto/vault.js';
import { Database } from '../platform/database/database.js';
import { SurveyAnswer, SurveyDone } from './entities/survey.entity.js';
import { InterviewReader } from './interview-reader.js';

const place = (row: string) => ({ table: 'survey_answer', column: 'text', row });
const grades = [1, 2, 3, 4, 5];

function mean(numbers: number[]): number {
  return Math.round((10 * numbers.reduce((sum, one) => sum + one, 0)) / numbers.length) / 10;
}

/** Of these answers together; null where they are too few to hide one among them. */
function surveyOf(rows: SurveyAnswer[], vault: SubjectVault): Survey | null {
  if (rows.length < leastSurveyAnswers) {
    return null;
  }
  const counts = (of: number[]) => grades.map((grade) => of.filter((one) => one === grade).length);
  const fair = rows.map((row) => row.fair);
  const smooth = rows.map((row) => row.smooth);
  const texts = rows.flatMap((row) => vault.open(place(row.id), row.text) ?? []);
  return {
    answers: rows.length,
    ...{ fair: mean(fair), smooth: mean(smooth) },
    ...{ fairCounts: counts(fair), smoothCounts: counts(smooth), texts },
  };
}

/** Was it fair, did it work: two questions after the interview, seen by the company only as a whole. */
@Injectable()
export class Surveys {
  constructor(
    private readonly database: Database,
    private readonly reader: InterviewReader,
    private readonly vault: Vault,
  ) {}

  /** A second answer of the same candidate is not taken. @throws interviewClosed before handing in */
  async answer(actor: CandidateActor, input: SurveyInput): Promise<void> {
    await this.database.transaction(async (tx) => {
      const interview = await this.reader.lockOwn(tx, actor);
      const { applicationId, companyId } = actor;
      if (interview.state !== 'finished') {
        throw new AppError('interviewClosed');
      }
      if (await tx.manager.existsBy(SurveyDone, { applicationId })) {
        return;
      }
      const { application } = await this.reader.whose(applicationId, tx.manager);
      const vault = await this.vault.of(companyId, tx.manager);
      const id = randomUUID();
      const text = input.text === '' ? null : vault.seal(place(id), input.text);
      const { positionId } = application;
      const { fair, smooth } = input;
      await tx.manager.insert(SurveyDone, { applicationId, companyId, at: tx.now });
      await tx.manager.insert(SurveyAnswer, { id, companyId, positionId, fair, smooth, text });
    });
  }

  async stateOf(applicationId: string, handedIn: boolean): Promise<'none' | 'open' | 'done'> {
    const done = await this.database.read(SurveyDone).existsBy({ applicationId });
    return done ? 'done' : handedIn ? 'open' : 'none';
  }

  async result({ companyId }: StaffActor): Promise<SurveyResult> {
    const rows = await this.database
      .read(SurveyAnswer)
      .find({ where: { companyId }, order: { id: 'ASC' } });
    const vault = await this.vault.of(companyId);
    const ids = [...new Set(rows.map((row) => row.positionId))];
    const positions = ids.flatMap((positionId) => {
      const of = rows.filter((row) => row.positionId === positionId);
      const survey = surveyOf(of, vault);
      return survey ? [{ positionId, ...survey }] : [];
    });
    return { company: surveyOf(rows, vault), positions };
  }
}
