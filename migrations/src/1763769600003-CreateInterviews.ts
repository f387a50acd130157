import type { MigrationInterface, QueryRunner } from 'typeorm';
import { double, flag, id, int, json, long, moment, ref, short, table } from './schema.js';

export class CreateInterviews1763769600003 implements MigrationInterface {
  name = 'CreateInterviews1763769600003';

  async up(runner: QueryRunner): Promise<void> {
    await table(
      runner,
      'interview',
      {
        id: id(),
        companyId: ref(),
        applicationId: ref(),
        personId: ref(),
        kind: short(6),
        round: int(),
        state: short(10),
        positionVersionId: ref(),
        tokenHash: short(64, { nullable: true }),
        token: long({ nullable: true }),
        exchangedAt: moment({ nullable: true }),
        codeHash: short(64, { nullable: true }),
        codeExpiresAt: moment(),
        deadline: moment(),
        startedAt: moment({ nullable: true }),
        finishedAt: moment({ nullable: true }),
        device: json({ nullable: true }),
        startsAt: moment({ nullable: true }),
        place: short(200),
        contact: short(100),
        createdAt: moment(),
      },
      [
        { columns: ['tokenHash'], unique: true },
        { columns: ['companyId', 'state'] },
        { columns: ['applicationId', 'round'] },
      ],
    );
    await table(
      runner,
      'asked_question',
      {
        id: id(),
        companyId: ref(),
        interviewId: ref(),
        position: int(),
        kind: short(13),
        content: json(),
        reason: short(200),
        askedAt: moment({ nullable: true }),
      },
      [{ columns: ['interviewId', 'position'], unique: true }],
    );
    await table(
      runner,
      'answer',
      {
        id: id(),
        companyId: ref(),
        interviewId: ref(),
        questionId: ref(),
        state: short(10),
        thinkingEndsAt: moment({ nullable: true }),
        chosenAttemptId: ref({ nullable: true }),
      },
      [{ columns: ['questionId'], unique: true }, { columns: ['interviewId'] }],
    );
    await table(
      runner,
      'attempt',
      {
        id: id(),
        companyId: ref(),
        answerId: ref(),
        personId: ref(),
        mode: short(6),
        state: short(10),
        startedAt: moment(),
        endsAt: moment(),
        finishedAt: moment({ nullable: true }),
        seconds: double(),
        offline: flag(),
        pasted: flag(),
        recognition: short(8),
      },
      [{ columns: ['answerId'] }],
    );
    await table(
      runner,
      'transcript',
      {
        id: id(),
        companyId: ref(),
        attemptId: ref(),
        personId: ref(),
        origin: short(9),
        engine: short(60, { nullable: true }),
        locale: short(2),
        segments: long(),
        writtenBy: ref({ nullable: true }),
        createdAt: moment(),
      },
      [{ columns: ['attemptId', 'createdAt'] }],
    );
    await table(
      runner,
      'media',
      {
        id: id(),
        companyId: ref(),
        personId: ref(),
        attemptId: ref(),
        track: short(10),
        mimeType: short(100),
        state: short(10),
        file: short(100),
        sealedFile: short(100, { nullable: true }),
        sealedMimeType: short(100, { nullable: true }),
        reason: short(100, { nullable: true }),
        bytes: moment(),
        slices: int(),
        seconds: double({ nullable: true }),
        createdAt: moment(),
        completedAt: moment({ nullable: true }),
      },
      [{ columns: ['companyId', 'personId'] }, { columns: ['attemptId'] }],
    );
    await table(
      runner,
      'report',
      {
        id: id(),
        companyId: ref(),
        interviewId: ref(),
        applicationId: ref(),
        personId: ref(),
        version: int(),
        engine: short(60),
        inputHash: short(64),
        total: double({ nullable: true }),
        standardError: double({ nullable: true }),
        verdict: short(8),
        body: long(),
        createdAt: moment(),
      },
      [{ columns: ['interviewId', 'version'], unique: true }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('report');
    await runner.dropTable('media');
    await runner.dropTable('transcript');
    await runner.dropTable('attempt');
    await runner.dropTable('answer');
    await runner.dropTable('asked_question');
    await runner.dropTable('interview');
  }
}
