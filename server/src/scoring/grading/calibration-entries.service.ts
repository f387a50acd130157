import { Injectable } from '@nestjs/common';
import { textIn } from '@zhiyu/contracts/basics';
import type {
  CalibrationEntry,
  CalibrationList,
  ListCalibrations,
} from '@zhiyu/contracts/calibration';
import type { PositionContent, Question } from '@zhiyu/contracts/position';
import { IsNull, Not } from 'typeorm';
import { Answer, AskedQuestion, Interview } from '../../interviews/entities/interview.entity.js';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { Application } from '../../recruiting/entities/application.entity.js';
import { Position } from '../../recruiting/entities/position.entity.js';
import { Positions } from '../../recruiting/positions.service.js';
import { mayOn } from '../../staff/access.js';
import { CalibrationRow, GradeRow } from './calibration.entity.js';
import { gradableOn, rubricKeyOf } from './rubric-key.js';

/** What is asked for, as positions and questions. */
interface Wanted {
  positionId?: string | undefined;
  fits: (question: Question) => boolean;
}

/** Questions of a position that are asked for, each with every dimension it can be graded on. */
function gradableIn({ questions, model }: PositionContent, { fits }: Wanted) {
  return questions.filter(fits).flatMap((question) => {
    const codes = gradableOn(question);
    const dimensions = model.dimensions.filter(({ code }) => codes.includes(code));
    return dimensions.map((dimension) => ({ question, dimension }));
  });
}

/** How far a calibration is; not begun where there is none. */
function stateOf(row: CalibrationRow | undefined, graded: Map<string, Set<string>>) {
  return row
    ? { id: row.id, inUse: row.inUse, graded: graded.get(row.id)?.size ?? 0 }
    : { id: null, inUse: null, graded: 0 };
}

/** Questions whose answers can be graded, and how far each is. */
@Injectable()
export class CalibrationEntries {
  constructor(
    private readonly database: Database,
    private readonly positions: Positions,
  ) {}

  /** Of positions that are asked for and not closed; nothing where nothing is asked for. */
  async of(actor: StaffActor, asked: ListCalibrations): Promise<CalibrationList> {
    const wanted = await this.wanted(actor, asked);
    if (!wanted) {
      return { entries: [] };
    }
    const { companyId } = actor;
    const rows = await this.database.read(CalibrationRow).findBy({ companyId });
    const known = new Map(rows.map((row) => [row.rubric, row]));
    const graded = await this.gradedOf(companyId);
    const where = { companyId, ...(wanted.positionId ? { id: wanted.positionId } : {}) };
    const places = await this.database
      .read(Position)
      .find({ where: { ...where, state: Not('closed') }, order: { id: 'ASC' } });
    const entries: CalibrationEntry[] = [];
    for (const place of places.filter((one) => mayOn(actor, 'calibration.grade', one))) {
      const { content } = await this.positions.version(place.versionId);
      const where = { positionId: place.id, positionName: textIn(content.name, actor.locale) };
      entries.push(
        ...gradableIn(content, wanted).map(({ question, dimension }) => ({
          ...where,
          ...{ code: question.code, text: question.text },
          ...{ dimension: dimension.code, dimensionName: dimension.name },
          ...stateOf(known.get(rubricKeyOf(question, dimension.code)), graded),
        })),
      );
    }
    return { entries };
  }

  private async wanted(actor: StaffActor, asked: ListCalibrations): Promise<Wanted | null> {
    const { positionId, bank, answerId } = asked;
    if (answerId !== undefined) {
      return this.byAnswer(actor, answerId);
    }
    if (bank !== undefined) {
      return { positionId, fits: (one) => one.bank?.code === bank };
    }
    return positionId === undefined ? null : { positionId, fits: () => true };
  }

  /** The question that an answer of this company was given to. */
  private async byAnswer({ companyId }: StaffActor, id: string): Promise<Wanted | null> {
    const answer = await this.database.read(Answer).findOneBy({ id, companyId });
    const asked =
      answer && (await this.database.read(AskedQuestion).findOneBy({ id: answer.questionId }));
    const interview =
      answer && (await this.database.read(Interview).findOneBy({ id: answer.interviewId }));
    const application =
      interview &&
      (await this.database.read(Application).findOneBy({ id: interview.applicationId }));
    return asked && application
      ? { positionId: application.positionId, fits: ({ code }) => code === asked.content.code }
      : null;
  }

  /** Answers that at least one person graded, by calibration. */
  private async gradedOf(companyId: string): Promise<Map<string, Set<string>>> {
    const grades = await this.database.read(GradeRow).find({
      where: { companyId, value: Not(IsNull()) },
      select: { calibrationId: true, gradedId: true },
    });
    const found = new Map<string, Set<string>>();
    for (const { calibrationId, gradedId } of grades) {
      found.set(calibrationId, (found.get(calibrationId) ?? new Set()).add(gradedId));
    }
    return found;
  }
}
