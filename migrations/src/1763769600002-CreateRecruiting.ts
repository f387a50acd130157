import type { MigrationInterface, QueryRunner } from 'typeorm';
import { double, flag, id, int, json, long, moment, ref, short, table } from './schema.js';

export class CreateRecruiting1763769600002 implements MigrationInterface {
  name = 'CreateRecruiting1763769600002';

  async up(runner: QueryRunner): Promise<void> {
    await table(
      runner,
      'position',
      {
        id: id(),
        companyId: ref(),
        code: short(40),
        state: short(10),
        headcount: int(),
        departmentId: ref({ nullable: true }),
        ownerId: ref({ nullable: true }),
        versionId: ref(),
        version: int(),
        example: flag(),
        createdAt: moment(),
      },
      [{ columns: ['companyId', 'state'] }],
    );
    await table(
      runner,
      'position_version',
      {
        id: id(),
        companyId: ref(),
        positionId: ref(),
        version: int(),
        content: json(),
        note: short(200),
        createdBy: ref({ nullable: true }),
        createdAt: moment(),
      },
      [{ columns: ['positionId', 'version'], unique: true }],
    );
    await table(
      runner,
      'source_link',
      {
        id: id(),
        companyId: ref(),
        positionId: ref(),
        code: short(40),
        source: short(12),
        label: short(60),
        visits: int(),
        applications: int(),
        createdAt: moment(),
      },
      [{ columns: ['positionId'] }, { columns: ['code'], unique: true }],
    );
    await table(
      runner,
      'application',
      {
        id: id(),
        companyId: ref(),
        positionId: ref(),
        positionVersionId: ref(),
        personId: ref(),
        source: short(12),
        linkId: ref({ nullable: true }),
        resumeId: ref({ nullable: true }),
        stage: short(16),
        stageAt: moment(),
        locale: short(2),
        screeningOutcome: short(8, { nullable: true }),
        screening: long({ nullable: true }),
        round: int(),
        total: double({ nullable: true }),
        standardError: double({ nullable: true }),
        requirement: double({ nullable: true }),
        verdict: short(8, { nullable: true }),
        example: flag(),
        createdAt: moment(),
        tokenHash: short(64, { nullable: true }),
        tokenExpiresAt: moment(),
        tokenUsedAt: moment({ nullable: true }),
        codeTries: int(),
      },
      [
        { columns: ['personId'] },
        { columns: ['companyId', 'stage', 'stageAt'] },
        { columns: ['companyId', 'stageAt'] },
        { columns: ['companyId', 'positionId', 'stage'] },
      ],
    );
    await table(
      runner,
      'decision',
      {
        id: id(),
        companyId: ref(),
        applicationId: ref(),
        round: int(),
        kind: short(10),
        reason: short(24),
        note: long({ nullable: true }),
        decidedBy: ref({ nullable: true }),
        ground: short(120),
        fromStage: short(16),
        at: moment(),
      },
      [{ columns: ['companyId', 'at'] }, { columns: ['applicationId', 'round'], unique: true }],
    );
    await table(
      runner,
      'promise',
      {
        id: id(),
        companyId: ref(),
        applicationId: ref(),
        kind: short(24),
        state: short(8),
        madeAt: moment(),
        dueAt: moment(),
        keptAt: moment({ nullable: true }),
        byStaffId: ref({ nullable: true }),
      },
      [{ columns: ['companyId', 'state', 'dueAt'] }, { columns: ['applicationId'] }],
    );
    await table(
      runner,
      'resume',
      {
        id: id(),
        companyId: ref(),
        personId: ref(),
        fileName: long(),
        format: short(8),
        file: short(120),
        bytes: int(),
        parsed: long(),
        corrected: long(),
        createdAt: moment(),
      },
      [{ columns: ['personId'] }],
    );
    await table(runner, 'resume_draft', {
      id: id(),
      companyId: ref(),
      sealed: long(),
      expiresAt: moment(),
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('resume_draft');
    await runner.dropTable('resume');
    await runner.dropTable('promise');
    await runner.dropTable('decision');
    await runner.dropTable('application');
    await runner.dropTable('source_link');
    await runner.dropTable('position_version');
    await runner.dropTable('position');
  }
}
