import { Injectable } from '@nestjs/common';
import { textIn } from '@zhiyu/contracts/basics';
import { timed } from '../interviews/arrangement.rules.js';
import { Arrangement } from '../interviews/entities/arrangement.entity.js';
import type { Interview } from '../interviews/entities/interview.entity.js';
import { InterviewReader, type Whose } from '../interviews/interview-reader.js';
import { Invitations, minutesOf } from '../interviews/invitations.service.js';
import type { CardContent } from '../notify/card-content.js';
import {
  invitationCard,
  invitationLater,
  type InvitationProps,
} from '../notify/cards/invitation.card.js';
import { Cards } from '../notify/cards.service.js';
import type { Tx } from '../platform/database/database.js';
import { pages } from './pages.js';

export const invitationTopic = (interview: Interview) => `invitation:${interview.id}`;

/** The invitation's card as it stands: what is on it, and what it turns into. */
@Injectable()
export class InvitationCards {
  constructor(
    private readonly invitations: Invitations,
    private readonly reader: InterviewReader,
    private readonly cards: Cards,
  ) {}

  async change(
    tx: Tx,
    interview: Interview | null,
    content: (interview: Interview) => Promise<CardContent>,
  ): Promise<void> {
    const card = interview
      ? await this.cards.byTopic(tx.manager, invitationTopic(interview))
      : null;
    if (interview && card) {
      const open = interview.state !== 'finished';
      await this.cards.change(tx, card.row.id, await content(interview), open ? 'open' : 'done');
    }
  }

  /** Another deadline or another time: the card says so where it lies. @param remindAt ms; null: none was chosen */
  async showAgain(tx: Tx, interview: Interview, remindAt: number | null): Promise<void> {
    const whose = await this.reader.whose(interview.applicationId, tx.manager);
    await this.change(tx, interview, async (of) => {
      const props = await this.props(tx, whose, of);
      return remindAt === null ? invitationCard(props) : invitationLater(props, remindAt);
    });
  }

  async props(tx: Tx, whose: Whose, interview: Interview): Promise<InvitationProps> {
    const arranged = await tx.manager.findOneBy(Arrangement, { interviewId: interview.id });
    const asked = await this.invitations.questionsOf(interview.id, tx.manager);
    const questions = asked.map((one) => timed(one, arranged));
    return {
      locale: whose.locale,
      positionName: textIn(whose.content.name, whose.locale),
      minutes: minutesOf(questions),
      questions: questions.length,
      deadline: interview.deadline,
      now: tx.now,
      keepDays: whose.keepDays,
      deciderName: whose.contactName,
      interviewHref: (await this.invitations.pathOf(interview, tx.manager)) ?? pages.interview,
    };
  }
}
