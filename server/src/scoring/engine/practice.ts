import type { Slot } from './engine.types.js';
import type { Phrase } from './phrases.js';

/** What to practise for a slot that is missing, and what its quote shows. */
export const practice: Record<Slot, { advice: Phrase; shows: Phrase }> = {
  ownAction: {
    advice: {
      zh: '讲清楚哪一步是您自己做的：用“我”开头，说做了什么、为什么这样做。',
      en: 'Say which step was yours: start with “I”, what you did and why.',
      ja: 'どの部分を自分がしたのか、「私は」で始めて話してください。',
      fr: 'Dites quelle étape était la vôtre : commencez par « je », ce que vous avez fait et pourquoi.',
    },
    shows: {
      zh: '没有说自己做了哪一步',
      en: 'Does not say which part was their own',
      ja: '自分が何をしたかがない',
      fr: 'Ne dit pas quelle part était la sienne',
    },
  },
  result: {
    advice: {
      zh: '讲完做法，再补一句结果：花了多久，客户怎么说。',
      en: 'After what you did, add one sentence of result: how long it took, what the customer said.',
      ja: '行動の後に結果を一言：どれくらいかかり、相手は何と言ったか。',
      fr: 'Après ce que vous avez fait, ajoutez une phrase de résultat : la durée, ce que le client a dit.',
    },
    shows: {
      zh: '说到了做法，没有说结果',
      en: 'Says what was done, not what came of it',
      ja: '行動はあるが結果がない',
      fr: "Dit ce qui a été fait, pas ce qu'il en est résulté",
    },
  },
  resultNumber: {
    advice: {
      zh: '结果里放一个数：多少分钟、多少单、差了百分之几。',
      en: 'Put one number into the result: minutes, orders, a percentage.',
      ja: '結果に数字を一つ：何分、何件、何パーセント。',
      fr: 'Mettez un chiffre dans le résultat : des minutes, des commandes, un pourcentage.',
    },
    shows: {
      zh: '结果没有数字',
      en: 'The result has no number',
      ja: '結果に数字がない',
      fr: "Le résultat n'a pas de chiffre",
    },
  },
  situation: {
    advice: {
      zh: '开头先用一句话交代：什么时候、在哪里、碰到了谁。',
      en: 'Open with one sentence: when it was, where, and who it was about.',
      ja: '最初に一言：いつ、どこで、誰とのことか。',
      fr: 'Commencez par une phrase : quand, où, avec qui.',
    },
    shows: {
      zh: '没有交代是哪一次',
      en: 'Does not say which occasion it was',
      ja: 'いつの話かがない',
      fr: "Ne dit pas de quelle occasion il s'agit",
    },
  },
  steps: {
    advice: {
      zh: '把做法按先后说成两三步：先做什么，再做什么。',
      en: 'Put it in two or three steps: what comes first, what comes next.',
      ja: '手順を二、三段階で：まず何を、次に何をするか。',
      fr: "Dites-le en deux ou trois étapes : d'abord quoi, ensuite quoi.",
    },
    shows: {
      zh: '没有说先后步骤',
      en: 'Gives no order of steps',
      ja: '手順の順序がない',
      fr: "Ne donne pas l'ordre des étapes",
    },
  },
  reason: {
    advice: {
      zh: '补一句为什么：您这样做是想避免什么，或者保证什么。',
      en: 'Add one sentence of why: what you want to avoid or make sure of.',
      ja: '理由を一言：何を避け、何を確保したいのか。',
      fr: 'Ajoutez une phrase de raison : ce que vous voulez éviter ou garantir.',
    },
    shows: {
      zh: '没有说为什么',
      en: 'Does not say why',
      ja: '理由がない',
      fr: 'Ne dit pas pourquoi',
    },
  },
  reflection: {
    advice: {
      zh: '最后加一句：下次再碰到，您会改哪一点。',
      en: 'End with one sentence: what you would change next time.',
      ja: '最後に一言：次に同じことがあれば何を変えるか。',
      fr: 'Terminez par une phrase : ce que vous changeriez la prochaine fois.',
    },
    shows: {
      zh: '没有说下次会怎么改',
      en: 'Does not say what would change next time',
      ja: '次にどう変えるかがない',
      fr: 'Ne dit pas ce qui changerait la prochaine fois',
    },
  },
};
