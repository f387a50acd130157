import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type {
  CandidateRow,
  CandidateSheet,
  ImportCandidates,
  ReadCandidates,
} from '@zhiyu/contracts/candidate-sheet';
import { AppError } from '@zhiyu/contracts/errors';
import { In } from 'typeorm';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { readSheetFile } from '../../platform/sheet/read-sheet.js';
import { People } from '../../privacy/people.service.js';
import { SamePeople } from '../../privacy/same-people.service.js';
import { requireOn } from '../../staff/access.js';
import { Application } from '../entities/application.entity.js';
import { Position } from '../entities/position.entity.js';
import { type BatchOf, IntakeBatches } from '../intake-batches.service.js';
import { Intake } from '../intake.service.js';
import { activeStages } from '../pipeline.states.js';
import { typedResume } from '../resume-view.js';
import { type CandidateLine, candidateLines, lineFault, lineKeys } from './candidate-lines.js';

interface Judged {
  row: CandidateRow;
  line: CandidateLine;
}

function rowOf(line: CandidateLine, part: Partial<CandidateRow>): CandidateRow {
  const contact = [line.phone, line.email].filter((one) => one !== '').join(' · ');
  return {
    ...{ line: line.line, state: 'ready', fault: null, name: line.name, contact },
    ...{ known: false, applicationId: null, outcome: null },
    ...part,
  };
}

/** Candidates from a table: looked at first, then taken row by row, each with its own result (R2). */
@Injectable()
export class CandidateSheets {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly same: SamePeople,
    private readonly intake: Intake,
    private readonly batches: IntakeBatches,
  ) {}

  async preview(actor: StaffActor, input: ReadCandidates, file: Buffer): Promise<CandidateSheet> {
    const position = await this.position(actor, input.id);
    const judged = await this.judge(position, input.name, file);
    return { rows: judged.map(({ row }) => row), hash: hashOf(file) };
  }

  /** Repeated, it takes nobody twice: whoever is under way stays as he is. @throws sheetChanged for another file */
  async store(actor: StaffActor, input: ImportCandidates, file: Buffer): Promise<CandidateSheet> {
    const position = await this.position(actor, input.id);
    if (hashOf(file) !== input.hash) {
      throw new AppError('sheetChanged');
    }
    const judged = await this.judge(position, input.name, file);
    const of = { actor, key: input.batch, kind: 'table' as const };
    const rows: CandidateRow[] = [];
    for (const one of judged) {
      rows.push(one.row.state === 'ready' ? await this.take(position, one, of) : one.row);
    }
    return { rows, hash: input.hash };
  }

  private async position(actor: StaffActor, id: string): Promise<Position> {
    const position = await this.database.read(Position).findOneBy({ id });
    requireOn(actor, 'application.add', position);
    return position;
  }

  private async judge(position: Position, name: string, file: Buffer): Promise<Judged[]> {
    const lines = candidateLines(await readSheetFile(file, name));
    const seen = new Set<string>();
    const judged: Judged[] = [];
    for (const line of lines) {
      const keys = lineKeys(line);
      const fault = lineFault(line) ?? (keys.some((key) => seen.has(key)) ? 'twice' : null);
      keys.forEach((key) => seen.add(key));
      const part = fault
        ? { state: 'wrong' as const, fault }
        : await this.standing(position, contactOf(line));
      judged.push({ line, row: rowOf(line, part) });
    }
    return judged;
  }

  private async standing(
    { id: positionId, companyId }: Position,
    contact: { phone: string | null; email: string | null },
  ): Promise<Partial<CandidateRow>> {
    const { manager } = this.database.dataSource;
    const personId = await this.people.recognise(manager, companyId, contact);
    if (personId === null) {
      return {};
    }
    const group = await this.same.groupOf(personId);
    const where = { positionId, personId: In(group), stage: In([...activeStages]) };
    const going = await this.database.read(Application).findOneBy(where);
    return going
      ? { state: 'underWay', known: true, applicationId: going.id }
      : { state: 'ready', known: true };
  }

  private async take(
    position: Position,
    { line, row }: Judged,
    of: BatchOf,
  ): Promise<CandidateRow> {
    const { name, phone, email, education, work } = line;
    const corrected = { name, phone, email, education, work };
    const taken = await this.database.transaction(async (tx) => {
      const came = await this.intake.take(tx, {
        ...{ position, name, ...contactOf(line), source: 'upload', linkId: null, file: null },
        ...{ parsed: typedResume(corrected), corrected },
        ...{ locale: 'zh', example: position.example },
      });
      await this.batches.note(tx, of, came);
      return came;
    });
    return {
      ...row,
      state: taken.repeated ? 'underWay' : 'taken',
      known: taken.known,
      applicationId: taken.application.id,
      outcome: taken.screening.outcome,
    };
  }
}

function contactOf({ phone, email }: CandidateLine) {
  return { phone: phone || null, email: email || null };
}

function hashOf(file: Buffer): string {
  return createHash('sha256').update(file).digest('hex');
}
