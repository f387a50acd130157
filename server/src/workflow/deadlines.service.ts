import { Injectable } from '@nestjs/common';
import { textIn } from '@zhiyu/contracts/basics';
import { AppError } from '@zhiyu/contracts/errors';
import type { ExtendDeadline } from '@zhiyu/contracts/live';
import { Arrangements } from '../interviews/arrangements.service.js';
import { Interview } from '../interviews/entities/interview.entity.js';
import { InterviewReader } from '../interviews/interview-reader.js';
import { StaffHolds } from '../interviews/live/staff-holds.service.js';
import { requestAnswerCard } from '../notify/cards/request-answer.card.js';
import { Cards } from '../notify/cards.service.js';
import type { StaffActor } from '../platform/auth/actor.js';
import { Database, type Tx } from '../platform/database/database.js';
import { newId } from '../platform/time/ids.js';
import { Applications } from '../recruiting/applications.service.js';
import { Pipeline } from '../recruiting/pipeline.service.js';
import { StaffService } from '../staff/staff.service.js';
import { Audience } from './audience.js';
import { InvitationCards } from './invitation-cards.js';
import { pages } from './pages.js';

/** Where more days mean something; what has run out opens again. */
const extendable = ['invited', 'consented', 'running', 'expired'];
const dayMinutes = 24 * 60;

/** HR gives more days for an interview without having been asked; the candidate is told by whom. */
@Injectable()
export class Deadlines {
  constructor(
    private readonly database: Database,
    private readonly applications: Applications,
    private readonly pipeline: Pipeline,
    private readonly arrangements: Arrangements,
    private readonly reader: InterviewReader,
    private readonly holds: StaffHolds,
    private readonly invitationCards: InvitationCards,
    private readonly audience: Audience,
    private readonly staff: StaffService,
    private readonly cards: Cards,
  ) {}

  /** @throws notFound, notAllowed, interviewClosed where the interview is over or the application has left it */
  async extend(actor: StaffActor, { id, days, text }: ExtendDeadline): Promise<void> {
    const found = await this.database.read(Interview).findOneBy({ id, kind: 'ai' });
    if (!found) {
      throw new AppError('notFound');
    }
    await this.applications.require(actor, found.applicationId, 'interview.ask');
    await this.database.transaction(async (tx) => {
      const application = await this.pipeline.lock(tx, found.applicationId);
      const interview = await tx.manager.findOneByOrFail(Interview, { id });
      if (!extendable.includes(interview.state) || application.stage !== 'aiInterview') {
        throw new AppError('interviewClosed');
      }
      await this.arrangements.extend(tx, interview, { days, by: actor.id, asked: false });
      await this.invitationCards.showAgain(tx, interview, null);
      if (interview.state === 'running') {
        const said = { kind: 'later' as const, text, minutes: days * dayMinutes };
        await this.holds.write(tx, interview, actor, said);
      }
      await this.tell(tx, interview, { by: actor.id, text });
    });
  }

  private async tell(
    tx: Tx,
    interview: Interview,
    { by, text }: { by: string; text: string },
  ): Promise<void> {
    const { applicationId, companyId, personId, deadline } = interview;
    const whose = await this.reader.whose(applicationId, tx.manager);
    const byName = (await this.staff.namesOf([by], tx.manager)).get(by) ?? '';
    const { locale } = whose;
    const about = { locale, positionName: textIn(whose.content.name, locale), now: tx.now };
    await this.cards.send(tx, {
      ...{ kind: 'notice', topic: `later:${newId(tx.now)}`, companyId, applicationId, personId },
      recipients: this.audience.candidate(whose),
      content: requestAnswerCard(
        { ...about, byName, text, href: pages.status },
        { about: 'later', deadline },
      ),
    });
  }
}
