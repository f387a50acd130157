import { Injectable } from '@nestjs/common';
import type { Locale } from '@zhiyu/contracts/basics';
import { textIn } from '@zhiyu/contracts/basics';
import type { BlindAnswer, CalibrationView } from '@zhiyu/contracts/calibration';
import { Not } from 'typeorm';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { Position } from '../../recruiting/entities/position.entity.js';
import { Positions } from '../../recruiting/positions.service.js';
import { groundOf } from '../../staff/rights.js';
import { StaffService } from '../../staff/staff.service.js';
import { Assessing } from '../assessing/assessing.service.js';
import { agreementView } from '../calibration/lesson.js';
import {
  type CalibrationRow,
  CalibrationVersionRow,
  GradeCardsRow,
  GradedAnswerRow,
  GradeRow,
} from './calibration.entity.js';
import { GradedWords, localeOf } from './graded-words.service.js';
import { engineName, type Taught } from './learning.js';
import { rubricKeyOf } from './rubric-key.js';

/** From so many graded answers on the page shows what would be learned, and how two people agree. */
const fewestToShow = 5;
const fewestTogether = 3;

/** All of a calibration, as its rows. */
export interface Gathered {
  answers: GradedAnswerRow[];
  grades: GradeRow[];
  words: Map<string, string>;
}

/** The mean of what people gave each answer, in the order of grading; those nobody could grade are absent. */
export function taughtBy({ answers, grades, words }: Gathered): Taught[] {
  return answers.flatMap((row) => {
    const given = grades.flatMap(({ gradedId, value }) =>
      gradedId === row.id && value !== null ? [value] : [],
    );
    const value = given.reduce((sum, one) => sum + one, 0) / Math.max(1, given.length);
    const said = { words: words.get(row.id) ?? '', locale: localeOf(row) };
    return given.length === 0
      ? []
      : [{ graded: row.id, share: row.share, features: row.features, value, ...said }];
  });
}

/** A calibration as the person who grades sees it: no names, no scores of the machine by answer. */
@Injectable()
export class CalibrationViews {
  constructor(
    private readonly database: Database,
    private readonly words: GradedWords,
    private readonly staff: StaffService,
    private readonly positions: Positions,
    private readonly assessing: Assessing,
  ) {}

  private async previewOf(taught: Taught[]): Promise<CalibrationView['preview']> {
    const enough = taught.length >= fewestToShow;
    return enough ? (await this.assessing.run('learn', taught)).lesson : null;
  }

  async gather(calibrationId: string): Promise<Gathered> {
    const answers = await this.database
      .read(GradedAnswerRow)
      .find({ where: { calibrationId }, order: { place: 'ASC', id: 'ASC' } });
    const grades = await this.database
      .read(GradeRow)
      .find({ where: { calibrationId }, order: { at: 'ASC', id: 'ASC' } });
    return { answers, grades, words: await this.words.of(answers) };
  }

  async view(actor: StaffActor, row: CalibrationRow): Promise<CalibrationView> {
    const all = await this.gather(row.id);
    const versions = await this.versionsOf(row.id);
    const taught = taughtBy(all);
    const cards = await this.database
      .read(GradeCardsRow)
      .findOneBy({ calibrationId: row.id, staffId: actor.id });
    return {
      id: row.id,
      code: row.code,
      kind: row.question.kind,
      text: row.question.text,
      dimension: row.dimension,
      dimensionName: row.dimensionName,
      anchors: row.question.anchors,
      ...(await this.placesOf(row, actor.locale)),
      answers: all.answers.map((answer) => blind(answer, all, actor.id)),
      ...(await this.peopleOf(all, actor.id)),
      preview: await this.previewOf(taught),
      fresh: JSON.stringify(gradesOf(taught)) !== JSON.stringify(versions[0]?.grades ?? []),
      versions: await this.shown(versions, all),
      inUse: await this.useOf(row),
      engine: engineName,
      cardsADay: cards?.aDay ?? 0,
      may: { use: groundOf(actor, 'calibration.use') !== null },
    };
  }

