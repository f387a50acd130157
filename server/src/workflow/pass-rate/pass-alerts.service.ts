import { Injectable } from '@nestjs/common';
import { textIn } from '@zhiyu/contracts/basics';
import { AppError } from '@zhiyu/contracts/errors';
import { meetingMinutes } from '@zhiyu/contracts/meetings';
import type {
  DecidePassAlert,
  DeclinePassAlert,
  MeetAboutPass,
  PassAlert,
  PassAlertList,
  PassAlertRow,
  PassAlertTimes,
} from '@zhiyu/contracts/pass-alerts';
import { usualPassLimits } from '@zhiyu/contracts/pass-limits';
import type { PositionContent } from '@zhiyu/contracts/position';
import { type EntityManager, In } from 'typeorm';
import { contentOf } from '../../notify/card-content.js';
import { Cards } from '../../notify/cards.service.js';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { Position, PositionVersion } from '../../recruiting/entities/position.entity.js';
import { ProcessMeeting } from '../../recruiting/entities/process-meeting.entity.js';
import { mayOn, requireOn } from '../../staff/access.js';
import { StaffService } from '../../staff/staff.service.js';
import { Workplace } from '../../workplace/workplace.js';
import { ChangeRequests } from './change-requests.service.js';
import { PassPictures } from './pass-picture.service.js';
import { passRateTopic } from './pass-rate-topics.js';
import { type ProcessStep, ProcessSteps } from './process-steps.service.js';
import { ProcessTimes } from './process-times.service.js';

const shownAtMost = 100;
const openStates: readonly string[] = ['proposed', 'asked', 'arranged'];

interface Taken {
  step: ProcessStep;
  text: string;
  startsAt?: number | undefined;
}

/** The alerts as their page shows them, and the steps taken there. */
@Injectable()
export class PassAlerts {
  constructor(
    private readonly database: Database,
    private readonly pictures: PassPictures,
    private readonly steps: ProcessSteps,
    private readonly times: ProcessTimes,
    private readonly changes: ChangeRequests,
    private readonly staff: StaffService,
    private readonly cards: Cards,
    private readonly workplace: Workplace,
  ) {}

  async list(actor: StaffActor): Promise<PassAlertList> {
    const { companyId } = actor;
    const positions = await this.database.read(Position).findBy({ companyId });
    const seen = positions.filter((one) => mayOn(actor, 'process.view', one));
    const rows = await this.database.read(ProcessMeeting).find({
      where: { companyId, positionId: In(seen.map(({ id }) => id)) },
      order: { proposedAt: 'DESC', id: 'DESC' },
      take: shownAtMost,
    });
    const contents = await this.contents(rows);
    const alerts = rows.map((row) => rowOf(row, contents.get(row.versionId), actor));
    const open = alerts.filter(({ state }) => openStates.includes(state));
    return { alerts: [...open, ...alerts.filter(({ state }) => !openStates.includes(state))] };
  }

  async view(actor: StaffActor, id: string): Promise<PassAlert> {
    const meeting = await this.database.read(ProcessMeeting).findOneBy({ id });
    const position = await this.positionOf(meeting);
    requireOn(actor, 'process.view', position);
    if (!meeting) {
      throw new AppError('notFound');
    }
    const content = (await this.contents([meeting])).get(meeting.versionId);
    const { evidence, positionId, staffIds, decidedBy, proposedAt } = meeting;
    const limits = evidence.limits ?? usualPassLimits;
    const names = await this.staff.namesOf([...staffIds, decidedBy]);
    return {
      ...rowOf(meeting, content, actor),
      people: staffIds.map((one) => names.get(one) ?? '').filter((one) => one !== ''),
      minutes: meetingMinutes,
      calendar: this.workplace.calendar()?.chat ?? null,
      link: meeting.link,
      noTimeAt: meeting.noTimeAt,
      limits,
      ...named(meeting, content, actor),
      questions: estimated(meeting, content, actor),
      ...(await this.pictures.of({ positionId, until: proposedAt, limits })),
      decision: meeting.decision,
      decidedBy: names.get(decidedBy ?? '') ?? '',
      decidedAt: meeting.decidedAt,
      request: await this.changes.ofMeeting(actor, id),
      mayAct: mayOn(actor, 'process.act', position),
    };
  }

  async freeTimes(actor: StaffActor, id: string): Promise<PassAlertTimes> {
    return this.times.choice(await this.mayActOn(actor, id));
  }

