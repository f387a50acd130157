import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rights } from '@zhiyu/server/staff/rights';
import { expect } from 'chai';

interface Words {
  verb: Record<string, Record<string, string>>;
}

const wordsOf = (locale: string): Words =>
  JSON.parse(
    readFileSync(
      fileURLToPath(new URL(`../../../miniapp/src/locales/${locale}/staff.json`, import.meta.url)),
      'utf8',
    ),
  ) as Words;

describe('the audit page', () => {
  for (const locale of ['zh', 'en']) {
    it(`has a word for every act of the table of rights (${locale})`, () => {
      const { verb } = wordsOf(locale);
      const acts = [...new Set(rights.flatMap((right) => right.acts))];
      const nameless = acts.filter((act) => {
        const [what = '', how = ''] = act.split('.');
        return (verb[what]?.[how] ?? '') === '';
      });
      expect(acts.length).to.be.greaterThan(20);
      expect(nameless).to.deep.equal([]);
    });
  }
});
