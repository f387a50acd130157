import { Injectable, type OnModuleInit } from '@nestjs/common';
import { textIn } from '@zhiyu/contracts/basics';
import type { JobMap } from '@zhiyu/contracts/jobs';
import { usualPassLimits } from '@zhiyu/contracts/pass-limits';
import { In, MoreThan } from 'typeorm';
import { passRateCard, passRateClosed } from '../../notify/cards/pass-rate.card.js';
import { contentOf } from '../../notify/card-content.js';
import { Cards } from '../../notify/cards.service.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { OnJob } from '../../platform/jobs/on.js';
import { Schedules } from '../../platform/jobs/schedules.js';
import { newId } from '../../platform/time/ids.js';
import { shanghaiDay } from '../../platform/time/shanghai.js';
import { Position, PositionVersion } from '../../recruiting/entities/position.entity.js';
import {
  type PassEvidence,
  ProcessMeeting,
} from '../../recruiting/entities/process-meeting.entity.js';
import { Department } from '../../staff/company.entity.js';
import { StaffService } from '../../staff/staff.service.js';
import { staffLanguageOf } from '../../staff/staff-language.js';
import { pages } from '../pages.js';
import { WorkingTime } from '../working-time.js';
import { PassEvidences } from './pass-evidence.service.js';
import { PassLimitSettings } from './pass-limits.service.js';
import { passRateTopic } from './pass-rate-topics.js';
import { hasFallen, isUnder, passInterval } from './pass-rate.js';

const dayMs = 86_400_000;
/** Whoever has met, or chosen not to, is not asked again for so long. */
const restDays = 30;
const openStates = ['proposed', 'asked', 'arranged'] as const;

/** Looks once a working day whether fewer pass a position's AI interview than should, and proposes a meeting (R14). */
@Injectable()
export class PassRateFlow implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly schedules: Schedules,
    private readonly evidences: PassEvidences,
    private readonly limits: PassLimitSettings,
    private readonly working: WorkingTime,
    private readonly staff: StaffService,
    private readonly cards: Cards,
  ) {}

  onModuleInit(): void {
    const expression = '30 9 * * *';
    this.schedules.add({ job: 'passRate.watch', expression, payload: (due) => ({ due }) });
  }

  @OnJob('passRate.watch')
  async watch({ due, companyId }: JobMap['passRate.watch']): Promise<void> {
    const asked = companyId === undefined ? {} : { companyId };
    const open = { state: 'open' as const, ...asked };
    for (const position of await this.database.read(Position).findBy(open)) {
      // Who has just changed the limits wants to see what they say, whichever day it is.
      if (
        companyId !== undefined ||
        (await this.working.isWorking(position.companyId, shanghaiDay(due)))
      ) {
        await this.look(position, due);
      }
    }
  }

  private async look(position: Position, due: number): Promise<void> {
    const limits = await this.limits.of(position.companyId);
    const count = await this.evidences.count(position.id, due - limits.days * dayMs, due);
    const under = isUnder(count, limits);
    const open = await this.database
      .read(ProcessMeeting)
      .findOneBy({ positionId: position.id, state: In([...openStates]) });
    if (open?.state === 'proposed' && !under) {
      await this.database.transaction((tx) => this.risen(tx, open));
    }
    if (under && !open && !(await this.rests(position.id, due))) {
      await this.propose(position, await this.evidences.of(position, due, limits));
    }
  }

  private rests(positionId: string, due: number): Promise<boolean> {
    const proposedAt = MoreThan(due - restDays * dayMs);
    return this.database.read(ProcessMeeting).existsBy({ positionId, proposedAt });
  }

  private async propose(position: Position, evidence: PassEvidence): Promise<void> {
    const { companyId, id: positionId, versionId } = position;
    await this.database.transaction(async (tx) => {
      const staffIds = await this.people(tx, position);
      const id = newId(tx.now);
      await tx.manager.insert(ProcessMeeting, {
        ...{ id, companyId, positionId, versionId, state: 'proposed', evidence, staffIds },
        ...{ proposedAt: tx.now, startsAt: null, link: '', decision: '' },
        ...{ decidedBy: null, decidedAt: null, noTimeAt: null },
      });
      await this.cards.send(tx, {
        ...{ kind: 'alert', topic: passRateTopic(id), companyId, applicationId: null },
        personId: companyId,
        recipients: staffIds.map((staffId) => ({ kind: 'staff', id: staffId })),
        content: await this.content(tx, position, { id, evidence }),
      });
      tx.emit('ProcessMeetingProposed', companyId, { positionId, meetingId: id });
    });
  }

  private async content(
    tx: Tx,
    { versionId, companyId }: Position,
    { id, evidence }: Pick<ProcessMeeting, 'id' | 'evidence'>,
  ) {
    const { content } = await tx.manager.findOneByOrFail(PositionVersion, { id: versionId });
    const locale = await staffLanguageOf(tx.manager, companyId);
    const { now, before, dimension, question, limits = usualPassLimits } = evidence;
    const named = content.model.dimensions.find(({ code }) => code === dimension?.code);
    const asked = content.questions.find(({ bank }) => bank?.code === question?.code);
    return passRateCard({
      ...{ locale, positionName: textIn(content.name, locale), ...now, ...passInterval(now) },
      ...{ limit: limits.limit / 100, days: limits.days, href: pages.alert(id) },
      before: before.decided < limits.leastDecided ? null : before.passed / before.decided,
      fallen: hasFallen(before, now, limits),
      dimension: dimension && named ? { ...dimension, name: textIn(named.name, locale) } : null,
      question: question && asked ? { ...question, text: textIn(asked.text, locale) } : null,
      ...{ threshold: evidence.threshold, atFiveLess: evidence.atFiveLess },
    });
  }

  /** Who recruits for it and who answers for the model: the responsible HR, and the department's head or an administrator. */
  private async people(tx: Tx, { ownerId, departmentId, companyId }: Position): Promise<string[]> {
    const hr = await this.staff.withRole(tx.manager, companyId, 'hr');
    const admins = await this.staff.withRole(tx.manager, companyId, 'admin');
    const department = departmentId
      ? await tx.manager.findOneBy(Department, { id: departmentId })
      : null;
    const recruiter = hr.find(({ id }) => id === ownerId)?.id ?? hr[0]?.id;
    const model = department?.managerId ?? admins[0]?.id;
    return [...new Set([recruiter, model].filter((id) => id !== undefined))];
  }

  private async risen(tx: Tx, { id, companyId, positionId }: ProcessMeeting): Promise<void> {
    await tx.manager.update(ProcessMeeting, { id, state: 'proposed' }, { state: 'over' });
    tx.emit('ProcessMeetingClosed', companyId, { positionId, meetingId: id });
    const found = await this.cards.byTopic(tx.manager, passRateTopic(id));
    if (found?.row.state === 'open') {
      const closed = passRateClosed(contentOf(found.card), { by: 'risen', byName: '', text: '' });
      await this.cards.change(tx, found.row.id, closed, 'done');
    }
  }
}
