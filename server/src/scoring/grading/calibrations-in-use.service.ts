import { Injectable } from '@nestjs/common';
import type { Locale } from '@zhiyu/contracts/basics';
import { In, IsNull, Not } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { Assessing } from '../assessing/assessing.service.js';
import type { Weights } from '../calibration/known.js';
import type { AssessInput } from '../engine/assess.js';
import type { Learned, ReadingOrder } from '../engine/engine.types.js';
import { CalibrationRow, CalibrationVersionRow, GradedAnswerRow } from './calibration.entity.js';
import { GradedWords, localeOf } from './graded-words.service.js';
import type { Taught } from './learning.js';
import { rubricKeyOf } from './rubric-key.js';

interface Loaded {
  version: number;
  weights: Weights;
  taught: Taught[];
  /** Of the answers it was learned from, in their order. */
  answerIds: string[];
}

/** What the answers of one interview are asked of one calibration. */
interface Asked {
  row: CalibrationRow;
  answers: { answerId: string; text: string; locale: Locale }[];
}

/** The calibrations that a company has put to use, as the engine gets them: numbers only. */
@Injectable()
export class CalibrationsInUse {
  constructor(
    private readonly database: Database,
    private readonly words: GradedWords,
    private readonly assessing: Assessing,
  ) {}

  /** What they say about this interview; undefined where none is about it. */
  async of(input: AssessInput, companyId: string): Promise<Learned | undefined> {
    const used = await this.database
      .read(CalibrationRow)
      .findBy({ companyId, inUse: Not(IsNull()) });
    if (used.length === 0) {
      return undefined;
    }
    const learned: Learned = { calibrations: [], orders: {} };
    for (const asked of askedOf(await this.assessing.run('orders', input), used)) {
      const found = await this.load(asked.row);
      if (found) {
        await this.add(learned, asked, found);
      }
    }
    return learned.calibrations.length > 0 ? learned : undefined;
  }

  private async add(learned: Learned, asked: Asked, found: Loaded): Promise<void> {
    const { taught, weights, version, answerIds } = found;
    const { answers, row } = asked;
    const { known, near } = await this.assessing.run('numbers', { taught, weights, answers });
    const calibration = learned.calibrations.push({ version, ...known }) - 1;
    answers.forEach(({ answerId }, at) => {
      const own = answerIds.indexOf(answerId);
      const order = {
        ...{ dimension: row.dimension, calibration, near: near[at] ?? [] },
        ...(own >= 0 ? { own } : {}),
      };
      learned.orders[answerId] = [...(learned.orders[answerId] ?? []), order];
    });
  }

  private async load({ id, inUse }: CalibrationRow): Promise<Loaded | null> {
    const version = await this.database
      .read(CalibrationVersionRow)
      .findOneBy({ calibrationId: id, version: inUse ?? 0 });
    if (!version) {
      return null;
    }
    const ids = version.grades.map(({ graded }) => graded);
    const rows = await this.database.read(GradedAnswerRow).findBy({ id: In(ids) });
    const words = await this.words.of(rows);
    const taught = version.grades.flatMap(({ graded, value }) => {
      const row = rows.find((one) => one.id === graded);
      return row ? [taughtBy(row, value, words.get(graded) ?? '')] : [];
    });
    const answerIds = taught.map(({ answerId }) => answerId);
    return { version: version.version, weights: version.weights, taught, answerIds };
  }
}

function taughtBy(row: GradedAnswerRow, value: number, words: string) {
  const { id: graded, answerId, share, features } = row;
  return { graded, answerId, share, features, value, words, locale: localeOf(row) };
}

/** Answers by the calibration that is about their question, one dimension at a time. */
function askedOf(orders: ReadingOrder[], used: CalibrationRow[]): Asked[] {
  return used.flatMap((row) => {
    const answers = orders.filter(
      ({ question, dimensions }) =>
        dimensions.some(({ code }) => code === row.dimension) &&
        rubricKeyOf(question, row.dimension) === row.rubric,
    );
    return answers.length === 0 ? [] : [{ row, answers }];
  });
}
