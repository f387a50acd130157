import type { Locale } from '@zhiyu/contracts/basics';
import type { ErrorCode } from '@zhiyu/contracts/errors';

/** Why a round with people cannot be put there. */
export const meetingErrorTexts = {
  timeTaken: {
    zh: '这个时间刚刚被占了。请换一个。',
    en: 'That time has just been taken. Please choose another one.',
    ja: 'その時間はたった今埋まりました。別の時間をお選びください。',
    fr: 'Ce créneau vient d’être pris. Choisissez-en un autre, s’il vous plaît.',
  },
  noFreeTime: {
    zh: '两周内没有大家都空的时间。请手工选一个。',
    en: 'Nobody has a common free time within two weeks. Choose one by hand.',
    ja: '二週間以内に全員が空いている時間がありません。手で選んでください。',
    fr: 'Aucun créneau commun d’ici deux semaines. Choisissez-en un à la main.',
  },
  meetingOver: {
    zh: '这一轮已经过去了，改不了时间。',
    en: 'This round is over and cannot be moved.',
    ja: 'この面接はすでに終わっており、変更できません。',
    fr: 'Cet entretien est passé et ne peut plus être déplacé.',
  },
} satisfies Partial<Record<ErrorCode, Record<Locale, string>>>;
