import type { AccommodationKind } from '@zhiyu/contracts/arrangements';
import type { Locale } from '@zhiyu/contracts/basics';

interface Lead {
  title: string;
  text: string;
}

export interface RequestAnswerWords {
  extended: (deadline: string) => Lead;
  later: (name: string, deadline: string) => Lead;
  accommodated: (kinds: string[]) => Lead;
  erased: (at: string) => Lead;
  question: (name: string) => Lead;
  review: (name: string) => Lead;
  reopened: (name: string) => Lead;
  notExtended: (name: string) => Lead;
  notAccommodated: (name: string) => Lead;
  notErased: (name: string) => Lead;
  accommodations: Record<AccommodationKind, string>;
  open: string;
}

export const requestAnswerWords: Record<Locale, RequestAnswerWords> = {
  zh: {
    extended: (deadline) => ({
      title: `可以，延到${deadline}`,
      text: '时间由您定，不影响评价。',
    }),
    later: (name, deadline) => ({
      title: `面试可以做到${deadline}`,
      text: `${name}给您多留了时间，不影响评价。`,
    }),
    accommodated: (kinds) => ({
      title: '已经为您安排好',
      text: `${kinds.join('、')}。不影响评分，打开面试就是这样。`,
    }),
    erased: (at) => ({
      title: '您的个人信息会删除',
      text: `${at} 起，简历、录制、文字和联系方式都不在了，也不能恢复。`,
    }),
    question: (name) => ({ title: `${name}回答了您的问题`, text: '' }),
    review: (name) => ({ title: `${name}又看了一遍`, text: '' }),
    reopened: (name) => ({
      title: '您的应聘重新在看了',
      text: `${name}又看了一遍，会再作决定，您会收到答复。`,
    }),
    notExtended: (name) => ({ title: '这次不能再延了', text: `${name}说：` }),
    notAccommodated: (name) => ({ title: '这一项没能安排', text: `${name}说：` }),
    notErased: (name) => ({ title: '现在还不能删除', text: `${name}说：` }),
    accommodations: {
      time15: '时间 1.5 倍',
      time2: '时间 2 倍',
      noCamera: '不开摄像头',
      textOnly: '只打字',
    },
    open: '我的面试',
  },
  en: {
    extended: (deadline) => ({
      title: `Yes, you have until ${deadline}`,
      text: 'Choose your own time. It doesn’t count against you.',
    }),
    later: (name, deadline) => ({
      title: `You now have until ${deadline}`,
      text: `${name} has given you more time. It doesn’t count against you.`,
    }),
    accommodated: (kinds) => ({
      title: 'It’s arranged for you',
      text: `${kinds.join(', ')}. It doesn’t touch the score; just open the interview.`,
    }),
    erased: (at) => ({
      title: 'Your personal data will be erased',
      text: `From ${at} on, résumé, recordings, words and contact are gone and cannot come back.`,
    }),
    question: (name) => ({ title: `${name} answered your question`, text: '' }),
    review: (name) => ({ title: `${name} looked again`, text: '' }),
    reopened: (name) => ({
      title: 'Your application is open again',
      text: `${name} looked again and will decide anew. You will hear.`,
    }),
    notExtended: (name) => ({ title: 'The date can’t move again', text: `${name} says:` }),
    notAccommodated: (name) => ({ title: 'This could not be arranged', text: `${name} says:` }),
    notErased: (name) => ({ title: 'It can’t be erased yet', text: `${name} says:` }),
    accommodations: {
      time15: '1.5 times the time',
      time2: 'twice the time',
      noCamera: 'no camera',
      textOnly: 'writing only',
    },
    open: 'My interview',
  },
  ja: {
    extended: (deadline) => ({
      title: `${deadline} まで延ばしました`,
      text: '都合のよいときにどうぞ。評価には影響しません。',
    }),
    later: (name, deadline) => ({
      title: `面接は${deadline}まで受けられます`,
      text: `${name}が期限を延ばしました。評価には影響しません。`,
    }),
    accommodated: (kinds) => ({
      title: 'ご希望のとおり用意しました',
      text: `${kinds.join('、')}。評価には影響しません。面接を開けばそうなっています。`,
    }),
    erased: (at) => ({
      title: '個人情報を削除します',
      text: `${at} 以降、履歴書、録画、文字、連絡先はなくなり、元には戻せません。`,
    }),
    question: (name) => ({ title: `${name}がご質問に答えました`, text: '' }),
    review: (name) => ({ title: `${name}がもう一度見ました`, text: '' }),
    reopened: (name) => ({
      title: '選考を再開しました',
      text: `${name}がもう一度見ました。改めて判断し、お返事します。`,
    }),
    notExtended: (name) => ({ title: '今回はこれ以上延ばせません', text: `${name}より：` }),
    notAccommodated: (name) => ({ title: 'この件は用意できませんでした', text: `${name}より：` }),
    notErased: (name) => ({ title: 'まだ削除できません', text: `${name}より：` }),
    accommodations: {
      time15: '時間 1.5 倍',
      time2: '時間 2 倍',
      noCamera: 'カメラなし',
      textOnly: '文字だけ',
    },
    open: '面接の状況',
  },
  fr: {
    extended: (deadline) => ({
      title: `Oui, vous avez jusqu’au ${deadline}`,
      text: 'Choisissez votre moment. Cela ne compte pas contre vous.',
    }),
    later: (name, deadline) => ({
      title: `Vous avez maintenant jusqu’au ${deadline}`,
      text: `${name} vous laisse plus de temps. Cela ne compte pas contre vous.`,
    }),
    accommodated: (kinds) => ({
      title: 'C’est arrangé pour vous',
      text: `${kinds.join(', ')}. La note n’en dépend pas ; ouvrez simplement l’entretien.`,
    }),
    erased: (at) => ({
      title: 'Vos données seront effacées',
      text: `À partir du ${at}, CV, enregistrements, textes et coordonnées n’existent plus, sans retour.`,
    }),
    question: (name) => ({ title: `${name} a répondu à votre question`, text: '' }),
    review: (name) => ({ title: `${name} a regardé une seconde fois`, text: '' }),
    reopened: (name) => ({
      title: 'Votre candidature est rouverte',
      text: `${name} a regardé de nouveau et décidera encore. Vous aurez une réponse.`,
    }),
    notExtended: (name) => ({ title: 'La date ne peut plus bouger', text: `${name} dit :` }),
    notAccommodated: (name) => ({ title: 'Cela n’a pas pu se faire', text: `${name} dit :` }),
    notErased: (name) => ({
      title: 'L’effacement n’est pas encore possible',
      text: `${name} dit :`,
    }),
    accommodations: {
      time15: '1,5 fois le temps',
      time2: 'deux fois le temps',
      noCamera: 'sans caméra',
      textOnly: 'par écrit seulement',
    },
    open: 'Mon entretien',
  },
};
