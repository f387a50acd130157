import { Controller } from '@nestjs/common';
import type { Done } from '@zhiyu/contracts/basics';
import type {
  CalibrationList,
  CalibrationView,
  GradeAnswer,
  GradeByCard,
  ListCalibrations,
  OpenCalibration,
  UseCalibration,
} from '@zhiyu/contracts/calibration';
import { routes } from '@zhiyu/contracts/routes';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Can } from '../../platform/auth/can.js';
import { Bind } from '../../platform/http/bind.js';
import { Reports } from '../reports.service.js';
import { CalibrationEntries } from './calibration-entries.service.js';
import { CalibrationVersions } from './calibration-versions.service.js';
import { Calibrations } from './calibrations.service.js';

type ById = { id: string };

@Controller()
export class CalibrationController {
  constructor(
    private readonly entries: CalibrationEntries,
    private readonly calibrations: Calibrations,
    private readonly versions: CalibrationVersions,
    private readonly reports: Reports,
  ) {}

  @Bind(routes.listCalibrations)
  @Can('calibration.grade')
  list(actor: StaffActor, input: ListCalibrations): Promise<CalibrationList> {
    return this.entries.of(actor, input);
  }

  @Bind(routes.openCalibration)
  @Can('calibration.grade', { object: 'positionId' })
  open(actor: StaffActor, input: OpenCalibration): Promise<CalibrationView> {
    return this.calibrations.open(actor, input);
  }

  @Bind(routes.calibration)
  @Can('calibration.grade', { object: 'id', views: true })
  view(actor: StaffActor, { id }: ById): Promise<CalibrationView> {
    return this.calibrations.view(actor, id);
  }

  @Bind(routes.drawAnswers)
  @Can('calibration.grade', { object: 'id' })
  draw(actor: StaffActor, { id }: ById): Promise<CalibrationView> {
    return this.calibrations.draw(actor, id);
  }

  @Bind(routes.gradeAnswer)
  @Can('calibration.grade', { object: 'id' })
  grade(actor: StaffActor, input: GradeAnswer): Promise<CalibrationView> {
    return this.calibrations.grade(actor, input);
  }

  @Bind(routes.learnCalibration)
  @Can('calibration.grade', { object: 'id' })
  learn(actor: StaffActor, { id }: ById): Promise<CalibrationView> {
    return this.versions.learn(actor, id);
  }

  @Bind(routes.useCalibration)
  @Can('calibration.use', { object: 'id' })
  use(actor: StaffActor, input: UseCalibration): Promise<CalibrationView> {
    return this.versions.use(actor, input);
  }

  @Bind(routes.gradeByCard)
  @Can('calibration.grade', { object: 'id' })
  byCard(actor: StaffActor, input: GradeByCard): Promise<CalibrationView> {
    return this.versions.byCard(actor, input);
  }

  @Bind(routes.assessAgain)
  @Can('report.view', { object: 'id' })
  async again(actor: StaffActor, { id }: ById): Promise<Done> {
    await this.reports.again(actor, id);
    return { done: true };
  }
}