  versionsOf(calibrationId: string): Promise<CalibrationVersionRow[]> {
    return this.database
      .read(CalibrationVersionRow)
      .find({ where: { calibrationId }, order: { version: 'DESC' } });
  }

  private async shown(versions: CalibrationVersionRow[], all: Gathered) {
    const names = await this.staff.namesOf(versions.map(({ createdBy }) => createdBy));
    return versions.map(({ version, createdAt, createdBy, lesson, grades }) => ({
      ...{ version, createdAt, lesson, createdBy: names.get(createdBy) ?? '' },
      wordless: grades.filter(({ graded }) => !all.words.has(graded)).length,
    }));
  }

  private async useOf(row: CalibrationRow): Promise<CalibrationView['inUse']> {
    const { inUse: version, usedAt: at, usedBy, reason } = row;
    const names = await this.staff.namesOf([usedBy]);
    return version === null || at === null
      ? null
      : { version, at, by: names.get(usedBy ?? '') ?? '', reason };
  }

  /** Positions that ask it with these words and anchors, and those that ask it otherwise. */
  private async placesOf(row: CalibrationRow, locale: Locale) {
    const { companyId, code, dimension, rubric } = row;
    const all = await this.database.read(Position).findBy({ companyId, state: Not('closed') });
    const places: Pick<CalibrationView, 'positions' | 'elsewhere'> = {
      positions: [],
      elsewhere: [],
    };
    for (const { id, versionId } of all) {
      const { content } = await this.positions.version(versionId);
      const place = { id, name: textIn(content.name, locale) };
      const keys = content.questions.map((one) => rubricKeyOf(one, dimension));
      if (keys.includes(rubric)) {
        places.positions.push(place);
      } else if (content.questions.some((one) => one.code === code || one.bank?.code === code)) {
        places.elsewhere.push(place);
      }
    }
    return places;
  }

  private async peopleOf({ grades }: Gathered, self: string) {
    const byGrader = new Map<string, Map<string, number>>();
    for (const { graderId, gradedId, value } of grades) {
      const own = byGrader.get(graderId) ?? new Map<string, number>();
      byGrader.set(graderId, value === null ? own : own.set(gradedId, value));
    }
    const names = await this.staff.namesOf([...byGrader.keys()]);
    const mine = byGrader.get(self) ?? new Map<string, number>();
    const graders = [...byGrader].map(([id, own]) => ({
      ...{ name: names.get(id) ?? '', graded: own.size, self: id === self },
    }));
    const others = [...byGrader].filter(([id]) => id !== self);
    const pairs = others.map(([id, theirs]) => together(names.get(id) ?? '', mine, theirs));
    const between = pairs.reduce(
      (most, one) => (most && most.answers >= one.answers ? most : one),
      pairs[0],
    );
    return { graders, between: between && between.answers >= fewestTogether ? between : null };
  }
}

export function gradesOf(taught: readonly Taught[]): CalibrationVersionRow['grades'] {
  return taught.map(({ graded, value }) => ({ graded, value }));
}

function together(
  name: string,
  mine: ReadonlyMap<string, number>,
  theirs: ReadonlyMap<string, number>,
): NonNullable<CalibrationView['between']> {
  const both = [...mine].flatMap(([id, own]) => {
    const other = theirs.get(id);
    return other === undefined ? [] : [{ id, mine: own, theirs: other }];
  });
  const levels = (of: 'mine' | 'theirs') => both.map((one) => one[of] / 25 + 1);
  const agreement = agreementView(levels('mine'), levels('theirs'));
  const apart = both.filter((one) => Math.abs(one.mine - one.theirs) >= 50);
  return { name, answers: both.length, same: agreement.same, agreement, apart };
}

function blind(row: GradedAnswerRow, all: Gathered, self: string): BlindAnswer {
  const own = all.grades.find(({ gradedId, graderId }) => gradedId === row.id && graderId === self);
  const words = all.words.get(row.id) ?? '';
  const decided = own && (own.value === null ? 'skipped' : 'graded');
  return {
    id: row.id,
    words,
    language: localeOf(row),
    state: decided ?? (words === '' ? 'gone' : 'open'),
    mine: own?.value ?? null,
  };
}
