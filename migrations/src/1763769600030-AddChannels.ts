import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, addIndex, dropIndex, int, long, moment, ref, short, table } from './schema.js';

export class AddChannels1763769600030 implements MigrationInterface {
  name = 'AddChannels1763769600030';

  async up(runner: QueryRunner): Promise<void> {
    await table(
      runner,
      'channel_state',
      { name: short(64, { primary: true }), value: long(), expiresAt: moment() },
      [{ columns: ['expiresAt'] }],
    );
    await table(
      runner,
      'channel_event',
      {
        source: short(20, { primary: true }),
        eventId: short(128, { primary: true }),
        type: short(24),
        at: moment(),
      },
      [{ columns: ['at'] }],
    );
    await table(
      runner,
      'chat_identity',
      {
        channel: short(20, { primary: true }),
        address: short(128, { primary: true }),
        companyId: ref(),
        staffId: ref(),
        createdAt: moment(),
      },
      [{ columns: ['staffId'] }],
    );
    await table(
      runner,
      'candidate_address',
      {
        channel: short(20, { primary: true }),
        address: short(128, { primary: true }),
        applicationId: ref({ primary: true }),
        companyId: ref(),
        personId: ref(),
        createdAt: moment(),
      },
      [{ columns: ['applicationId'] }, { columns: ['companyId', 'personId'] }],
    );
    await addColumns(runner, 'delivery', {
      externalId: short(200, { nullable: true }),
      turn: int({ nullable: true }),
    });
    await addIndex(runner, 'delivery', ['externalId']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropIndex(runner, 'delivery', ['externalId']);
    await runner.dropColumns('delivery', ['externalId', 'turn']);
    await runner.dropTable('candidate_address');
    await runner.dropTable('chat_identity');
    await runner.dropTable('channel_event');
    await runner.dropTable('channel_state');
  }
}
