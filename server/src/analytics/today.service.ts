import { Injectable } from '@nestjs/common';
import { textIn } from '@zhiyu/contracts/basics';
import type { Today } from '@zhiyu/contracts/today';
import { Between, In, type SelectQueryBuilder } from 'typeorm';
import { Arrangement } from '../interviews/entities/arrangement.entity.js';
import { Answer, Interview } from '../interviews/entities/interview.entity.js';
import type { StaffActor } from '../platform/auth/actor.js';
import { Database } from '../platform/database/database.js';
import { Clock } from '../platform/time/clock.js';
import { People } from '../privacy/people.service.js';
import { Application } from '../recruiting/entities/application.entity.js';
import { Position } from '../recruiting/entities/position.entity.js';
import { positionTitles } from '../recruiting/entities/position-titles.js';
import { mayOn } from '../staff/access.js';
import { dayOf } from './counting.js';

const dayMs = 86_400_000;
const shownAtMost = 20;

type Whose = Pick<
  Today['running'][number],
  'interviewId' | 'applicationId' | 'candidateName' | 'positionName'
>;

/** The interviews of this day, of the positions that a person may see. */
@Injectable()
export class TodayReader {
  private readonly titles: ReturnType<typeof positionTitles>;

  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly clock: Clock,
  ) {
    this.titles = positionTitles(database);
  }

  async view(actor: StaffActor): Promise<Today> {
    const now = this.clock.now();
    const { companyId } = actor;
    const all = await this.database.read(Position).findBy({ companyId });
    const seen = all.filter((one) => mayOn(actor, 'application.view', one)).map(({ id }) => id);
    const of = () => this.seen(companyId, seen);
    const today = dayOf(now);
    const running = of()
      .andWhere("i.state = 'running' AND i.kind = 'ai'")
      .orderBy('i.startedAt', 'ASC');
    const meetings = of()
      .andWhere({ startsAt: Between(today, today + dayMs - 1) })
      .andWhere("i.kind = 'human' AND i.state <> 'cancelled'")
      .orderBy('i.startsAt', 'ASC');
    const ending = of()
      .andWhere("i.state IN ('invited', 'consented') AND i.kind = 'ai'")
      .andWhere({ deadline: Between(now, now + dayMs) })
      .orderBy('i.deadline', 'ASC');
    const [[going, runningCount], meets, [ends, endingCount]] = await Promise.all([
      running.take(shownAtMost).getManyAndCount(),
      meetings.take(2 * shownAtMost).getMany(),
      ending.take(shownAtMost).getManyAndCount(),
    ]);
    const whose = await this.whose(actor, [...going, ...meets, ...ends]);
    return {
      ...{ asOf: now, runningCount, endingCount },
      running: await this.running(going, whose),
      meetings: meets.map((one) => ({
        ...whose(one),
        ...{ startsAt: one.startsAt ?? 0, place: one.place, contact: one.contact },
      })),
      ending: ends.map((one) => ({ ...whose(one), deadline: one.deadline })),
    };
  }

  private seen(companyId: string, positionIds: string[]): SelectQueryBuilder<Interview> {
    return this.database
      .read(Interview)
      .createQueryBuilder('i')
      .innerJoin(Application, 'a', 'a.id = i.applicationId')
      .where('i.companyId = :companyId', { companyId })
      .andWhere(positionIds.length === 0 ? '1 = 0' : 'a.positionId IN (:...positionIds)', {
        positionIds,
      });
  }

  private async whose(
    actor: StaffActor,
    interviews: Interview[],
  ): Promise<(one: Interview) => Whose> {
    const names = await this.people.namesOf(interviews.map(({ personId }) => personId));
    const titles = await this.titles.of(interviews.map((one) => one.positionVersionId));
    return (one) => {
      const name = titles.get(one.positionVersionId)?.name;
      return {
        interviewId: one.id,
        applicationId: one.applicationId,
        candidateName: names.get(one.personId) ?? '',
        positionName: name ? textIn(name, actor.locale) : '',
      };
    };
  }

  private async running(
    interviews: Interview[],
    whose: (one: Interview) => Whose,
  ): Promise<Today['running']> {
    const ids = In(interviews.map(({ id }) => id));
    const answers = await this.database.read(Answer).findBy({ interviewId: ids });
    const arranged = await this.database.read(Arrangement).findBy({ interviewId: ids });
    return interviews.map((one) => {
      const own = answers.filter(({ interviewId }) => interviewId === one.id);
      return {
        ...whose(one),
        startedAt: one.startedAt ?? one.createdAt,
        answered: own.filter(({ state }) => state === 'done').length,
        questions: own.length,
        paused: arranged.some((it) => it.interviewId === one.id && it.pausedAt !== null),
      };
    });
  }
}
