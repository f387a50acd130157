import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import type {
  ImportSheet,
  SheetPreview,
  SheetQuestion,
  SheetRow,
} from '@zhiyu/contracts/test-sheet';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Database, isDuplicate } from '../../platform/database/database.js';
import { readSheetFile } from '../../platform/sheet/read-sheet.js';
import type { Application } from '../../recruiting/entities/application.entity.js';
import { faultOf, linesOf, type SheetLine } from './sheet-columns.js';
import { type Meant, SheetPeople } from './sheet-people.js';
import { resultKey, TestResults } from './test-results.service.js';

/** A row with what it stores. */
interface Judged {
  row: SheetRow;
  application: Application | null;
}

function rowOf(line: SheetLine, meant: Meant | null, part: Partial<SheetRow>): SheetRow {
  const { line: at, name, phone, email, application, test, score, maximum, takenOn } = line;
  const who = [name, phone, email, application].filter(Boolean).join(' · ');
  const found = meant?.application ? meant : null;
  return {
    ...{ line: at, state: 'ready', fault: null, who, test, score, maximum },
    ...{ takenOn: takenOn ?? '', applicationId: found?.application.id ?? null },
    candidateName: found?.candidateName ?? null,
    positionName: found?.positionName ?? null,
    ...part,
  };
}

/** Results from a table: looked at first, then stored as it was shown, all right rows or none. */
@Injectable()
export class SheetImport {
  constructor(
    private readonly database: Database,
    private readonly people: SheetPeople,
    private readonly results: TestResults,
  ) {}

  async preview(actor: StaffActor, input: SheetQuestion, file: Buffer): Promise<SheetPreview> {
    const judged = await this.judge(actor, input, file);
    return previewOf(judged, hashOf(file, judged), 0);
  }

  /** @throws sheetChanged where a row would come out differently than the preview said */
  async store(actor: StaffActor, input: ImportSheet, file: Buffer): Promise<SheetPreview> {
    const judged = await this.judge(actor, input, file);
    const hash = hashOf(file, judged);
    if (hash !== input.hash) {
      throw new AppError('sheetChanged');
    }
    const ready = judged.filter(({ row }) => row.state === 'ready');
    try {
      await this.database.transaction(async (tx) => {
        for (const { row, application } of ready) {
          const { test: name, score, maximum, takenOn } = row;
          if (application && score !== null && maximum !== null) {
            const result = { name, score, maximum, takenOn, createdBy: actor.id };
            await this.results.add(tx, application, { ...result, source: 'imported' });
          }
        }
      });
    } catch (error) {
      // Somebody stored one of them since: nothing of this was.
      throw isDuplicate(error) ? new AppError('sheetChanged') : error;
    }
    return previewOf(judged, hash, ready.length);
  }

  private async judge(actor: StaffActor, input: SheetQuestion, file: Buffer): Promise<Judged[]> {
    const { name, positionId, test, maximum, takenOn } = input;
    const lines = linesOf(await readSheetFile(file, name), { test, maximum, takenOn });
    const judged: Judged[] = [];
    const seen = new Set<string>();
    for (const line of lines) {
      const one = await this.judgeLine(actor, line, positionId);
      const key = keyOf(one);
      if (one.application && seen.has(key)) {
        Object.assign(one.row, { state: 'wrong', fault: 'twice' });
      }
      seen.add(key);
      judged.push(one);
    }
    await this.markKnown(judged);
    return judged;
  }

  private async judgeLine(
    actor: StaffActor,
    line: SheetLine,
    positionId: string | undefined,
  ): Promise<Judged> {
    const fault = faultOf(line);
    const meant = fault ? null : await this.people.meant(actor, line, positionId);
    const why = fault ?? meant?.fault ?? null;
    const row = rowOf(line, meant, why ? { state: 'wrong', fault: why } : {});
    return { row, application: meant?.application ?? null };
  }

  /** What is stored already is not stored again; with another score somebody has to look. */
  private async markKnown(judged: Judged[]): Promise<void> {
    const ids = judged.flatMap(({ application }) => (application ? [application.id] : []));
    const known = await this.results.known([...new Set(ids)]);
    for (const one of judged) {
      const { row } = one;
      const there = row.state === 'ready' ? known.get(keyOf(one)) : undefined;
      if (there) {
        const same = there.score === row.score && there.maximum === row.maximum;
        const wrong = { state: 'wrong', fault: 'otherScore' };
        Object.assign(row, same ? { state: 'known' } : wrong);
      }
    }
  }
}

/** The same test of the same application on the same day. */
function keyOf({ row, application }: Judged): string {
  return `${application?.id} ${resultKey({ name: row.test, takenOn: row.takenOn })}`;
}

function hashOf(file: Buffer, judged: Judged[]): string {
  const rows = JSON.stringify(judged.map(({ row }) => row));
  return createHash('sha256').update(file).update(rows).digest('hex');
}

function previewOf(judged: Judged[], hash: string, stored: number): SheetPreview {
  const rows = judged.map(({ row }) => row);
  const count = (state: SheetRow['state']) => rows.filter((row) => row.state === state).length;
  return {
    ...{ rows, ready: count('ready'), known: count('known'), wrong: count('wrong') },
    ...{ hash, stored },
  };
}
