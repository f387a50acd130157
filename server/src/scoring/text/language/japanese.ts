import { createRequire } from 'node:module';
import type { Tokenizer } from 'lindera-wasm-nodejs-ipadic';

interface Morpheme {
  surface: string;
  baseForm: string;
  partOfSpeech: string;
}

let loaded: Tokenizer | null = null;

/** The tokenizer with its dictionary (13 MB, half a second): read when the first Japanese text comes. */
function tokenizer(): Tokenizer {
  if (!loaded) {
    const load = createRequire(import.meta.url);
    const { TokenizerBuilder } = load(
      'lindera-wasm-nodejs-ipadic',
    ) as typeof import('lindera-wasm-nodejs-ipadic');
    const builder = new TokenizerBuilder();
    builder.setDictionary('embedded://ipadic');
    builder.setMode('normal');
    loaded = builder.build();
  }
  return loaded;
}

const content = new Set(['名詞', '動詞', '形容詞', '副詞', '連体詞', '接頭詞', '感動詞', 'UNK']);

/** Content words of a Japanese text in their dictionary form, with the negation ない. */
export function japaneseWords(text: string): string[] {
  const morphemes = tokenizer().tokenize(text) as Morpheme[];
  return morphemes
    .filter(({ partOfSpeech, baseForm }) => content.has(partOfSpeech) || isNo(baseForm))
    .map(({ baseForm, surface }) => (baseForm && baseForm !== '*' ? baseForm : surface))
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}

function isNo(baseForm: string): boolean {
  return baseForm === 'ない' || baseForm === 'ぬ' || baseForm === 'ん';
}
