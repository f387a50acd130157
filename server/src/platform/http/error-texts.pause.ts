import type { Locale } from '@zhiyu/contracts/basics';
import type { ErrorCode } from '@zhiyu/contracts/errors';

/** Why it cannot pause now. */
export const pauseErrorTexts = {
  pauseUsed: {
    zh: '暂停的时间用完了。答完这题可以再歇。',
    en: 'Your pause time is used up. You can rest again after this question.',
    ja: '一時停止の時間を使い切りました。この質問のあとで休めます。',
    fr: 'Votre temps de pause est épuisé. Vous pourrez souffler après cette question.',
  },
  pauseUnfit: {
    zh: '正在回答，现在不能暂停。说完再歇。',
    en: 'You are answering, so it cannot pause now. Finish first, then rest.',
    ja: '回答中は一時停止できません。終えてから休めます。',
    fr: 'Une réponse est en cours : pas de pause maintenant. Terminez, puis soufflez.',
  },
  pauseHeld: {
    zh: '招聘方请您先等一等。时间不算在您头上。',
    en: 'The company has asked you to wait a moment. None of your time is used.',
    ja: '少しお待ちいただくよう、採用側からお願いしています。時間は減りません。',
    fr: 'L’entreprise vous demande un instant. Votre temps n’est pas entamé.',
  },
} satisfies Partial<Record<ErrorCode, Record<Locale, string>>>;
