import { Injectable } from '@nestjs/common';
import type { OwnData } from '@zhiyu/contracts/own-data';
import type { TestAnswer, TestItem } from '@zhiyu/contracts/written-tests';
import { Database } from '../../platform/database/database.js';
import { SittingStore } from './sitting-store.js';
import { TestResults } from './test-results.service.js';
import { SittingRow } from './written-test.entity.js';
import { WrittenTests } from './written-tests.service.js';

/** An answer as its candidate wrote it. */
function wordsOf(item: TestItem, { chosen, number, text }: TestAnswer): string {
  if (item.kind === 'single' || item.kind === 'multiple') {
    const words = item.options.flatMap((one) => (chosen.includes(one.id) ? [one.text] : []));
    return words.join(' / ');
  }
  return item.kind === 'number' ? String(number ?? '') : text;
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
      const opened = await this.store.opened(await this.store.answers([row.id]), row.personId);
      for (const item of content?.items ?? []) {
        const answer = opened.get(item.code);
        if (content && answer) {
          const words = wordsOf(item, answer);
          answers.push({ test: content.title, question: item.text, answer: words });
        }
      }
    }
    const results = await this.results.of(applicationId);
    return { results: results.map(({ by: _by, sittingId: _id, ...rest }) => rest), answers };
  }
}
