import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, int, json, long, moment, ref, short, table } from './schema.js';

export class CreatePlatform1763769600000 implements MigrationInterface {
  name = 'CreatePlatform1763769600000';

  async up(runner: QueryRunner): Promise<void> {
    await table(
      runner,
      'event_log',
      {
        sequence: int({ primary: true }),
        id: ref(),
        companyId: ref(),
        name: short(40),
        subjectId: ref(),
        payload: json(),
        at: moment(),
      },
      [{ columns: ['subjectId', 'sequence'] }, { columns: ['companyId', 'sequence'] }],
    );
    await table(runner, 'event_counter', {
      id: int({ primary: true }),
      value: int(),
    });
    await table(
      runner,
      'job',
      {
        id: id(),
        name: short(120),
        uniqueKey: short(190, { nullable: true }),
        payload: json(),
        state: short(10),
        attempts: int(),
        runAt: moment(),
        leaseOwner: short(40),
        leaseUntil: moment(),
        lastError: long({ nullable: true }),
        createdAt: moment(),
      },
      [{ columns: ['uniqueKey'], unique: true }, { columns: ['state', 'runAt'] }],
    );
    await table(
      runner,
      'session',
      {
        hash: short(64, { primary: true }),
        kind: short(10),
        subjectId: ref(),
        companyId: ref(),
        createdAt: moment(),
        expiresAt: moment(),
      },
      [{ columns: ['subjectId'] }],
    );
    await table(
      runner,
      'idempotency',
      {
        id: short(64, { primary: true }),
        fingerprint: short(64),
        state: short(10),
        answer: long({ nullable: true }),
        createdAt: moment(),
      },
      [{ columns: ['createdAt'] }],
    );
    await table(
      runner,
      'data_key',
      {
        subjectId: id(),
        companyId: ref(),
        wrapped: short(120),
        createdAt: moment(),
      },
      [{ columns: ['companyId'] }],
    );
    await table(runner, 'setting', {
      companyId: id(),
      name: short(40, { primary: true }),
      value: json(),
      changedBy: ref({ nullable: true }),
      changedAt: moment(),
    });
    await runner.query('INSERT INTO event_counter (id, value) VALUES (1, 0)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('setting');
    await runner.dropTable('data_key');
    await runner.dropTable('idempotency');
    await runner.dropTable('session');
    await runner.dropTable('job');
    await runner.dropTable('event_counter');
    await runner.dropTable('event_log');
  }
}
