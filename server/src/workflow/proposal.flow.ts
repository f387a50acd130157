import { Injectable } from '@nestjs/common';
import { textIn } from '@zhiyu/contracts/basics';
import type { EventJob } from '@zhiyu/contracts/jobs';
import { proposalAnsweredCard, proposedCard } from '../notify/cards/office.card.js';
import { Cards } from '../notify/cards.service.js';
import { Database } from '../platform/database/database.js';
import { OnEvent } from '../platform/jobs/on.js';
import { PositionProposal } from '../recruiting/entities/position-proposal.entity.js';
import { Position } from '../recruiting/entities/position.entity.js';
import { mayOn } from '../staff/access.js';
import { staffLanguageOf } from '../staff/staff-language.js';
import { StaffService } from '../staff/staff.service.js';
import { pages } from './pages.js';
import { Receivers } from './receivers.js';

/** A version that waits for a second person reaches those who may say yes, and its maker hears the answer. */
@Injectable()
export class ProposalFlow {
  constructor(
    private readonly database: Database,
    private readonly receivers: Receivers,
    private readonly staff: StaffService,
    private readonly cards: Cards,
  ) {}

  @OnEvent('ProposalMade', 'workflow')
  async made({ payload, companyId }: EventJob<'ProposalMade'>): Promise<void> {
    const { positionId, proposalId, byStaffId } = payload;
    const position = await this.database.read(Position).findOneBy({ id: positionId });
    const proposal = await this.database.read(PositionProposal).findOneBy({ id: proposalId });
    if (!position || proposal?.state !== 'waiting') {
      return;
    }
    const all = await this.receivers.with(companyId, 'position.approve');
    const to = all.filter(
      (one) => one.id !== byStaffId && mayOn(one, 'position.approve', position),
    );
    const { note, content } = proposal;
    await this.tell({
      ...{ topic: `proposal:${proposalId}`, companyId, positionId, byStaffId },
      to: to.map(({ id }) => id),
      card: (props) =>
        proposedCard(props, {
          positionName: textIn(content.name, props.locale),
          version: proposal.baseVersion + 1,
          note,
        }),
    });
  }

  @OnEvent('ProposalAnswered', 'workflow')
  async answered({ payload, companyId }: EventJob<'ProposalAnswered'>): Promise<void> {
    const { positionId, proposalId, published, byStaffId } = payload;
    const proposal = await this.database.read(PositionProposal).findOneBy({ id: proposalId });
    if (!proposal) {
      return;
    }
    const { content, reason, createdBy } = proposal;
    await this.tell({
      ...{ topic: `proposal-answer:${proposalId}`, companyId, positionId, byStaffId },
      to: [createdBy],
      card: (props) => {
        const positionName = textIn(content.name, props.locale);
        return proposalAnsweredCard(props, { positionName, published, reason });
      },
    });
  }

  private async tell(what: {
    topic: string;
    companyId: string;
    positionId: string;
    byStaffId: string;
    to: string[];
    card: (props: Parameters<typeof proposedCard>[0]) => ReturnType<typeof proposedCard>;
  }): Promise<void> {
    const { topic, companyId, byStaffId, to } = what;
    if (to.length === 0) {
      return;
    }
    await this.database.transaction(async (tx) => {
      const locale = await staffLanguageOf(tx.manager, companyId);
      const byName = (await this.staff.namesOf([byStaffId], tx.manager)).get(byStaffId) ?? '';
      await this.cards.send(tx, {
        ...{ kind: 'notice', topic, companyId, applicationId: null, personId: companyId },
        recipients: to.map((id) => ({ kind: 'staff' as const, id })),
        content: what.card({ locale, byName, href: pages.versions(what.positionId) }),
      });
    });
  }
}
