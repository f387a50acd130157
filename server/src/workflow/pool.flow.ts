import { Injectable, type OnModuleInit } from '@nestjs/common';
import { textIn } from '@zhiyu/contracts/basics';
import { AppError } from '@zhiyu/contracts/errors';
import type { InviteFromPool } from '@zhiyu/contracts/talent-pool';
import { InterviewReader } from '../interviews/interview-reader.js';
import { CardActions, type CardPress, type PressOutcome } from '../notify/card-actions.js';
import { contentOf } from '../notify/card-content.js';
import { Cards } from '../notify/cards.service.js';
import {
  poolInviteCard,
  poolInviteEnded,
  poolInviteSaid,
} from '../notify/cards/pool-invite.card.js';
import type { StaffActor } from '../platform/auth/actor.js';
import { Database, isDuplicate, type Tx } from '../platform/database/database.js';
import { newId } from '../platform/time/ids.js';
import { Again } from '../recruiting/again.service.js';
import { Application } from '../recruiting/entities/application.entity.js';
import { Position } from '../recruiting/entities/position.entity.js';
import { Positions } from '../recruiting/positions.service.js';
import { PoolInvitation } from '../talent/pool-invitation.entity.js';
import type { PoolPerson } from '../talent/pool-people.service.js';
import { PoolQuiet } from '../talent/pool-quiet.service.js';
import { PoolSight } from '../talent/pool-sight.service.js';
import { requireOpen } from '../talent/require-open.js';

const topicOf = (applicationId: string, positionId: string) =>
  `pool:${applicationId}:${positionId}`;

const acts = ['come', 'decline'];

/** Somebody in the pool is told of a position in one tap; a yes is an application, a no is a year of silence (R41). */
@Injectable()
export class PoolFlow implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly sight: PoolSight,
    private readonly quiet: PoolQuiet,
    private readonly positions: Positions,
    private readonly reader: InterviewReader,
    private readonly again: Again,
    private readonly cards: Cards,
    private readonly actions: CardActions,
  ) {}

  onModuleInit(): void {
    this.actions.on('poolInvite', (tx, press) => this.pressed(tx, press));
  }

  /** @throws consentMissing for who is not in the pool, regionRule, conflict for who was asked or wants silence */
  async invite(actor: StaffActor, { id, positionId }: InviteFromPool): Promise<void> {
    const { companyId } = actor;
    const position = await this.database.read(Position).findOneBy({ id: positionId });
    if (!(await this.database.read(Application).existsBy({ id, companyId }))) {
      throw new AppError('notFound');
    }
    requireOpen(actor, position);
    const person = await this.sight.require(actor, id);
    if (await this.quiet.isQuiet(person)) {
      throw new AppError('conflict');
    }
    try {
      await this.database.transaction((tx) => this.tell(tx, actor, { person, position }));
    } catch (error) {
      throw isDuplicate(error) ? new AppError('conflict') : error;
    }
  }

  private async tell(
    tx: Tx,
    actor: StaffActor,
    { person, position }: { person: PoolPerson; position: Position },
  ): Promise<void> {
    const { id: applicationId, companyId, personId } = person.application;
    const id = newId(tx.now);
    await tx.manager.insert(PoolInvitation, {
      ...{ id, companyId, personId, applicationId, positionId: position.id },
      ...{ byStaffId: actor.id, at: tx.now, answer: 'open' },
      ...{ answeredAt: null, newApplicationId: null },
    });
    const whose = await this.reader.whose(applicationId, tx.manager);
    const { content } = await this.positions.version(position.versionId, tx.manager);
    const { locale, candidateName, companyName } = whose;
    await this.cards.send(tx, {
      ...{ kind: 'poolInvite', topic: topicOf(applicationId, position.id) },
      ...{ companyId, applicationId, personId },
      recipients: [{ kind: 'candidate', id: applicationId }],
      content: poolInviteCard({
        ...{ locale, candidateName, companyName, contactName: actor.name },
        positionName: textIn(content.name, locale),
        ...{ place: content.place, pay: content.pay },
      }),
    });
    const fact = { applicationId, invitationId: id, positionId: position.id };
    tx.emit('PoolInvited', companyId, { ...fact, byStaffId: actor.id });
  }

  private async pressed(tx: Tx, { card, row, action }: CardPress): Promise<PressOutcome> {
    const { invitation, before } = await this.asked(tx, row.topic);
    if (!invitation || !before || !acts.includes(action.action)) {
      throw new AppError('invalidInput', {}, [{ path: 'action', message: card.kind }]);
    }
    const yes = action.action === 'come';
    const end = yes ? await this.come(tx, invitation, before) : 'declined';
    const answer = { answer: yes ? ('yes' as const) : ('no' as const), answeredAt: tx.now };
    await tx.manager.update(PoolInvitation, { id: invitation.id }, answer);
    tx.emit('PoolAnswered', row.companyId, {
      ...{ applicationId: before.id, invitationId: invitation.id, yes },
    });
    const content = poolInviteEnded(contentOf(card), end);
    const message = poolInviteSaid(card.locale, end);
    return { effective: true, message, content, state: 'done' };
  }

  private async asked(
    tx: Tx,
    topic: string,
  ): Promise<{ invitation: PoolInvitation | null; before: Application | null }> {
    const [, applicationId = '', positionId = ''] = topic.split(':');
    const where = { applicationId, positionId, answer: 'open' as const };
    return {
      invitation: await tx.manager.findOneBy(PoolInvitation, where),
      before: await tx.manager.findOneBy(Application, { id: applicationId }),
    };
  }

  /** Applies with what was handed in before, where the position is still open. */
  private async come(
    tx: Tx,
    { id, positionId }: PoolInvitation,
    before: Application,
  ): Promise<'came' | 'over'> {
    const position = await tx.manager.findOneByOrFail(Position, { id: positionId });
    if (position.state !== 'open') {
      return 'over';
    }
    const made = await this.again.apply(tx, before, position);
    await tx.manager.update(PoolInvitation, { id }, { newApplicationId: made?.id ?? null });
    return 'came';
  }
}
