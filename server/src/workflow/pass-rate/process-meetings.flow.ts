import { Injectable, type OnModuleInit } from '@nestjs/common';
import { textIn } from '@zhiyu/contracts/basics';
import { AppError } from '@zhiyu/contracts/errors';
import type { EventJob, JobMap } from '@zhiyu/contracts/jobs';
import { meetingMinutes } from '@zhiyu/contracts/meetings';
import { HeldTimes } from '../../interviews/meetings/held-times.service.js';
import { CardActions, type CardPress, type PressOutcome } from '../../notify/card-actions.js';
import { contentOf } from '../../notify/card-content.js';
import {
  modelChangeCard,
  modelChangeClosed,
  passRateArranged,
  passRateAsked,
  passRateClosed,
  passRateNoTime,
} from '../../notify/cards/pass-rate.card.js';
import { Cards } from '../../notify/cards.service.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { OnEvent, OnJob } from '../../platform/jobs/on.js';
import { Position, PositionVersion } from '../../recruiting/entities/position.entity.js';
import { ProcessMeeting } from '../../recruiting/entities/process-meeting.entity.js';
import { mayOn } from '../../staff/access.js';
import { StaffService } from '../../staff/staff.service.js';
import { staffLanguageOf } from '../../staff/staff-language.js';
import { MeetingTimes } from '../meetings/meeting-times.service.js';
import { pages } from '../pages.js';
import { Receivers } from '../receivers.js';
import { passRateTopic } from './pass-rate.flow.js';
import { ProcessCalendar } from './process-calendar.service.js';

