import type { Locale } from '@zhiyu/contracts/basics';

interface WeComWords {
  /** First option of a list: nothing is chosen beforehand. */
  choose: string;
  decide: string;
  submit: string;
  done: string;
  expired: string;
}

/** The few words that only WeCom's own parts of a card need. */
export const weComWords: Record<Locale, WeComWords> = {
  zh: { choose: '请选择', decide: '选择', submit: '提交', done: '已处理', expired: '已结束' },
  en: { choose: 'Choose', decide: 'Choice', submit: 'Submit', done: 'Done', expired: 'Closed' },
  ja: { choose: '選択', decide: '選択', submit: '送信', done: '対応済み', expired: '終了' },
  fr: { choose: 'Choisir', decide: 'Choix', submit: 'Envoyer', done: 'Traité', expired: 'Clos' },
};
