import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { locales } from '@zhiyu/contracts/basics';
import { expect } from 'chai';

const screens = new URL('../../../miniapp/src/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, screens), 'utf8');

/** The sentences as they were under each version: a decision is stored with the version it was taken on. */
const known: Record<string, string> = {
  '2026-11-22': '0e78c168b64048fe992d390320c4f5d4164efa5f913113fae6fca9beadb6aa3e',
  '2026-11-22.2': '3655f791ad5bd467995cee01712b5a7001014f7accb0ba2d1defc3f12a063e86',
  '2026-11-22.3': 'f7bdef8d321fc7ba0bd0cc43015d25a8aa23d541f584905a4e19fd9578b6e463',
};

describe('the sentences that a candidate agrees to', () => {
  it('have a version of their own in each wording', () => {
    const sentences = locales.map((locale) => {
      const words = JSON.parse(read(`locales/${locale}/candidate.json`)) as { consent: unknown };
      return words.consent;
    });
    const digest = createHash('sha256').update(JSON.stringify(sentences)).digest('hex');
    const code = read('features/interview/step.shared.ts');
    const version = /CONSENT_TEXT_VERSION = '([^']+)'/.exec(code)?.[1] ?? '';
    expect(known[version], `new sentences need a new version; now ${digest}`).to.equal(digest);
  });
});