  /** With a time of one's own choice it is held at once; without one the first that suits everybody is looked for. */
  async meet(actor: StaffActor, { id, startsAt }: MeetAboutPass): Promise<PassAlert> {
    if (startsAt !== undefined) {
      await this.times.requireFree(await this.mayActOn(actor, id), startsAt);
    }
    return this.take(actor, id, { step: 'meet', text: '', startsAt });
  }

  decline(actor: StaffActor, { id, reason }: DeclinePassAlert): Promise<PassAlert> {
    return this.take(actor, id, { step: 'later', text: reason });
  }

  decide(actor: StaffActor, { id, text }: DecidePassAlert): Promise<PassAlert> {
    return this.take(actor, id, { step: 'decide', text });
  }

  private async take(actor: StaffActor, id: string, taken: Taken): Promise<PassAlert> {
    const { step, text, startsAt } = taken;
    await this.database.transaction(async (tx) => {
      const meeting = await this.mayActOn(actor, id, tx.manager);
      const change = await this.steps.take(tx, meeting, { step, by: actor.id, text });
      if (startsAt !== undefined) {
        await this.times.hold(tx, meeting, startsAt);
      }
      const found = await this.cards.byTopic(tx.manager, passRateTopic(id));
      if (found) {
        const { content, state } = change(contentOf(found.card));
        await this.cards.change(tx, found.row.id, content, state);
      }
    });
    return this.view(actor, id);
  }

  private async mayActOn(
    actor: StaffActor,
    id: string,
    manager: EntityManager = this.database.dataSource.manager,
  ): Promise<ProcessMeeting> {
    const meeting = await manager.findOneBy(ProcessMeeting, { id });
    requireOn(actor, 'process.act', await this.positionOf(meeting, manager));
    if (!meeting) {
      throw new AppError('notFound');
    }
    return meeting;
  }

  private async positionOf(
    meeting: ProcessMeeting | null,
    manager: EntityManager = this.database.dataSource.manager,
  ): Promise<Position | null> {
    return meeting && manager.findOneBy(Position, { id: meeting.positionId });
  }

  private async contents(rows: ProcessMeeting[]): Promise<Map<string, PositionContent>> {
    const ids = [...new Set(rows.map(({ versionId }) => versionId))];
    const versions = await this.database.read(PositionVersion).findBy({ id: In(ids) });
    return new Map(versions.map(({ id, content }) => [id, content]));
  }
}

function rowOf(
  row: ProcessMeeting,
  content: PositionContent | undefined,
  { locale }: StaffActor,
): PassAlertRow {
  const { id, positionId, state, proposedAt, startsAt, evidence } = row;
  return {
    ...{ id, positionId, state, proposedAt, startsAt, now: evidence.now },
    positionName: content ? textIn(content.name, locale) : '',
    limit: (evidence.limits ?? usualPassLimits).limit / 100,
  };
}

/** The shares without one question, with their words; questions that the version does not plan any more are left out. */
function estimated(
  { evidence }: ProcessMeeting,
  content: PositionContent | undefined,
  { locale }: StaffActor,
): PassAlert['questions'] {
  const plan = content?.plan.questionCodes ?? [];
  return (evidence.without ?? []).flatMap(({ question, ...count }) => {
    const asked = content?.questions.find(({ code }) => code === question);
    const number = plan.indexOf(question) + 1;
    return asked && number > 0
      ? [{ ...count, number, bankCode: asked.bank?.code ?? null, text: textIn(asked.text, locale) }]
      : [];
  });
}

/** The evidence with the names of its dimension and question. */
function named(
  { evidence }: ProcessMeeting,
  content: PositionContent | undefined,
  { locale }: StaffActor,
): Pick<PassAlert, 'before' | 'dimension' | 'question' | 'threshold' | 'atFiveLess'> {
  const { before, dimension, question, threshold, atFiveLess } = evidence;
  const ofModel = content?.model.dimensions.find(({ code }) => code === dimension?.code);
  const asked = content?.questions.find(({ bank }) => bank?.code === question?.code);
  return {
    ...{ before, threshold, atFiveLess },
    dimension:
      dimension && ofModel
        ? {
            ...{ name: textIn(ofModel.name, locale), mean: dimension.mean },
            ...{ requirement: dimension.requirement, people: dimension.people },
          }
        : null,
    question:
      question && asked
        ? {
            ...{ code: question.code, text: textIn(asked.text, locale), share: question.share },
            ...{ people: question.people, discrimination: question.discrimination ?? null },
          }
        : null,
  };
}
