import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, double, id, int, long, moment, ref, short, table } from './schema.js';

export class AddObservation1763769600110 implements MigrationInterface {
  name = 'AddObservation1763769600110';

  async up(runner: QueryRunner): Promise<void> {
    const whose = { companyId: ref(), personId: ref(), applicationId: ref(), interviewId: ref() };
    await table(
      runner,
      'interview_fact',
      {
        ...{ id: id(), ...whose, told: short(40), kind: short(11) },
        ...{ answerId: ref({ nullable: true }), at: moment(), seconds: double(), words: long() },
      },
      [
        { columns: ['interviewId', 'told'], unique: true },
        { columns: ['applicationId'] },
        { columns: ['personId'] },
      ],
    );
    await table(
      runner,
      'face_batch',
      { id: id(), ...whose, attemptId: ref(), batch: int(), seconds: long(), at: moment() },
      [
        { columns: ['attemptId', 'batch'], unique: true },
        { columns: ['applicationId'] },
        { columns: ['personId'] },
      ],
    );
    await addColumns(runner, 'company', { browserRecognitionSince: moment({ nullable: true }) });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('company', 'browserRecognitionSince');
    await runner.dropTable('face_batch');
    await runner.dropTable('interview_fact');
  }
}
