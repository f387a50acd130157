import type { Locale } from '@zhiyu/contracts/basics';
import type { FollowUpPart } from '@zhiyu/contracts/follow-up';

type InEveryLanguage = Record<Locale, string>;

/** How a question takes up what was said; `{said}` are the candidate's words, the question itself follows. */
export const takesUp: InEveryLanguage = {
  zh: '您说到“{said}”。',
  en: 'You said “{said}”. ',
  ja: '「{said}」とお話しでした。',
  fr: 'Vous avez dit « {said} ». ',
};

/** Why it is asked, as the candidate reads it. */
export const partReasons: Record<FollowUpPart, InEveryLanguage> = {
  ownPart: {
    zh: '想听您自己的那一部分',
    en: 'to hear your own part',
    ja: 'ご自身の部分を伺うため',
    fr: 'pour entendre votre propre part',
  },
  action: {
    zh: '还没听到具体的做法',
    en: 'to hear what you did',
    ja: '具体的な行動を伺うため',
    fr: 'pour savoir ce que vous avez fait',
  },
  result: {
    zh: '还没听到结果',
    en: 'to hear how it ended',
    ja: '結果を伺うため',
    fr: 'pour connaître le résultat',
  },
  situation: {
    zh: '还没听到是哪一次的事',
    en: 'to hear which occasion it was',
    ja: 'いつの出来事かを伺うため',
    fr: 'pour situer la scène',
  },
  numbers: {
    zh: '还没听到数字',
    en: 'to hear a figure',
    ja: '数字を伺うため',
    fr: 'pour avoir un chiffre',
  },
  learned: {
    zh: '还没听到您的收获',
    en: 'to hear what you learned',
    ja: '学んだことを伺うため',
    fr: 'pour savoir ce que vous en retenez',
  },
  task: {
    zh: '还没听到您的任务',
    en: 'to hear what your task was',
    ja: '役割を伺うため',
    fr: 'pour connaître votre tâche',
  },
};

/** Why one more question on a dimension is asked; `{name}` is its name. */
export const dimensionReason: InEveryLanguage = {
  zh: '想多了解“{name}”',
  en: 'to learn more about “{name}”',
  ja: '「{name}」についてもう少し伺うため',
  fr: 'pour mieux connaître « {name} »',
};

/** Every reason that a rule gives for a question. */
export const askedReasons: readonly InEveryLanguage[] = [
  ...Object.values(partReasons),
  dimensionReason,
];
