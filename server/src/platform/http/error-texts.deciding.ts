import type { Locale } from '@zhiyu/contracts/basics';
import type { ErrorCode } from '@zhiyu/contracts/errors';

/** Why a decision has no effect, and why an offer cannot be written, changed or answered. */
export const decidingErrorTexts = {
  alreadyDecided: {
    zh: '[{who}先决定了，比您早 {seconds} 秒。|{who}先决定了。|已经有人决定了。]您这次按的没有生效。',
    en: '[{who} decided {seconds} s before you.|{who} decided first.|Somebody decided first.] Your choice had no effect.',
    ja: '[{who}さんが {seconds} 秒早く決めました。|{who}さんが先に決めました。|既に決まっています。]今の操作は反映されていません。',
    fr: '[{who} a décidé {seconds} s avant vous.|{who} a décidé avant vous.|C’est déjà décidé.] Votre choix est sans effet.',
  },
  stageRefused: {
    zh: '现在这一步还不能这样做。刷新看看到了哪里。',
    en: "This can't be done at the current stage. Reload to see where it stands.",
    ja: '今の段階ではできません。再読み込みして状況をご確認ください。',
    fr: 'Impossible à ce stade. Rechargez pour voir où en est le dossier.',
  },
  offerStands: {
    zh: '已经有一份录用通知，还没了结。先处理那一份。',
    en: 'An offer already waits for approval or an answer, or was accepted. Settle that one first.',
    ja: 'すでに承認待ち・回答待ち、または承諾済みの内定通知があります。先にそちらを処理してください。',
    fr: 'Une offre attend déjà un accord ou une réponse, ou a été acceptée. Réglez-la d’abord.',
  },
  offerOver: {
    zh: '这份录用通知已经变了，或者过了时间。刷新看看现在的样子。',
    en: 'This offer has changed meanwhile, or its time is over. Reload to see how it stands.',
    ja: 'この内定通知は変更されたか、期限が過ぎています。再読み込みしてご確認ください。',
    fr: 'Cette offre a changé entre-temps ou n’est plus valable. Rechargez pour voir où elle en est.',
  },
} satisfies Partial<Record<ErrorCode, Record<Locale, string>>>;
