import type { Locale } from '@zhiyu/contracts/basics';

interface DingTalkWords {
  /** The press was taken; what follows comes with the next change of the card. */
  working: string;
  refused: string;
  otherCompany: string;
  gone: string;
  chooseReason: string;
  words: string;
  submit: string;
  open: string;
}

/** What the channel itself says in a card, in the language of the card. */
export const dingTalkWords: Record<Locale, DingTalkWords> = {
  zh: {
    working: '已收到，正在处理，结果会显示在这张卡片上',
    refused: '没有生效：您没有这张卡片的权限，或操作已过期',
    otherCompany: '没有生效：这张卡片只对本企业的成员有效',
    gone: '这张卡片已经失效',
    chooseReason: '请选择',
    words: '请填写',
    submit: '提交',
    open: '打开卡片',
  },
  en: {
    working: 'Received. The result will appear on this card',
    refused: 'Not done: you may not act on this card, or it is over',
    otherCompany: 'Not done: this card is for members of the company',
    gone: 'This card is over',
    chooseReason: 'Please choose',
    words: 'Please write',
    submit: 'Submit',
    open: 'Open the card',
  },
  ja: {
    working: '受け付けました。結果はこのカードに表示されます',
    refused: '反映されていません：権限がないか、期限切れです',
    otherCompany: '反映されていません：社内メンバー専用のカードです',
    gone: 'このカードは無効になりました',
    chooseReason: '選択してください',
    words: '入力してください',
    submit: '送信',
    open: 'カードを開く',
  },
  fr: {
    working: 'Reçu. Le résultat s’affichera sur cette carte',
    refused: 'Sans effet : droit manquant ou carte terminée',
    otherCompany: 'Sans effet : carte réservée aux membres de l’entreprise',
    gone: 'Cette carte est terminée',
    chooseReason: 'Veuillez choisir',
    words: 'Veuillez écrire',
    submit: 'Envoyer',
    open: 'Ouvrir la carte',
  },
};
