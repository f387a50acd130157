/** Code of a language and the words and certificates that show it. */
const languageWords: Record<string, RegExp> = {
  en: /英语|英文|CET\s*-?\s*[46]|大学英语|英语[四六]级|TEM\s*-?\s*[48]|专[四八]|雅思|IELTS|托福|TOEFL|托业|TOEIC|\bBEC\b|\bEnglish\b/i,
  zh: /普通话|汉语|中文|国语|HSK|\bMandarin\b|\bChinese\b/i,
  yue: /粤语|广东话|\bCantonese\b/i,
  ja: /日语|日文|JLPT|\bN[1-5]\b|\bJapanese\b/i,
  fr: /法语|DELF|DALF|\bFrench\b/i,
  de: /德语|TestDaF|德福|\bGerman\b/i,
  ko: /韩语|朝鲜语|TOPIK|\bKorean\b/i,
  es: /西班牙语|DELE|\bSpanish\b/i,
  ru: /俄语|\bRussian\b/i,
  pt: /葡萄牙语|\bPortuguese\b/i,
  it: /意大利语|\bItalian\b/i,
  ar: /阿拉伯语|\bArabic\b/i,
  hi: /\bHindi\b|印地语/i,
  th: /泰语|\bThai\b/i,
  vi: /越南语|\bVietnamese\b/i,
  nl: /荷兰语|\bDutch\b/i,
  min: /闽南语|\bHokkien\b/i,
};

interface Mention {
  code: string;
  at: number;
}

/** Every place of a text that names a language, in order. */
export function languagesIn(text: string): Mention[] {
  return Object.entries(languageWords)
    .flatMap(([code, pattern]) =>
      [...text.matchAll(new RegExp(pattern, 'gi'))].map(({ index }) => ({ code, at: index })),
    )
    .sort((one, two) => one.at - two.at);
}

/** Codes of the languages a word names (英语, CET-6, English → en). */
export function languageCodesOf(text: string): string[] {
  return Object.entries(languageWords)
    .filter(([, pattern]) => pattern.test(text))
    .map(([code]) => code);
}
