import type { Locale } from '@zhiyu/contracts/basics';

/** People grade answers, and what was learned from it is put to use. */
export const gradingErrorTexts: Record<'reasonNeeded' | 'tooFewGrades', Record<Locale, string>> = {
  reasonNeeded: {
    zh: '它没有比原来更准。写下为什么还要用它。',
    en: 'It agrees no better than before. Write why it should be used.',
    ja: '以前より一致していません。使う理由を書いてください。',
    fr: 'L’accord n’est pas meilleur. Écrivez pourquoi l’utiliser.',
  },
  tooFewGrades: {
    zh: '[还差 {n} 份，再评一些。|评的还不够，再评一些。]',
    en: '[{n} more graded answers are needed.|More graded answers are needed.] Grade some more.',
    ja: '[あと {n} 件の評価が必要です。|評価が足りません。]続けて評価してください。',
    fr: '[Il manque {n} réponses notées.|Il manque des réponses notées.] Notez-en d’autres.',
  },
};
