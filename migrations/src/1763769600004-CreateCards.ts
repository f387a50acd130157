import type { MigrationInterface, QueryRunner } from 'typeorm';
import { flag, id, int, long, moment, ref, short, table } from './schema.js';

export class CreateCards1763769600004 implements MigrationInterface {
  name = 'CreateCards1763769600004';

  async up(runner: QueryRunner): Promise<void> {
    await table(
      runner,
      'card',
      {
        id: id(),
        companyId: ref(),
        kind: short(16),
        topic: short(120),
        applicationId: ref({ nullable: true }),
        personId: ref(),
        version: int(),
        state: short(7),
        body: long(),
        createdAt: moment(),
        changedAt: moment(),
      },
      [{ columns: ['topic'], unique: true }, { columns: ['applicationId', 'kind'] }],
    );
    await table(
      runner,
      'delivery',
      {
        id: id(),
        companyId: ref(),
        cardId: ref(),
        recipientKind: short(9),
        recipientId: ref(),
        channel: short(20),
        state: short(9),
        failure: short(200),
        read: flag(),
        createdAt: moment(),
        deliveredAt: moment({ nullable: true }),
      },
      [{ columns: ['cardId'] }, { columns: ['recipientId', 'createdAt'] }],
    );
    await table(
      runner,
      'press',
      {
        source: short(20, { primary: true }),
        eventId: short(128, { primary: true }),
        companyId: ref(),
        cardId: ref(),
        actorKind: short(9),
        actorId: ref(),
        action: short(40),
        effective: flag(),
        answer: long(),
        at: moment(),
      },
      [{ columns: ['cardId'] }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('press');
    await runner.dropTable('delivery');
    await runner.dropTable('card');
  }
}
