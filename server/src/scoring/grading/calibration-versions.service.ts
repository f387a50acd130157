import { Injectable } from '@nestjs/common';
import type { CalibrationView, GradeByCard, UseCalibration } from '@zhiyu/contracts/calibration';
import { fewestGrades } from '@zhiyu/contracts/calibration-limits';
import { AppError } from '@zhiyu/contracts/errors';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/time/ids.js';
import { Assessing } from '../assessing/assessing.service.js';
import { CalibrationRow, CalibrationVersionRow, GradeCardsRow } from './calibration.entity.js';
import { CalibrationViews, gradesOf, taughtBy } from './calibration-views.service.js';
import { Calibrations } from './calibrations.service.js';

/** What was learned: versions that never change, one of which the engine may read by. */
@Injectable()
export class CalibrationVersions {
  constructor(
    private readonly database: Database,
    private readonly calibrations: Calibrations,
    private readonly views: CalibrationViews,
    private readonly assessing: Assessing,
  ) {}

  /** A new version from the grades as they are; none where the newest already has them. @throws tooFewGrades */
  async learn(actor: StaffActor, id: string): Promise<CalibrationView> {
    const row = await this.calibrations.require(actor, id);
    const taught = taughtBy(await this.views.gather(id));
    if (taught.length < fewestGrades) {
      throw new AppError('tooFewGrades', { n: fewestGrades - taught.length });
    }
    const learned = await this.assessing.run('learn', taught);
    const grades = gradesOf(taught);
    await this.database.transaction(async (tx) => {
      const newest = await tx.manager.findOne(CalibrationVersionRow, {
        where: { calibrationId: id },
        order: { version: 'DESC' },
      });
      if (newest && JSON.stringify(newest.grades) === JSON.stringify(grades)) {
        return;
      }
      await tx.manager.insert(CalibrationVersionRow, {
        ...{ id: newId(tx.now), companyId: row.companyId, calibrationId: id },
        ...{ version: (newest?.version ?? 0) + 1, ...learned, grades },
        ...{ createdBy: actor.id, createdAt: tx.now },
      });
    });
    return this.views.view(actor, row);
  }

  /**
   * Puts a version to use from the next assessment on, or takes it back; reports that are there stay.
   * @throws notFound, reasonNeeded where it agrees no better with people than the engine without it
   */
  async use(actor: StaffActor, input: UseCalibration): Promise<CalibrationView> {
    const { id, version, reason } = input;
    await this.calibrations.require(actor, id);
    await this.database.transaction(async (tx) => {
      const found =
        version === null
          ? null
          : await tx.manager.findOneBy(CalibrationVersionRow, { calibrationId: id, version });
      if (version !== null && !found) {
        throw new AppError('notFound');
      }
      if (found && !found.lesson.improves && reason === '') {
        throw new AppError('reasonNeeded');
      }
      const used = { inUse: version, usedAt: tx.now, usedBy: actor.id, reason };
      await tx.manager.update(CalibrationRow, { id }, used);
    });
    return this.calibrations.view(actor, id);
  }

  /** Has answers to grade come to the person as cards; 0: no more. */
  async byCard(actor: StaffActor, { id: calibrationId, aDay }: GradeByCard) {
    const row = await this.calibrations.require(actor, calibrationId);
    const { id: staffId, companyId } = actor;
    await this.database.transaction(async (tx) => {
      const known = await tx.manager.findOneBy(GradeCardsRow, { calibrationId, staffId });
      await tx.manager.delete(GradeCardsRow, { calibrationId, staffId });
      if (aDay > 0) {
        const whose = { id: newId(tx.now), companyId, calibrationId, staffId };
        await tx.manager.insert(GradeCardsRow, { ...whose, aDay, sentOn: known?.sentOn ?? null });
      }
    });
    return this.views.view(actor, row);
  }
}
