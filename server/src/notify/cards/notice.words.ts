import type { Locale } from '@zhiyu/contracts/basics';
import { inLine } from '../time-text.js';

export interface NoticeText {
  eyebrow: string;
  title: string;
  text: string;
  button: string;
}

interface NoticeWords {
  received: (position: string, contact: string, by: string) => NoticeText;
  scoring: (position: string, decider: string, by: string) => NoticeText;
  promise: (position: string, contact: string, by: string) => NoticeText;
  late: (position: string, contact: string, by: string) => NoticeText;
  reminder: (position: string, deadline: string) => NoticeText;
  newQuestion: (position: string, asker: string, deadline: string) => NoticeText;
  writtenTest: (
    position: string,
    test: { title: string; minutes: number },
    deadline: string,
  ) => NoticeText;
}

export const noticeWords: Record<Locale, NoticeWords> = {
  zh: {
    received: (position, contact, by) => ({
      eyebrow: position,
      title: '收到您的投递了',
      text: `${contact}会在${inLine(by)} 前答复。`,
      button: '我的投递',
    }),
    scoring: (position, decider, by) => ({
      eyebrow: position,
      title: '收到您的面试了',
      text: `机器正在整理您的回答，${decider}看过后决定。${by} 前答复您。`,
      button: '我的面试',
    }),
    promise: (position, contact, by) => ({
      eyebrow: position,
      title: `${by} 前答复您`,
      text: `${contact}还在看您的回答，会在${inLine(by)} 前答复。`,
      button: '我的投递',
    }),
    late: (position, contact, by) => ({
      eyebrow: position,
      title: `答复晚了，改到${inLine(by)} 前`,
      text: `说好的时间没有做到，抱歉。${contact}会在${inLine(by)} 前答复。`,
      button: '我的投递',
    }),
    reminder: (position, deadline) => ({
      eyebrow: position,
      title: '线上面试还等着您',
      text: `${deadline} 截止。已经答过的都在，可以接着答。`,
      button: '去面试',
    }),
    newQuestion: (position, asker, deadline) => ({
      eyebrow: position,
      title: `${asker}想再问您一题`,
      text: `方式和之前一样，${deadline} 前答完就好。`,
      button: '去回答',
    }),
    writtenTest: (position, test, deadline) => ({
      eyebrow: position,
      title: `请做一份笔试：${test.title}`,
      text: `${test.minutes} 分钟，一口气做完；${inLine(deadline)} 前开始就好。答案边写边存。`,
      button: '去笔试',
    }),
  },
  en: {
    received: (position, contact, by) => ({
      eyebrow: position,
      title: 'We’ve got your application',
      text: `${contact} will answer by ${by}.`,
      button: 'My application',
    }),
    scoring: (position, decider, by) => ({
      eyebrow: position,
      title: 'We’ve got your interview',
      text: `A machine is sorting your answers, then ${decider} decides. You’ll have an answer by ${by}.`,
      button: 'My interview',
    }),
    promise: (position, contact, by) => ({
      eyebrow: position,
      title: `You’ll have an answer by ${by}`,
      text: `${contact} is still going through your answers and will reply by ${by}.`,
      button: 'My application',
    }),
    late: (position, contact, by) => ({
      eyebrow: position,
      title: `Our answer is late; the new time is ${by}`,
      text: `We didn’t keep the time we gave you, and we’re sorry. ${contact} will reply by ${by}.`,
      button: 'My application',
    }),
    reminder: (position, deadline) => ({
      eyebrow: position,
      title: 'Your online interview is waiting',
      text: `It closes on ${deadline}. What you’ve answered is kept, so you can go on.`,
      button: 'To the interview',
    }),
    newQuestion: (position, asker, deadline) => ({
      eyebrow: position,
      title: `${asker} has one more question`,
      text: `It works as before. Please answer by ${deadline}.`,
      button: 'Answer',
    }),
    writtenTest: (position, test, deadline) => ({
      eyebrow: position,
      title: `A written test: ${test.title}`,
      text: `${test.minutes} minutes in one go; begin by ${deadline}. Answers are saved as you write.`,
      button: 'Open the test',
    }),
  },
  ja: {
    received: (position, contact, by) => ({
      eyebrow: position,
      title: '応募を受け取りました',
      text: `${contact}が${inLine(by)} までにお返事します。`,
      button: '応募の状況',
    }),
    scoring: (position, decider, by) => ({
      eyebrow: position,
      title: '面接を受け取りました',
      text: `機械が回答を整理し、${decider}が見て判断します。${by} までにお返事します。`,
      button: '面接の状況',
    }),
    promise: (position, contact, by) => ({
      eyebrow: position,
      title: `${by} までにお返事します`,
      text: `${contact}が回答を見ています。${by} までにお返事します。`,
      button: '応募の状況',
    }),
    late: (position, contact, by) => ({
      eyebrow: position,
      title: `お返事が遅れています。${by} までに改めます`,
      text: `お約束の時間を守れず、申し訳ありません。${contact}が${inLine(by)} までにお返事します。`,
      button: '応募の状況',
    }),
    reminder: (position, deadline) => ({
      eyebrow: position,
      title: 'オンライン面接をお待ちしています',
      text: `締め切りは${inLine(deadline)} です。答えた分は残っており、続きから答えられます。`,
      button: '面接へ',
    }),
    newQuestion: (position, asker, deadline) => ({
      eyebrow: position,
      title: `${asker}からもう一つ質問があります`,
      text: `方法は前と同じです。${deadline} までにお答えください。`,
      button: '答える',
    }),
    writtenTest: (position, test, deadline) => ({
      eyebrow: position,
      title: `筆記試験のお願い：${test.title}`,
      text: `${test.minutes} 分で続けて解きます。${deadline} までに始めてください。回答はその都度保存されます。`,
      button: '試験へ',
    }),
  },
  fr: {
    received: (position, contact, by) => ({
      eyebrow: position,
      title: 'Votre candidature est arrivée',
      text: `${contact} vous répondra avant le ${by}.`,
      button: 'Ma candidature',
    }),
    scoring: (position, decider, by) => ({
      eyebrow: position,
      title: 'Votre entretien est arrivé',
      text: `Une machine prépare vos réponses, puis ${decider} décide. Réponse avant le ${by}.`,
      button: 'Mon entretien',
    }),
    promise: (position, contact, by) => ({
      eyebrow: position,
      title: `Réponse avant le ${by}`,
      text: `${contact} étudie encore vos réponses et vous répondra avant le ${by}.`,
      button: 'Ma candidature',
    }),
    late: (position, contact, by) => ({
      eyebrow: position,
      title: `Notre réponse a du retard : le ${by}`,
      text: `Nous n’avons pas tenu l’heure promise, pardon. ${contact} vous répondra avant le ${by}.`,
      button: 'Ma candidature',
    }),
    reminder: (position, deadline) => ({
      eyebrow: position,
      title: 'Votre entretien en ligne vous attend',
      text: `Il ferme le ${deadline}. Vos réponses sont gardées, vous pouvez continuer.`,
      button: 'Vers l’entretien',
    }),
    newQuestion: (position, asker, deadline) => ({
      eyebrow: position,
      title: `${asker} a une question de plus`,
      text: `Cela marche comme avant. Répondez avant le ${deadline}.`,
      button: 'Répondre',
    }),
    writtenTest: (position, test, deadline) => ({
      eyebrow: position,
      title: `Un test écrit : ${test.title}`,
      text: `${test.minutes} minutes d’affilée ; commencez avant le ${deadline}. Les réponses sont gardées au fil de l’eau.`,
      button: 'Ouvrir le test',
    }),
  },
};
