import type { CardKind } from '@zhiyu/contracts/card';
import { Entity, Index, PrimaryColumn } from 'typeorm';
import {
  FlagColumn,
  IdColumn,
  IntColumn,
  LongColumn,
  MomentColumn,
  RefColumn,
  ShortColumn,
} from '../platform/database/columns.js';

/** A card as it stands now; every delivery of it shows the same. */
@Entity('card')
@Index(['applicationId', 'kind'])
@Index(['topic'], { unique: true })
export class CardRow {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @ShortColumn(16)
  kind: CardKind;
  /** What makes it one card however often it is ordered, e.g. approval:<application>:<round>. */
  @ShortColumn(120)
  topic: string;
  @RefColumn({ nullable: true })
  applicationId: string | null;
  /** Whose key seals the content: the person's whom it is about; the company's where it is about nobody. */
  @RefColumn()
  personId: string;
  @IntColumn()
  version: number;
  @ShortColumn(7)
  state: 'open' | 'done' | 'expired';
  /** Sealed JSON: StoredCard. */
  @LongColumn()
  body: string;
  @MomentColumn()
  createdAt: number;
  @MomentColumn()
  changedAt: number;
}

/** A card on its way to one person by one channel. */
@Entity('delivery')
@Index(['recipientId', 'createdAt'])
@Index(['cardId'])
@Index(['externalId'])
export class Delivery {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  cardId: string;
  @ShortColumn(9)
  recipientKind: 'staff' | 'candidate' | 'group';
  /** Staff user, application for a candidate, company for its recruiting group. */
  @RefColumn()
  recipientId: string;
  @ShortColumn(20)
  channel: string;
  @ShortColumn(9)
  /** failed: the last try; refused: this way is given up. */
  state: 'queued' | 'delivered' | 'failed' | 'refused';
  @ShortColumn(200)
  failure: string;
  @FlagColumn()
  read: boolean;
  @MomentColumn()
  createdAt: number;
  @MomentColumn({ nullable: true })
  deliveredAt: number | null;
  /** How the channel calls the message; null in the web inbox and before it was sent. */
  @ShortColumn(200, { nullable: true })
  externalId: string | null;
  /** Place in the order of ways that are tried for this person; null in the web inbox. */
  @IntColumn({ nullable: true })
  turn: number | null;
}

/** A press (点按) on a card: source and full identity of the event, so a redelivery has no second effect. */
@Entity('press')
@Index(['cardId'])
export class Press {
  @PrimaryColumn({ type: 'varchar', length: 20 })
  source: string;
  @PrimaryColumn({ type: 'varchar', length: 128 })
  eventId: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  cardId: string;
  @ShortColumn(9)
  actorKind: string;
  @RefColumn()
  actorId: string;
  @ShortColumn(40)
  action: string;
  @FlagColumn()
  effective: boolean;
  /** Sealed JSON: the answer that was given, for the redelivery. */
  @LongColumn()
  answer: string;
  @MomentColumn()
  at: number;
}
