import type { Locale } from '@zhiyu/contracts/basics';
import { inLine } from '../time-text.js';

interface ThanksWords {
  title: (name: string) => string;
  /** For somebody turned down before an interview. */
  titleApplied: (name: string) => string;
  decided: (name: string) => string;
  /** Before the sentence of a point. */
  strength: string;
  practice: string;
  letter: string;
  pool: string;
  poolAsk: (months: number) => string;
  poolYes: string;
  checked: (name: string, day: string) => string;
  machine: (day: string) => string;
  joined: string;
  joinedDetail: (day: string) => string;
}

export const thanksWords: Record<Locale, ThanksWords> = {
  zh: {
    title: (name) => `${name}，谢谢您来面试`,
    titleApplied: (name) => `${name}，谢谢您来应聘`,
    decided: (name) => `这次我们没有选您，由${name}决定。`,
    strength: '做得好的：',
    practice: '可以练的一件事：',
    letter: '看这封信',
    pool: '有合适的岗位，再联系我',
    poolAsk: (months) => `同意把资料留在人才库 ${months} 个月，只用来联系合适的岗位，随时可以退出`,
    poolYes: '同意',
    checked: (name, day) => `建议由机器整理，${name}已核对。${day}`,
    machine: (day) => `建议由机器从您的回答里整理。${day}`,
    joined: '已放进人才库',
    joinedDetail: (day) => `留到${inLine(day)}，随时可以退出`,
  },
  en: {
    title: (name) => `${name}, thank you for the interview`,
    titleApplied: (name) => `${name}, thank you for applying`,
    decided: (name) => `We didn’t choose you this time. ${name} decided.`,
    strength: 'What went well: ',
    practice: 'One thing to practise: ',
    letter: 'Read the letter',
    pool: 'Contact me when a position fits',
    poolAsk: (months) =>
      `I agree that my details stay in the talent pool for ${months} months, only to tell me of positions that fit. I can leave at any time`,
    poolYes: 'I agree',
    checked: (name, day) => `Suggestions sorted by a machine, checked by ${name}. ${day}`,
    machine: (day) => `Suggestions sorted from your answers by a machine. ${day}`,
    joined: 'You’re in the talent pool',
    joinedDetail: (day) => `Until ${day}; you can leave at any time`,
  },
  ja: {
    title: (name) => `${name}さん、面接をありがとうございました`,
    titleApplied: (name) => `${name}さん、ご応募をありがとうございました`,
    decided: (name) => `今回は見送らせていただきます。${name}が判断しました。`,
    strength: '良かった点：',
    practice: '練習するとよい点：',
    letter: '手紙を読む',
    pool: '合う求人があれば連絡を希望',
    poolAsk: (months) =>
      `合う求人をお知らせするためだけに、情報を人材プールに ${months} か月残すことに同意します。いつでもやめられます`,
    poolYes: '同意する',
    checked: (name, day) => `提案は機械が整理し、${name}が確認しました。${day}`,
    machine: (day) => `提案は回答をもとに機械が整理しました。${day}`,
    joined: '人材プールに登録しました',
    joinedDetail: (day) => `${day} まで。いつでもやめられます`,
  },
  fr: {
    title: (name) => `${name}, merci pour l’entretien`,
    titleApplied: (name) => `${name}, merci pour votre candidature`,
    decided: (name) => `Nous ne vous avons pas retenu cette fois. ${name} a décidé.`,
    strength: 'Ce qui était réussi : ',
    practice: 'Une chose à travailler : ',
    letter: 'Lire la lettre',
    pool: 'Me contacter si un poste convient',
    poolAsk: (months) =>
      `J’accepte que mes données restent ${months} mois dans le vivier, seulement pour m’annoncer un poste qui convient. Je peux en sortir à tout moment`,
    poolYes: 'J’accepte',
    checked: (name, day) => `Conseils préparés par une machine, relus par ${name}. ${day}`,
    machine: (day) => `Conseils tirés de vos réponses par une machine. ${day}`,
    joined: 'Vous êtes dans le vivier',
    joinedDetail: (day) => `Jusqu’au ${day} ; vous pouvez en sortir à tout moment`,
  },
};
