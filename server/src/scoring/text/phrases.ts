import type { Locale } from '@zhiyu/contracts/basics';

type Phrase = Record<Locale, string>;

/** Why words are quoted. `{x}` is filled in. */
export const reasons = {
  point: { zh: '说到：{x}', en: 'Names: {x}', ja: '言及：{x}', fr: 'Cite : {x}' },
  contrary: {
    zh: '与要点相反：{x}',
    en: 'Contrary to: {x}',
    ja: '要点と逆：{x}',
    fr: 'Contraire à : {x}',
  },
  judged: {
    zh: '判断与参考一致',
    en: 'Judges like the reference',
    ja: '判断が参考と一致',
    fr: 'Juge comme la référence',
  },
  misjudged: {
    zh: '判断与参考相反',
    en: 'Judges contrary to the reference',
    ja: '判断が参考と逆',
    fr: 'Juge à l’inverse de la référence',
  },
  words: {
    zh: '与参考用词相同最多的一句',
    en: 'Shares most words with the reference',
    ja: '参考と語が最も重なる部分',
    fr: 'Partage le plus de mots avec la référence',
  },
  graded: {
    zh: '最像已评 {x} 分的回答',
    en: 'Most like an answer graded {x}',
    ja: '採点済み {x} 点の回答に最も近い',
    fr: 'Le plus proche d’une réponse notée {x}',
  },
  anchor: {
    zh: '符合标准：{x}',
    en: 'Meets the anchor: {x}',
    ja: '基準に合致：{x}',
    fr: 'Répond à l’ancre : {x}',
  },
  lowAnchor: {
    zh: '属于最低一级：{x}',
    en: 'Belongs to the lowest level: {x}',
    ja: '最低段階に該当：{x}',
    fr: 'Relève du niveau le plus bas : {x}',
  },
  shape: {
    zh: '只有题目，仅看结构：{x}',
    en: 'Nothing but the question to go by, shape only: {x}',
    ja: '質問のみのため構成だけを見る：{x}',
    fr: 'La question seule, forme seulement : {x}',
  },
  order: {
    zh: '对评分者的指令，不计分',
    en: 'Speaks to the grader; not read for the score',
    ja: '採点者への指示、採点対象外',
    fr: 'S’adresse au correcteur ; non compté',
  },
  again: {
    zh: '前面说过的一段，只算一次',
    en: 'Said before; counted once',
    ja: '前に述べた文章の繰り返し、一度だけ数える',
    fr: 'Déjà dit plus haut ; compté une fois',
  },
  unread: {
    zh: '回答超过两万字，从这里起没有读',
    en: 'Over 20,000 characters; not read from here on',
    ja: '2万字を超えるため、ここから先は未読',
    fr: 'Plus de 20 000 caractères ; non lu à partir d’ici',
  },
} satisfies Record<string, Phrase>;

export type Reason = keyof typeof reasons;

/** The phrase in a language with its place filled. */
export function why(reason: Reason, language: Locale, x = ''): string {
  return reasons[reason][language].replace('{x}', () => x);
}