/** From a press to a meeting with a time, and from what was decided there to a change request on the model. */
@Injectable()
export class ProcessMeetingsFlow implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly times: MeetingTimes,
    private readonly held: HeldTimes,
    private readonly calendar: ProcessCalendar,
    private readonly cards: Cards,
    private readonly actions: CardActions,
    private readonly staff: StaffService,
    private readonly receivers: Receivers,
  ) {}

  onModuleInit(): void {
    this.actions.on('alert', (tx, press) => this.pressed(tx, press));
  }

  /** Each step stands before the next one, so that a repeated job makes neither a second time nor a second entry. */
  @OnJob('passRate.meet')
  async meet({ meetingId }: JobMap['passRate.meet']): Promise<void> {
    const meeting = await this.database.read(ProcessMeeting).findOneByOrFail({ id: meetingId });
    if (meeting.state !== 'asked') {
      return;
    }
    const startsAt = meeting.startsAt ?? (await this.choose(meeting));
    if (startsAt === null) {
      await this.database.transaction((tx) => this.notFound(tx, meetingId));
      return;
    }
    const entry = await this.calendar.put(meeting, startsAt);
    const { companyId, positionId, staffIds } = meeting;
    await this.database.transaction(async (tx) => {
      const link = entry?.meetingLink ?? '';
      await tx.manager.update(ProcessMeeting, { id: meetingId }, { state: 'arranged', link });
      const found = await this.cards.byTopic(tx.manager, passRateTopic(meetingId));
      if (found) {
        const names = [...(await this.staff.namesOf(staffIds, tx.manager)).values()];
        const of = { startsAt, names, link, inCalendar: entry !== null, now: tx.now };
        const content = passRateArranged(contentOf(found.card), of);
        await this.cards.change(tx, found.row.id, content, 'open');
      }
      tx.emit('ProcessMeetingArranged', companyId, { positionId, meetingId, startsAt });
    });
  }

  /** The request goes to those who may publish a model for this position. */
  @OnEvent('ModelChangeAsked', 'workflow.modelChange')
  async changeAsked({ payload, companyId }: EventJob<'ModelChangeAsked'>): Promise<void> {
    const { meetingId, byStaffId, positionId } = payload;
    const position = await this.database.read(Position).findOneByOrFail({ id: positionId });
    const meeting = await this.database.read(ProcessMeeting).findOneByOrFail({ id: meetingId });
    const actors = await this.receivers.with(companyId, 'position.approve');
    const recipients = actors
      .filter((actor) => mayOn(actor, 'position.approve', position))
      .map(({ id }) => ({ kind: 'staff' as const, id }));
    await this.database.transaction(async (tx) => {
      const locale = await staffLanguageOf(tx.manager, companyId);
      const names = await this.staff.namesOf([byStaffId], tx.manager);
      const where = { id: position.versionId };
      const { content } = await tx.manager.findOneByOrFail(PositionVersion, where);
      await this.cards.send(tx, {
        ...{ kind: 'alert', topic: `modelChange:${meetingId}`, companyId, applicationId: null },
        ...{ personId: companyId, recipients },
        content: modelChangeCard({
          ...{ locale, positionName: textIn(content.name, locale) },
          ...{ byName: names.get(byStaffId) ?? '', text: meeting.decision },
          href: pages.model(positionId),
        }),
      });
    });
  }

  /** Nobody waits for what does not come: it stands as proposed again, and the card says why. */
  private async notFound(tx: Tx, id: string): Promise<void> {
    await tx.manager.update(ProcessMeeting, { id }, { state: 'proposed' });
    const found = await this.cards.byTopic(tx.manager, passRateTopic(id));
    if (found) {
      await this.cards.change(tx, found.row.id, passRateNoTime(contentOf(found.card)), 'open');
    }
  }

  /** Kept at once, and held against the rounds of interviews; null where no time suits everybody. */
  private async choose(meeting: ProcessMeeting): Promise<number | null> {
    const { id, companyId, positionId, staffIds } = meeting;
    const wanted = {
      ...{ interviewId: id, companyId, applicationId: '', positionId, staffIds, offered: [] },
      ...{ startsAt: 0, minutes: meetingMinutes, changes: 0, cancelledBy: 'staff' as const },
    };
    const [startsAt] = (await this.times.free(wanted)).times;
    if (startsAt === undefined) {
      return null;
    }
    await this.database.transaction(async (tx) => {
      await this.held.hold(tx, wanted, startsAt);
      await tx.manager.update(ProcessMeeting, { id }, { startsAt });
    });
    return startsAt;
  }

  private async pressed(tx: Tx, press: CardPress): Promise<PressOutcome> {
    const [about, id = ''] = press.row.topic.split(':');
    const names = await this.staff.namesOf([press.action.actor.id], tx.manager);
    const byName = names.get(press.action.actor.id) ?? '';
    const meeting = await tx.manager.findOneBy(ProcessMeeting, { id });
    const known = meeting !== null && press.action.actor.kind === 'staff';
    if (known && about === 'passRate') {
      return this.ofMeeting(tx, press, { meeting, byName });
    }
    const done = press.action.action === 'done';
    if (known && about === 'modelChange' && (done || press.action.action === 'refuse')) {
      const content = modelChangeClosed(contentOf(press.card), { done, byName });
      return { effective: true, message: '', content, state: 'done' };
    }
    throw new AppError('invalidInput', {}, [{ path: 'action', message: press.card.kind }]);
  }

  private async ofMeeting(
    tx: Tx,
    { action, card }: CardPress,
    { meeting, byName }: { meeting: ProcessMeeting; byName: string },
  ): Promise<PressOutcome> {
    const { id, companyId, positionId } = meeting;
    const before = contentOf(card);
    const text = (action.text ?? '').trim();
    switch (`${meeting.state} ${action.action}`) {
      case 'proposed meet':
        await tx.manager.update(ProcessMeeting, { id }, { state: 'asked' });
        tx.enqueue('passRate.meet', { meetingId: id });
        return outcome(passRateAsked(before, byName), 'open');
      case 'proposed later':
        await tx.manager.update(ProcessMeeting, { id }, { state: 'over' });
        return outcome(passRateClosed(before, { by: 'later', byName, text: '' }), 'done');
      case 'arranged decide': {
        const decidedBy = action.actor.id;
        const decided = { state: 'decided' as const, decision: text, decidedBy, decidedAt: tx.now };
        await tx.manager.update(ProcessMeeting, { id }, decided);
        const fact = { positionId, meetingId: id, byStaffId: decidedBy };
        tx.emit('ModelChangeAsked', companyId, fact);
        return outcome(passRateClosed(before, { by: 'decided', byName, text }), 'done');
      }
      default:
        throw new AppError('alreadyDecided');
    }
  }
}

function outcome(content: PressOutcome['content'], state: PressOutcome['state']): PressOutcome {
  return { effective: true, message: '', content, state };
}
