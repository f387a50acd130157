import { Injectable, type OnModuleInit } from '@nestjs/common';
import { textIn } from '@zhiyu/contracts/basics';
import { AppError } from '@zhiyu/contracts/errors';
import type { EventJob, JobMap } from '@zhiyu/contracts/jobs';
import { CardActions, type CardPress, type PressOutcome } from '../../notify/card-actions.js';
import { contentOf } from '../../notify/card-content.js';
import {
  modelChangeCard,
  passRateArranged,
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
import { pages } from '../pages.js';
import { Receivers } from '../receivers.js';
import { ChangeRequests } from './change-requests.service.js';
import { modelChangeTopic, passRateTopic } from './pass-rate-topics.js';
import { ProcessCalendar } from './process-calendar.service.js';
import { type CardChange, type ProcessStep, ProcessSteps } from './process-steps.service.js';
import { ProcessTimes } from './process-times.service.js';

/** From a press to a meeting with a time, and from what was decided there to a change request on the model. */
@Injectable()
export class ProcessMeetingsFlow implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly times: ProcessTimes,
    private readonly calendar: ProcessCalendar,
    private readonly cards: Cards,
    private readonly actions: CardActions,
    private readonly staff: StaffService,
    private readonly receivers: Receivers,
    private readonly steps: ProcessSteps,
    private readonly changes: ChangeRequests,
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
    const startsAt = meeting.startsAt ?? (await this.times.takeFirst(meeting));
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
      if (!(await this.changes.isOpen(tx, meetingId))) {
        return; // settled on the page before anybody could be told
      }
      const locale = await staffLanguageOf(tx.manager, companyId);
      const names = await this.staff.namesOf([byStaffId], tx.manager);
      const where = { id: position.versionId };
      const { content } = await tx.manager.findOneByOrFail(PositionVersion, where);
      await this.cards.send(tx, {
        ...{ kind: 'alert', topic: modelChangeTopic(meetingId), companyId, applicationId: null },
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
    await tx.manager.update(ProcessMeeting, { id }, { state: 'proposed', noTimeAt: tx.now });
    const found = await this.cards.byTopic(tx.manager, passRateTopic(id));
    if (found) {
      await this.cards.change(tx, found.row.id, passRateNoTime(contentOf(found.card)), 'open');
    }
  }

  private async pressed(tx: Tx, { row, card, action }: CardPress): Promise<PressOutcome> {
    const [about, id = ''] = row.topic.split(':');
    const meeting = await tx.manager.findOneBy(ProcessMeeting, { id });
    if (meeting === null || action.actor.kind !== 'staff') {
      throw new AppError('invalidInput', {}, [{ path: 'action', message: card.kind }]);
    }
    const by = action.actor.id;
    const text = (action.text ?? '').trim();
    const wanted = about === 'passRate' ? steps[action.action] : undefined;
    if (wanted) {
      const change = await this.steps.take(tx, meeting, { step: wanted, by, text });
      return outcome(change(contentOf(card)));
    }
    const settled = about === 'modelChange' ? settling[action.action] : undefined;
    if (settled) {
      const of = { state: settled, by, reason: text.slice(0, 300) };
      const change = await this.changes.settleOf(tx, meeting.id, of);
      return outcome(change(contentOf(card)));
    }
    throw new AppError('invalidInput', {}, [{ path: 'action', message: card.kind }]);
  }
}

const steps: Partial<Record<string, ProcessStep>> = {
  meet: 'meet',
  later: 'later',
  decide: 'decide',
};

const settling: Partial<Record<string, 'done' | 'dismissed'>> = {
  done: 'done',
  refuse: 'dismissed',
};

function outcome({ content, state }: CardChange): PressOutcome {
  return { effective: true, message: '', content, state };
}
