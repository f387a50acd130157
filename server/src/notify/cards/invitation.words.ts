import type { Locale } from '@zhiyu/contracts/basics';
import { inLine } from '../time-text.js';

export interface InvitationWords {
  eyebrow: string;
  /** Small facts drawn large: value over label. */
  minutes: (n: number) => { value: string; label: string };
  questions: (n: number) => { value: string; label: string };
  deadline: (day: string, clock: string) => { value: string; label: string };
  prepare: { label: string; value: string };
  way: { label: string; value: string };
  recorded: (days: number) => { label: string; value: string };
  decides: (name: string) => { label: string; value: string };
  start: string;
  later: string;
  person: string;
  footnote: string;
  laterTitle: (time: string) => string;
  laterDetail: (time: string) => string;
  personTitle: (name: string) => string;
  personDetail: (name: string, time: string) => string;
  doneTitle: string;
  doneDetail: (time: string) => string;
  expiredTitle: (time: string) => string;
  expiredDetail: string;
  again: string;
}

export const invitationWords: Record<Locale, InvitationWords> = {
  zh: {
    eyebrow: '线上面试邀请',
    minutes: (n) => ({ value: `${n} 分钟`, label: '大约' }),
    questions: (n) => ({ value: `${n} 道题`, label: '一共' }),
    deadline: (day, clock) => ({ label: '截止', value: `${day} ${clock}` }),
    prepare: { label: '准备', value: '安静的地方。先试设备，再练一题' },
    way: { label: '方式', value: '录像、语音、打字都可以，不影响评分' },
    recorded: (days) => ({
      label: '会录',
      value: `画面和声音，用来看您怎么答。只给本岗位招聘组看，决定后 ${days} 天删除`,
    }),
    decides: (name) => ({ label: '决定', value: `机器先整理，由${name}作决定` }),
    start: '开始面试',
    later: '明天提醒我',
    person: '想和真人面',
    footnote: '断网不会丢，可以接着答',
    laterTitle: (time) => `${time} 再提醒您`,
    laterDetail: (time) => `截止时间没有变：${time}`,
    personTitle: (name) => `已告诉${name}，您想和真人面`,
    personDetail: (name, time) => `${name}会在${inLine(time)} 前和您约时间。不影响评价`,
    doneTitle: '面试已经交了',
    doneDetail: (time) => `${time} 收到`,
    expiredTitle: (time) => `${time} 已截止`,
    expiredDetail: '还想面的话，可以再约时间',
    again: '想再约时间',
  },
  en: {
    eyebrow: 'Online interview invitation',
    minutes: (n) => ({ value: `${n} min`, label: 'about' }),
    questions: (n) => ({ value: String(n), label: n === 1 ? 'question' : 'questions' }),
    deadline: (day, clock) => ({ label: 'Deadline', value: `${day} ${clock}` }),
    prepare: { label: 'Prepare', value: 'A quiet place. You test the device and practise first' },
    way: { label: 'How', value: 'Video, voice or typing: it doesn’t change the assessment' },
    recorded: (days) => ({
      label: 'Recorded',
      value: `Picture and sound, to see how you answer. Only this position’s team sees them; deleted ${days} days after the decision`,
    }),
    decides: (name) => ({ label: 'Decision', value: `A machine sorts first, ${name} decides` }),
    start: 'Start the interview',
    later: 'Remind me tomorrow',
    person: 'I’d rather talk to a person',
    footnote: 'If the network drops, nothing is lost and you can go on',
    laterTitle: (time) => `We’ll remind you on ${time}`,
    laterDetail: (time) => `The deadline stays: ${time}`,
    personTitle: (name) => `${name} knows you’d rather talk to a person`,
    personDetail: (name, time) =>
      `${name} will arrange a time with you before ${time}. It doesn’t count against you`,
    doneTitle: 'You’ve handed in the interview',
    doneDetail: (time) => `Received on ${time}`,
    expiredTitle: (time) => `Closed on ${time}`,
    expiredDetail: 'If you’d still like to take it, ask for a new date',
    again: 'Ask for a new date',
  },
  ja: {
    eyebrow: 'オンライン面接のご案内',
    minutes: (n) => ({ value: `${n} 分`, label: '目安' }),
    questions: (n) => ({ value: `${n} 問`, label: '質問' }),
    deadline: (day, clock) => ({ label: '締切', value: `${day} ${clock}` }),
    prepare: { label: '準備', value: '静かな場所。機器の確認と練習の質問があります' },
    way: { label: '方法', value: '録画、音声、文字のどれでも評価は同じです' },
    recorded: (days) => ({
      label: '記録',
      value: `回答を見るための映像と音声です。見るのはこのポジションの採用担当だけで、判断の ${days} 日後に削除します`,
    }),
    decides: (name) => ({ label: '判断', value: `機械が整理し、${name}が判断します` }),
    start: '面接を始める',
    later: '明日知らせる',
    person: '人と面接したい',
    footnote: '通信が切れても失われず、続きから答えられます',
    laterTitle: (time) => `${time} にもう一度お知らせします`,
    laterDetail: (time) => `締め切りは変わりません：${time}`,
    personTitle: (name) => `人との面接のご希望を${name}に伝えました`,
    personDetail: (name, time) =>
      `${name}が${inLine(time)} までに日程をご連絡します。評価には影響しません`,
    doneTitle: '面接を提出しました',
    doneDetail: (time) => `${time} に受け取りました`,
    expiredTitle: (time) => `${time} に締め切りました`,
    expiredDetail: '受けたい場合は、新しい日程を相談できます',
    again: '日程を相談する',
  },
  fr: {
    eyebrow: 'Invitation à l’entretien en ligne',
    minutes: (n) => ({ value: `${n} min`, label: 'environ' }),
    questions: (n) => ({ value: String(n), label: n < 2 ? 'question' : 'questions' }),
    deadline: (day, clock) => ({ label: 'Limite', value: `${day} ${clock}` }),
    prepare: {
      label: 'Préparer',
      value: 'Un endroit calme. Vous testez l’appareil et vous vous exercez',
    },
    way: { label: 'Comment', value: 'Vidéo, voix ou texte : l’évaluation est la même' },
    recorded: (days) => ({
      label: 'Enregistré',
      value: `L’image et le son, pour voir vos réponses. Seule l’équipe de ce poste les voit ; effacés ${days} jours après la décision`,
    }),
    decides: (name) => ({ label: 'Décision', value: `Une machine prépare, ${name} décide` }),
    start: 'Commencer l’entretien',
    later: 'Me le rappeler demain',
    person: 'Parler à une personne',
    footnote: 'Si le réseau coupe, rien n’est perdu et vous pouvez continuer',
    laterTitle: (time) => `Rappel le ${time}`,
    laterDetail: (time) => `La date limite ne change pas : ${time}`,
    personTitle: (name) => `${name} sait que vous préférez parler à une personne`,
    personDetail: (name, time) =>
      `${name} conviendra d’une date avec vous avant le ${time}. Cela ne compte pas contre vous`,
    doneTitle: 'Votre entretien est remis',
    doneDetail: (time) => `Reçu le ${time}`,
    expiredTitle: (time) => `Clos le ${time}`,
    expiredDetail: 'Si vous le souhaitez encore, demandez une nouvelle date',
    again: 'Demander une date',
  },
};
