import type { Locale } from '@zhiyu/contracts/basics';
import { timeText } from '../time-text.js';
import type { TextValues } from '../texts/filling.js';

export interface SampleWords {
  company: string;
  position: string;
  candidate: string;
  contact: string;
  manager: string;
  place: string;
  round: string;
  test: string;
  strengths: [{ text: string; quote: string }, { text: string; quote: string }];
  practice: { text: string; quote: string };
}

const zh: SampleWords = {
  company: '示例公司',
  position: '门店店长',
  candidate: '陈一',
  contact: '许澜',
  manager: '何敬',
  place: '示例路 1 号 2 楼',
  round: 'HR 面试',
  test: '门店计算',
  strengths: [
    { text: '先安抚，再处理', quote: '我先请她坐下，听她把话说完' },
    { text: '用数字说清结果', quote: '三个月后投诉从九起降到两起' },
  ],
  practice: { text: '补一句自己的作用', quote: '后来大家就都照这样做了' },
};

const en: SampleWords = {
  company: 'Example Ltd',
  position: 'Store manager',
  candidate: 'Yi Chen',
  contact: 'Lan Xu',
  manager: 'Jing He',
  place: '1 Example Road, 2nd floor',
  round: 'Talk with HR',
  test: 'Shop arithmetic',
  strengths: [
    { text: 'Calms first, then solves', quote: 'I asked her to sit down and heard her out' },
    { text: 'Gives the result in figures', quote: 'Complaints fell from nine to two in a quarter' },
  ],
  practice: { text: 'Say what your own part was', quote: 'After that everybody did it this way' },
};

const ja: SampleWords = {
  company: 'サンプル株式会社',
  position: '店長',
  candidate: '陳一',
  contact: '許瀾',
  manager: '何敬',
  place: 'サンプル通り 1 番 2 階',
  round: '人事面接',
  test: '店舗計算テスト',
  strengths: [
    { text: 'まず落ち着いてもらう', quote: 'まず座っていただき、最後までお話を聞きました' },
    { text: '結果を数字で話す', quote: '三か月で苦情が九件から二件になりました' },
  ],
  practice: { text: '自分の役割を一言足す', quote: 'その後みんなそうするようになりました' },
};

const fr: SampleWords = {
  company: 'Exemple SA',
  position: 'Responsable de magasin',
  candidate: 'Yi Chen',
  contact: 'Lan Xu',
  manager: 'Jing He',
  place: '1 rue de l’Exemple, 2e étage',
  round: 'Entretien RH',
  test: 'Calcul en magasin',
  strengths: [
    { text: 'Apaiser, puis résoudre', quote: 'Je l’ai fait asseoir et je l’ai écoutée' },
    { text: 'Un résultat chiffré', quote: 'De neuf plaintes à deux en trois mois' },
  ],
  practice: { text: 'Dire votre part', quote: 'Ensuite, tout le monde a fait ainsi' },
};

/** Who and what the samples speak of: nobody who exists. */
export const sampleWords: Record<Locale, SampleWords> = { zh, en, ja, fr };

/** What of a sample is the company's own: a position whose words are looked at. */
export type SampleScene = Partial<Pick<SampleWords, 'position'>>;

/** The sample's words in this scene. */
export function wordsIn(locale: Locale, scene: SampleScene): SampleWords {
  return { ...sampleWords[locale], ...scene };
}

const deadline = Date.UTC(2026, 10, 25, 10);

/** What the samples fill into a company's own words. */
export function sampleValues(locale: Locale, scene: SampleScene = {}): TextValues {
  const { candidate, position, company, contact, manager } = wordsIn(locale, scene);
  return {
    ...{ name: candidate, position, company, contact, decider: manager },
    deadline: timeText(deadline, deadline, locale),
  };
}
