import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { locales } from '@zhiyu/contracts/basics';
import { consentTexts } from '@zhiyu/contracts/consent-texts';
import { sharesIn, weighedText } from '@zhiyu/contracts/delivery-limits';
import { weighedSentences } from '@zhiyu/server/interviews/weighed-notice';
import { expect } from 'chai';

const screens = new URL('../../../miniapp/src/', import.meta.url);
type Words = Record<string, Record<string, unknown>>;
const wordsOf = (locale: string): Words =>
  Object.assign(
    {},
    ...['pool-own', 'candidate'].map((part): unknown =>
      JSON.parse(readFileSync(new URL(`locales/${locale}/${part}.json`, screens), 'utf8')),
    ),
  ) as Words;

const some = (part: string, keys: readonly string[]) => (words: Words) =>
  keys.map((key) => words[part]?.[key]);

/** The sentences of each text. */
const sentences: Record<keyof typeof consentTexts, (words: Words) => unknown> = {
  interview: (words) => words.consent,
  application: some('apply', ['consent', 'consentMore', 'pool', 'poolMore']),
  talentPool: some('status', ['poolJoin', 'poolLeave', 'poolIn', 'poolOut']),
  poolKept: some('global', ['keep']),
  poolTransfer: some('global', ['transfer', 'transferMore']),
};

/** The sentences as they were under each version: a decision is stored with the version it was taken on. */
const known: Record<string, string> = {
  '2026-11-22': '0e78c168b64048fe992d390320c4f5d4164efa5f913113fae6fca9beadb6aa3e',
  '2026-11-22.2': '3655f791ad5bd467995cee01712b5a7001014f7accb0ba2d1defc3f12a063e86',
  '2026-11-22.3': 'f7bdef8d321fc7ba0bd0cc43015d25a8aa23d541f584905a4e19fd9578b6e463',
  '2026-11-22.4': 'f5a699c2f2d5d577e1dbab7cb31397899c52bf848919d7bb9aa866fe5fb0e6ff',
  '2026-11-22.apply': '66daf66904c6acf28447989cb940a2442858ca5a294d3d6ee347ab3bc7f9e6ab',
  '2026-11-23.pool': '5f5e33b6bf84144c0e4d6b615e920c33bf2a1c589598d9c758bc6f3ff6aa45bd',
  '2026-11-23.cross': 'bc86e087648cf67d597ae72baf6010607d6de2c3bdb5ee9c1508da18899dc988',
  '2026-11-22.pool': 'ad89e3e8bbb5d6e14a315b0b9e07bce27b970d3ffb3c569323afba7e6c34b291',
};

/** What companies that let voice or face weigh say beside them is part of the interview's sentences. */
const knownWeighed: Record<string, string> = {
  '2026-11-22.4': 'f664ec0387c0b71adb58fd8d6f087adc48f6ccdee3881a452f537e52d90e7ffd',
};

describe('the sentences that a candidate agrees to', () => {
  for (const text of Object.keys(sentences) as (keyof typeof consentTexts)[]) {
    it(`${text}: have a version of their own in each wording`, () => {
      const words = locales.map((locale) => sentences[text](wordsOf(locale)));
      expect(JSON.stringify(words), 'the keys are there').not.to.include('null');
      const digest = createHash('sha256').update(JSON.stringify(words)).digest('hex');
      const problem = `new sentences need a new version; now ${digest}`;
      expect(known[consentTexts[text]], problem).to.equal(digest);
    });
  }

  it('name in every language what voice and face weigh, under the version of the interview’s sentences', () => {
    const shares = { voice: 5, face: 10 };
    const said = locales.map((locale) => weighedSentences(shares, locale));
    for (const { text } of said) {
      expect(text)
        .to.match(/5 ?[%％]/)
        .and.to.match(/10 ?[%％]/);
    }
    const version = weighedText(consentTexts.interview, { voice: 10, face: 10 });
    expect(version.length, 'fits the column').to.be.at.most(20);
    expect(sharesIn(version)).to.deep.equal({ voice: 10, face: 10 });
    expect(sharesIn(consentTexts.interview)).to.deep.equal({ voice: 0, face: 0 });
    const digest = createHash('sha256').update(JSON.stringify(said)).digest('hex');
    const problem = `new sentences need a new version; now ${digest}`;
    expect(knownWeighed[consentTexts.interview], problem).to.equal(digest);
  });
});
