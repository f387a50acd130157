import { Injectable } from '@nestjs/common';
import { textIn } from '@zhiyu/contracts/basics';
import type { EventJob, JobMap } from '@zhiyu/contracts/jobs';
import { DigestNumbers } from '../analytics/digest-numbers.service.js';
import { groupResultCard } from '../notify/cards/group-result.card.js';
import { Cards } from '../notify/cards.service.js';
import { Database } from '../platform/database/database.js';
import { OnEvent, OnJob } from '../platform/jobs/on.js';
import { Clock } from '../platform/time/clock.js';
import { shanghaiDay, shanghaiHour } from '../platform/time/shanghai.js';
import { Application } from '../recruiting/entities/application.entity.js';
import { Position, PositionVersion } from '../recruiting/entities/position.entity.js';
import { staffLanguageOf } from '../staff/staff-language.js';
import { pages } from './pages.js';
import { RecruitingGroup } from './recruiting-group.js';
import { lastWeekday, WorkingTime } from './working-time.js';

/** At half past this hour the group hears of the passes since the last time: one message a position and day. */
const toldAtHour = 17;

/** Tells the recruiting group how many have passed this week, by position. */
@Injectable()
export class GroupResultFlow {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly working: WorkingTime,
    private readonly group: RecruitingGroup,
    private readonly numbers: DigestNumbers,
    private readonly cards: Cards,
  ) {}

  @OnEvent('DecisionMade', 'workflow.group')
  async decided({ companyId, payload }: EventJob<'DecisionMade'>): Promise<void> {
    if (payload.kind !== 'pass' || (await this.group.of(companyId)) === null) {
      return;
    }
    const { applicationId: id } = payload;
    const application = await this.database.read(Application).findOneBy({ id });
    if (application) {
      const { positionId } = application;
      const runAt = await this.working.nextHalfPast(companyId, toldAtHour, this.clock.now());
      const day = shanghaiDay(runAt);
      const key = `group.result:${positionId}:${day}`;
      await this.database.transaction((tx) => {
        tx.enqueue('group.result', { positionId, day }, { key, runAt });
        return Promise.resolve();
      });
    }
  }

  @OnJob('group.result')
  async tell({ positionId, day }: JobMap['group.result']): Promise<void> {
    const position = await this.database.read(Position).findOneByOrFail({ id: positionId });
    const { companyId, versionId, headcount } = position;
    const recipient = await this.group.of(companyId);
    const from = shanghaiHour(lastWeekday(day, 1), 0);
    const passed = await this.numbers.passedOf(position, { from, to: this.clock.now() });
    if (recipient === null || passed === 0) {
      return;
    }
    const version = await this.database.read(PositionVersion).findOneByOrFail({ id: versionId });
    await this.database.transaction(async (tx) => {
      const locale = await staffLanguageOf(tx.manager, companyId);
      const positionName = textIn(version.content.name, locale);
      const hired = await tx.manager.countBy(Application, { positionId, stage: 'hired' });
      const counts = { from, passed, hired, headcount };
      await this.cards.send(tx, {
        kind: 'groupResult',
        topic: `groupResult:${positionId}:${day}`,
        companyId,
        applicationId: null,
        personId: companyId,
        recipients: [recipient],
        content: groupResultCard({
          ...{ locale, now: tx.now, positionName, href: pages.board },
          ...counts,
        }),
      });
    });
  }
}
