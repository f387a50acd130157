import type { Slot } from './engine.types.js';
import type { Phrase } from './phrases.js';

/** What is said of a level that was read by what was written about it, without cues. */
export const describedPhrases = {
  reason: {
    zh: '没有要点词可对，只按各级描述的文字和讲述的结构读，误差取最宽，请人来看。',
    en: 'Read by the wording of the levels and the parts of the story, without cues: its error is the widest, a person should look.',
    ja: '手がかりの語がなく、各段階の記述の文言と話の構成だけで読んだため、誤差は最大です。この言語の採点例が揃うまで、人が確認してください。',
    fr: "Lu d'après le texte des niveaux et les parties du récit, sans mots repères ni réponses notées dans cette langue : l'erreur est la plus large, une personne doit lire.",
  },
  retold: {
    zh: '要点词一个都没有对上，但讲了完整的一段：只按讲述的结构和各级描述的文字读，误差取最宽，请人来看。',
    en: 'No cue was met, but a whole story is told in other words: read by its parts and the wording of the levels; its error is the widest, a person should look.',
    ja: '手がかりの語は一つも見つかりませんでしたが、別の言葉で話が語られています。話の構成と各段階の記述の文言だけで読んだため、誤差は最大です。人が確認してください。',
    fr: "Aucun mot repère n'a été trouvé, mais un récit entier est fait en d'autres mots : lu d'après ses parties et le texte des niveaux, l'erreur est la plus large, une personne doit lire.",
  },
  notFound: {
    zh: '只能按各级描述的文字去找，没有找到相近的话。这不说明回答好坏，请人来看。',
    en: 'Only the wording of the levels could be looked for, and nothing like it was found. That says nothing about the answer; a person should look.',
    ja: '各段階の記述の文言だけを探し、近い発言は見つかりませんでした。回答の良し悪しを示すものではありません。人が確認してください。',
    fr: "Seul le texte des niveaux a pu être cherché, et rien d'approchant n'a été trouvé. Cela ne dit rien de la réponse ; une personne doit la lire.",
  },
} satisfies Record<string, Phrase>;

/** What a quote shows that tells a part of a story. */
export const toldPhrases: Record<Slot, Phrase> = {
  situation: {
    zh: '交代了是哪一次',
    en: 'Says which occasion it was',
    ja: 'いつ、どこでの話かを述べている',
    fr: "Dit de quelle occasion il s'agit",
  },
  ownAction: {
    zh: '说了自己做的一步',
    en: 'Says which step was their own',
    ja: '自分がしたことを述べている',
    fr: 'Dit ce qui était sa propre part',
  },
  steps: {
    zh: '说了先后步骤',
    en: 'Gives the order of steps',
    ja: '手順の順序を述べている',
    fr: "Donne l'ordre des étapes",
  },
  reason: {
    zh: '说了为什么',
    en: 'Says why',
    ja: '理由を述べている',
    fr: 'Dit pourquoi',
  },
  result: {
    zh: '说了结果',
    en: 'Says what came of it',
    ja: '結果を述べている',
    fr: "Dit ce qu'il en est résulté",
  },
  resultNumber: {
    zh: '结果里有数字',
    en: 'Gives the result a figure',
    ja: '結果を数字で述べている',
    fr: 'Chiffre le résultat',
  },
  reflection: {
    zh: '说了下次会怎么改',
    en: 'Says what would change next time',
    ja: '次にどう変えるかを述べている',
    fr: 'Dit ce qui changerait la prochaine fois',
  },
};
