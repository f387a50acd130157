import { Injectable } from '@nestjs/common';
import type { OwnData } from '@zhiyu/contracts/own-data';
import type { TestAnswer, TestContent, TestItem } from '@zhiyu/contracts/written-tests';
import { Database } from '../../platform/database/database.js';
import { SittingStore } from './sitting-store.js';
import { TestResults } from './test-results.service.js';
import { SittingRow, type TestAnswerRow } from './written-test.entity.js';
import { WrittenTests } from './written-tests.service.js';

/** An answer as its candidate wrote it. */
function wordsOf(item: TestItem, { chosen, number, text }: TestAnswer): string {
  if (item.kind === 'single' || item.kind === 'multiple') {
    const words = item.options.flatMap((one) => (chosen.includes(one.id) ? [one.text] : []));
    return words.join(' / ');
  }
  return item.kind === 'number' ? String(number ?? '') : text;
}

/** What was answered, with what it was given. */
function copiesOf(
  { title, items }: TestContent,
  kept: TestAnswerRow[],
  opened: Map<string, TestAnswer>,
): OwnData['tests']['answers'] {
  const marks = new Map(kept.map((one) => [one.item, one]));
  return items.flatMap((item) => {
    const answer = opened.get(item.code);
    const { points = null, marking = 'none' } = marks.get(item.code) ?? {};
    const said = { test: title, question: item.text, of: item.points, points, marking };
    return answer ? [{ ...said, answer: wordsOf(item, answer) }] : [];
  });
}

/** What written tests keep of a candidate, for the copy of the own data. */
@Injectable()
export class OwnTestCopy {
  constructor(
    private readonly database: Database,
    private readonly tests: WrittenTests,
    private readonly store: SittingStore,
    private readonly results: TestResults,
  ) {}

  async of(applicationId: string): Promise<OwnData['tests']> {
    const rows = await this.database.read(SittingRow).findBy({ applicationId });
    const versions = await this.tests.versionsOf(rows.map((row) => row.versionId));
    const answers: OwnData['tests']['answers'] = [];
    for (const row of rows) {
      const content = versions.get(row.versionId)?.content;
      const kept = await this.store.answers([row.id]);
      const opened = await this.store.opened(kept, row.personId);
      answers.push(...(content ? copiesOf(content, kept, opened) : []));
    }
    const results = await this.results.of(applicationId);
    return { results: results.map(({ by: _by, sittingId: _id, ...rest }) => rest), answers };
  }
}
