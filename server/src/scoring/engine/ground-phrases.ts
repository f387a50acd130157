import type { Phrase } from './phrases.js';

/** What is said of a dimension whose words are not there. */
export const groundPhrases = {
  noWords: {
    zh: '这份旧报告没有留下依据的原话，所以这里按没有测到算。',
    en: 'This older report kept no words to rest on, so it counts as not measured here.',
    ja: 'この古い報告書には根拠となる発言が残っていないため、ここでは未測定として扱います。',
    fr: "Cet ancien rapport n'a gardé aucun mot à l'appui ; il compte ici comme non mesuré.",
  },
} satisfies Record<string, Phrase>;
