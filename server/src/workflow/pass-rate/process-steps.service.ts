import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import type { CardContent, CardState } from '../../notify/card-content.js';
import { passRateAsked, passRateClosed } from '../../notify/cards/pass-rate.card.js';
import type { Tx } from '../../platform/database/database.js';
import { newId } from '../../platform/time/ids.js';
import { ChangeRequestRow } from '../../recruiting/entities/change-request.entity.js';
import { Position } from '../../recruiting/entities/position.entity.js';
import { ProcessMeeting } from '../../recruiting/entities/process-meeting.entity.js';
import { StaffService } from '../../staff/staff.service.js';

/** meet: find a time; later: no meeting this time; decide: what the meeting decided. */
export type ProcessStep = 'meet' | 'later' | 'decide';

/** What a card turns into. */
export interface CardChange {
  content: CardContent;
  state: CardState;
}
export type ChangeCard = (before: CardContent) => CardChange;

interface Taken {
  step: ProcessStep;
  by: string;
  /** Why there is no meeting, or what is to change. */
  text: string;
}

/** From which state each step leads. */
const from = { meet: 'proposed', later: 'proposed', decide: 'arranged' } as const;

/** The steps of a proposed meeting, whether a card or the page takes them: one effect, whoever is first. */
@Injectable()
export class ProcessSteps {
  constructor(private readonly staff: StaffService) {}

  /** @returns what its card turns into @throws alreadyDecided where it no longer stands at that step */
  async take(tx: Tx, meeting: ProcessMeeting, taken: Taken): Promise<ChangeCard> {
    const byName = (await this.staff.namesOf([taken.by], tx.manager)).get(taken.by) ?? '';
    switch (taken.step) {
      case 'meet':
        await this.move(tx, meeting, taken.step, { state: 'asked', noTimeAt: null });
        tx.enqueue('passRate.meet', { meetingId: meeting.id });
        return (card) => ({ content: passRateAsked(card, byName), state: 'open' });
      case 'later':
        await this.putOff(tx, meeting, taken);
        return closed({ by: 'later', byName, text: taken.text });
      default:
        await this.decide(tx, meeting, taken);
        return closed({ by: 'decided', byName, text: taken.text });
    }
  }

  private async putOff(tx: Tx, meeting: ProcessMeeting, { by, text }: Taken): Promise<void> {
    const why = { decision: text, decidedBy: by, decidedAt: tx.now };
    await this.move(tx, meeting, 'later', { state: 'over', ...why });
    const { id: meetingId, positionId, companyId } = meeting;
    tx.emit('ProcessMeetingClosed', companyId, { positionId, meetingId });
  }

  private async decide(tx: Tx, meeting: ProcessMeeting, { by, text }: Taken): Promise<void> {
    const what = { decision: text, decidedBy: by, decidedAt: tx.now };
    await this.move(tx, meeting, 'decide', { state: 'decided', ...what });
    const { id: meetingId, positionId, companyId } = meeting;
    const { version } = await tx.manager.findOneByOrFail(Position, { id: positionId });
    await tx.manager.insert(ChangeRequestRow, {
      ...{ id: newId(tx.now), companyId, positionId, meetingId, state: 'open', text },
      ...{ createdBy: by, createdAt: tx.now, baseVersion: version },
      ...{ settledBy: null, settledAt: null, reason: '', doneVersion: null },
    });
    tx.emit('ModelChangeAsked', companyId, { positionId, meetingId, byStaffId: by });
  }

  private async move(
    tx: Tx,
    { id }: ProcessMeeting,
    step: ProcessStep,
    change: Partial<ProcessMeeting>,
  ): Promise<void> {
    const { affected } = await tx.manager.update(ProcessMeeting, { id, state: from[step] }, change);
    if (affected !== 1) {
      throw new AppError('alreadyDecided');
    }
  }
}

function closed(of: Parameters<typeof passRateClosed>[1]): ChangeCard {
  return (card) => ({ content: passRateClosed(card, of), state: 'done' });
}
