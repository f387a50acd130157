import { Injectable } from '@nestjs/common';
import type { Card } from '@zhiyu/contracts/card';
import type { Message, MessageList, MessagePress, MessageWay } from '@zhiyu/contracts/messages';
import { In } from 'typeorm';
import { CardRow, Delivery, Press } from '../notify/card.entity.js';
import { Cards } from '../notify/cards.service.js';
import type { StaffActor } from '../platform/auth/actor.js';
import { Database } from '../platform/database/database.js';
import { People } from '../privacy/people.service.js';
import { Applications } from '../recruiting/applications.service.js';
import { StaffService } from '../staff/staff.service.js';

/** So many cards of an application are shown, the newest first. */
const cardsAtMost = 100;

const kindOf = (kind: string): MessagePress['by'] => (kind === 'candidate' ? 'candidate' : 'staff');

function textsOf(card: Card): string[] {
  return card.blocks.flatMap((block) => {
    switch (block.type) {
      case 'text':
        return [block.text];
      case 'record':
        return [block.detail === '' ? block.title : `${block.title} · ${block.detail}`];
      case 'fact':
        return [`${block.label} · ${block.value}`];
      default:
        return [];
    }
  });
}

/** Every card about an application: what it says now, by which ways it went to whom, who pressed what (消息). */
@Injectable()
export class Messages {
  constructor(
    private readonly database: Database,
    private readonly applications: Applications,
    private readonly cards: Cards,
    private readonly people: People,
    private readonly staff: StaffService,
  ) {}

  async of(actor: StaffActor, id: string): Promise<MessageList> {
    const { application } = await this.applications.require(actor, id, 'application.view');
    const rows = await this.database.read(CardRow).find({
      where: { companyId: actor.companyId, applicationId: id },
      order: { createdAt: 'DESC', id: 'DESC' },
      take: cardsAtMost,
    });
    const ids = rows.map((row) => row.id);
    const ways = await this.database
      .read(Delivery)
      .find({ where: { cardId: In(ids) }, order: { createdAt: 'ASC', id: 'ASC' } });
    const presses = await this.database
      .read(Press)
      .find({ where: { cardId: In(ids) }, order: { at: 'ASC' } });
    const candidate = await this.people.nameOf(application.personId);
    const staffIds = [...ways.map((one) => one.recipientId), ...presses.map((one) => one.actorId)];
    const staff = await this.staff.namesOf(staffIds.filter((one) => one !== id));
    const nameOf = (kind: string, of: string) =>
      kind === 'candidate' ? candidate : (staff.get(of) ?? '');
    const cards = await this.cards.opened(rows);
    const messages = rows.flatMap((row): Message[] => {
      const card = cards.get(row.id);
      return card
        ? [
            {
              ...{ id: row.id, kind: row.kind, at: row.createdAt, changedAt: row.changedAt },
              ...{ state: row.state, title: card.title, texts: textsOf(card) },
              ways: ways.filter((one) => one.cardId === row.id).map((one) => wayOf(one, nameOf)),
              presses: presses
                .filter((one) => one.cardId === row.id)
                .map((one) => pressOf(one, nameOf)),
            },
          ]
        : [];
    });
    return { messages };
  }
}

type NameOf = (kind: string, id: string) => string;

function wayOf(row: Delivery, nameOf: NameOf): MessageWay {
  const { recipientKind: to, recipientId, channel, state, failure, read } = row;
  const who = to === 'group' ? '' : nameOf(to, recipientId);
  const times = { at: row.createdAt, deliveredAt: row.deliveredAt };
  return { to, who, channel, state, failure, ...times, read };
}

function pressOf(row: Press, nameOf: NameOf): MessagePress {
  const { actorKind, actorId, action, source: channel, effective, at } = row;
  return { who: nameOf(actorKind, actorId), by: kindOf(actorKind), action, channel, effective, at };
}
