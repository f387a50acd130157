import { readdirSync, readFileSync } from 'node:fs';
import { type Locale, locales } from '@zhiyu/contracts/basics';
import { expect } from 'chai';

const folder = new URL('../../../miniapp/src/locales/', import.meta.url);

interface Sentence {
  place: string;
  /** By category of Intl.PluralRules; '' is the one that stands for all. */
  forms: Map<string, string>;
}

function flat(words: object, before = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[before + key, value]] : flat(value as object, `${before}${key}.`),
  );
}

/** The texts of a language in which a number stands, each with its forms. */
function counted(locale: Locale): Sentence[] {
  const files = readdirSync(new URL(`${locale}/`, folder)).filter((one) => one.endsWith('.json'));
  return files.flatMap((file) => {
    const words = JSON.parse(readFileSync(new URL(`${locale}/${file}`, folder), 'utf8')) as object;
    const found = new Map<string, Map<string, string>>();
    for (const [key, text] of flat(words)) {
      const [, base = key, form = ''] = /^(.*)_(zero|one|two|few|many|other)$/.exec(key) ?? [];
      found.set(base, (found.get(base) ?? new Map<string, string>()).set(form, text));
    }
    return [...found]
      .filter(([, forms]) => forms.size > 1 || !forms.has('') || /\{\{/.test(forms.get('') ?? ''))
      .map(([key, forms]) => ({ place: `${locale}/${file} ${key}`, forms }));
  });
}

/** As the page writes it, every number in it being this one; null where the page would show another language. */
function written({ forms }: Sentence, locale: Locale, n: number): string | null {
  const rules = new Intl.PluralRules(locale);
  const text = forms.get(rules.select(n)) ?? forms.get('');
  if (text === undefined) {
    return null;
  }
  const noun = /\{\{\w+, noun\(one: ([^;]+); other: ([^)]+)\)\}\}/g;
  return text
    .replace(
      noun,
      (_, one: string, other: string) => `${n} ${rules.select(n) === 'one' ? one : other}`,
    )
    .replace(/\{\{\w+\}\}/g, String(n));
}

/** Not nouns, or the same for one and many. */
const fixed =
  /^(?:less|plus|ms|sous|choix|looks|says|waits|reads|answers|was|has|runs|is|gets|vous|dans|lit|les|syllables|mois)$/;

/** Whether a number and the noun behind it do not fit. */
function misfits(text: string, locale: 'en' | 'fr', n: number): string[] {
  const one = new Intl.PluralRules(locale).select(n) === 'one';
  const words = [...text.matchAll(/(?<![\d.,/])(\d+) (?:more )?(\p{L}{3,})/gu)];
  return words
    .filter(([, number]) => number === String(n))
    .map(([, , noun = '']) => noun)
    .filter((noun) => !fixed.test(noun))
    .filter((noun) => (one ? noun.endsWith('s') : singulars.has(noun)));
}

const singulars = new Set(
  ['question', 'day', 'minute', 'second', 'character', 'digit', 'test', 'point', 'time']
    .concat(['field', 'face', 'visit', 'application', 'answer', 'try', 'person', 'rule', 'page'])
    .concat(['piece', 'file', 'position', 'record', 'candidate', 'program', 'word'])
    .concat(['jour', 'seconde', 'caractère', 'chiffre', 'réponse', 'essai', 'passage', 'reprise'])
    .concat(['accord', 'candidature', 'fichier', 'mot']),
);

describe('sentences that count', () => {
  for (const locale of locales) {
    it(`${locale}: 0, 1 and 2 have words of their own language`, () => {
      const sentences = counted(locale);
      expect(sentences.length).to.be.greaterThan(30);
      const missing = sentences.flatMap((one) =>
        [0, 1, 2].filter((n) => written(one, locale, n) === null).map((n) => `${one.place}: ${n}`),
      );
      expect(missing).to.deep.equal([]);
    });
  }

  for (const locale of ['en', 'fr'] as const) {
    it(`${locale}: the noun fits 0, 1 and 2`, () => {
      const wrong = counted(locale).flatMap((one) =>
        [0, 1, 2].flatMap((n) => {
          const text = written(one, locale, n) ?? '';
          return misfits(text, locale, n).map((noun) => `${one.place}: “${text}” (${noun})`);
        }),
      );
      expect(wrong).to.deep.equal([]);
    });
  }

  it('a wrong noun is found', () => {
    expect(misfits('Les 1 questions sont faites', 'fr', 1)).to.deep.equal(['questions']);
    expect(misfits('0 questions', 'fr', 0)).to.deep.equal(['questions']);
    expect(misfits('0 questions', 'en', 0)).to.deep.equal([]);
    expect(misfits('2 more day', 'en', 2)).to.deep.equal(['day']);
  });
});
