import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Interview } from '../../interviews/entities/interview.entity.js';
import { InterviewReader } from '../../interviews/interview-reader.js';
import { Database } from '../../platform/database/database.js';
import { Consents } from '../../privacy/consents.service.js';
import { PositionVersion } from '../../recruiting/entities/position.entity.js';
import { Positions } from '../../recruiting/positions.service.js';
import { Assessing } from '../assessing/assessing.service.js';
import type { AssessInput } from '../engine/assess.js';
import { ReportInput } from '../report-input.service.js';
import type { Offered } from './learning.js';
import { rubricKeyOf } from './rubric-key.js';

/** An answer that could be graded, with its words. */
export interface PooledAnswer extends Offered {
  applicationId: string;
}

/** The newest interviews that are looked at. */
const mostInterviews = 100;

/** Answers to a question that people may grade: handed in, with consent to machine assessment, read by the engine. */
@Injectable()
export class AnswerPool {
  constructor(
    private readonly database: Database,
    private readonly reader: InterviewReader,
    private readonly positions: Positions,
    private readonly inputs: ReportInput,
    private readonly consents: Consents,
    private readonly assessing: Assessing,
  ) {}

  /** Those of the example company only where there are no others. */
  async of(companyId: string, rubric: string, dimension: string): Promise<PooledAnswer[]> {
    const versions = await this.versionsWith(companyId, rubric, dimension);
    const interviews = await this.database.read(Interview).find({
      where: { companyId, kind: 'ai', state: 'finished', positionVersionId: In(versions) },
      order: { finishedAt: 'DESC', id: 'DESC' },
      take: mostInterviews,
    });
    const found: (PooledAnswer & { example: boolean })[] = [];
    for (const interview of interviews) {
      found.push(...(await this.answersOf(interview, rubric, dimension)));
    }
    const real = found.filter(({ example }) => !example);
    return real.length > 0 ? real : found;
  }

  private async versionsWith(
    companyId: string,
    rubric: string,
    dimension: string,
  ): Promise<string[]> {
    const ids = await this.database
      .read(PositionVersion)
      .find({ where: { companyId }, select: { id: true } });
    const versions = await Promise.all(ids.map(({ id }) => this.positions.version(id)));
    return versions
      .filter(({ content }) =>
        content.questions.some((one) => rubricKeyOf(one, dimension) === rubric),
      )
      .map(({ id }) => id);
  }

  private async answersOf(interview: Interview, rubric: string, dimension: string) {
    const { automatedAssessment } = await this.consents.of(interview.applicationId);
    if (automatedAssessment !== true) {
      return [];
    }
    const whose = await this.reader.whose(interview.applicationId);
    const input = await this.inputs.of(interview, whose);
    const { id: applicationId, personId, example } = whose.application;
    const lessons = await this.assessing.run('lessons', onlyOn(input, rubric, dimension));
    return lessons
      .filter((one) => one.dimension === dimension)
      .map(({ answerId, text, share, features }) => {
        // What does not count was blanked out, place by place.
        const words = text.replace(/[ \t]{3,}/gu, ' … ').trim();
        const said = { words, locale: whose.locale };
        return { id: answerId, personId, applicationId, example, share, features, ...said };
      });
  }
}

/** The answers to this question and what goes on with them: nothing else has to be read. */
function onlyOn(input: AssessInput | null, rubric: string, dimension: string): AssessInput {
  const none: AssessInput = {
    ...{ interviewId: '', locale: 'zh', modelVersion: 0, answers: [], speechEngine: '' },
    model: { dimensions: [], threshold: 0 },
  };
  if (!input) {
    return none;
  }
  const own = input.answers.filter(
    ({ question, kind }) => kind !== 'followUp' && rubricKeyOf(question, dimension) === rubric,
  );
  const ids = new Set(own.map(({ answerId }) => answerId));
  const after = input.answers.filter(({ follows }) => follows && ids.has(follows));
  return { ...input, answers: [...own, ...after] };
}
