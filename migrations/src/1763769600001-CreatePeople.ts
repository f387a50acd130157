import type { MigrationInterface, QueryRunner } from 'typeorm';
import { flag, id, int, json, long, moment, ref, short, table } from './schema.js';

export class CreatePeople1763769600001 implements MigrationInterface {
  name = 'CreatePeople1763769600001';

  async up(runner: QueryRunner): Promise<void> {
    await table(
      runner,
      'person',
      {
        id: id(),
        companyId: ref(),
        name: long(),
        phone: long({ nullable: true }),
        email: long({ nullable: true }),
        locale: short(2),
        example: flag(),
        createdAt: moment(),
      },
      [{ columns: ['companyId', 'createdAt'] }],
    );
    await table(
      runner,
      'person_identity',
      {
        companyId: id(),
        channel: short(20, { primary: true }),
        tenant: short(64, { primary: true }),
        externalId: short(128, { primary: true }),
        personId: ref(),
      },
      [{ columns: ['personId'] }],
    );
    await table(
      runner,
      'search_token',
      {
        companyId: id(),
        token: short(32, { primary: true }),
        personId: id(),
      },
      [{ columns: ['personId'] }],
    );
    await table(
      runner,
      'consent',
      {
        id: id(),
        companyId: ref(),
        personId: ref(),
        applicationId: ref(),
        purpose: short(24),
        given: flag(),
        textVersion: short(20),
        locale: short(2),
        at: moment(),
      },
      [{ columns: ['personId'] }, { columns: ['applicationId', 'purpose', 'at'] }],
    );
    await table(
      runner,
      'audit_entry',
      {
        sequence: int({ primary: true }),
        companyId: ref(),
        actor: short(60),
        verb: short(60),
        object: short(60),
        ground: short(60),
        allowed: flag(),
        at: moment(),
        hash: short(64),
      },
      [{ columns: ['companyId', 'sequence'] }],
    );
    await table(runner, 'audit_head', {
      id: int({ primary: true }),
      sequence: int(),
      hash: short(64),
    });
    await table(runner, 'company', {
      id: id(),
      name: short(120),
      keepDays: int(),
      example: flag(),
      createdAt: moment(),
    });
    await table(
      runner,
      'department',
      {
        id: id(),
        companyId: ref(),
        name: short(120),
        parentId: ref({ nullable: true }),
        managerId: ref({ nullable: true }),
      },
      [{ columns: ['companyId'] }],
    );
    await table(
      runner,
      'staff_user',
      {
        id: id(),
        companyId: ref(),
        personId: ref(),
        loginToken: short(32),
        passwordHash: short(200, { nullable: true }),
        roles: json(),
        departmentId: ref({ nullable: true }),
        active: flag(),
        lastSeenAt: moment({ nullable: true }),
        createdAt: moment(),
      },
      [{ columns: ['loginToken'], unique: true }, { columns: ['companyId'] }],
    );
    await table(
      runner,
      'one_time_link',
      {
        hash: short(64, { primary: true }),
        companyId: ref(),
        staffId: ref(),
        purpose: short(12),
        expiresAt: moment(),
        usedAt: moment({ nullable: true }),
      },
      [{ columns: ['staffId'] }],
    );
    await runner.query("INSERT INTO audit_head (id, sequence, hash) VALUES (1, 0, '')");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('one_time_link');
    await runner.dropTable('staff_user');
    await runner.dropTable('department');
    await runner.dropTable('company');
    await runner.dropTable('audit_head');
    await runner.dropTable('audit_entry');
    await runner.dropTable('consent');
    await runner.dropTable('search_token');
    await runner.dropTable('person_identity');
    await runner.dropTable('person');
  }
}
