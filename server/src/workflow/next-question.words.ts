import type { Locale } from '@zhiyu/contracts/basics';
import type { FollowUpPart } from '@zhiyu/contracts/follow-up';

type InEveryLanguage = Record<Locale, string>;

/** What is asked where the question brings no wording of its own. */
export const partQuestions: Record<FollowUpPart, InEveryLanguage> = {
  ownPart: {
    zh: '这里面您自己做了哪些？请讲您个人的那一部分。',
    en: 'Which part of it did you do yourself? Please tell us about your own part.',
    ja: 'その中でご自身は何をされましたか。ご自分が担当した部分をお聞かせください。',
    fr: "Qu'avez-vous fait vous-même ? Parlez-nous de votre propre part.",
  },
  action: {
    zh: '具体您是怎么做的？请按先后讲两三步。',
    en: 'What exactly did you do? Please give two or three steps in order.',
    ja: '具体的にどうされましたか。順に二、三の手順でお聞かせください。',
    fr: 'Comment vous y êtes-vous pris ? Donnez deux ou trois étapes, dans l’ordre.',
  },
  result: {
    zh: '后来结果怎么样？对方怎么说，事情有什么变化？',
    en: 'What came of it in the end? What changed, and what did the others say?',
    ja: 'その後どうなりましたか。相手の反応や変わったことをお聞かせください。',
    fr: 'Qu’en est-il sorti ? Qu’est-ce qui a changé, et qu’ont dit les autres ?',
  },
  situation: {
    zh: '这是哪一次的事？请讲讲时间、地点和当时的情况。',
    en: 'Which occasion was this? Please say when, where and what was going on.',
    ja: 'いつ、どこでのことですか。当時の状況をお聞かせください。',
    fr: 'De quelle occasion s’agit-il ? Dites quand, où, et ce qui se passait.',
  },
  numbers: {
    zh: '能用一两个数字说说吗？比如多少、多久、差了百分之几。',
    en: 'Can you put a figure or two to it: how many, how long, what percentage?',
    ja: '数字で表すとどのくらいですか。件数、時間、割合などで構いません。',
    fr: 'Pouvez-vous donner un ou deux chiffres : combien, en combien de temps, quel pourcentage ?',
  },
  learned: {
    zh: '这件事让您学到了什么？下次再碰到，您会改哪一点？',
    en: 'What did you take away from it? What would you do differently next time?',
    ja: 'そこから何を学びましたか。次に同じことがあれば何を変えますか。',
    fr: 'Qu’en avez-vous retenu ? Que changeriez-vous la prochaine fois ?',
  },
  task: {
    zh: '当时要您做到什么？请讲讲您的任务或目标。',
    en: 'What were you asked to achieve? Please say what your task or goal was.',
    ja: 'そのとき何を求められていましたか。役割や目標をお聞かせください。',
    fr: 'Que deviez-vous obtenir ? Dites quelle était votre tâche ou votre objectif.',
  },
};

/** Of a case that is only imagined. */
export const caseQuestions: Partial<Record<FollowUpPart, InEveryLanguage>> = {
  ownPart: {
    zh: '这里面您自己会做哪些？请讲您个人的那一部分。',
    en: 'Which part of it would you do yourself? Please tell us about your own part.',
    ja: 'その中でご自身は何をされますか。ご自分の部分をお聞かせください。',
    fr: 'Que feriez-vous vous-même ? Parlez-nous de votre propre part.',
  },
  action: {
    zh: '具体您会怎么做？请按先后讲两三步。',
    en: 'What exactly would you do? Please give two or three steps in order.',
    ja: '具体的にどうされますか。順に二、三の手順でお聞かせください。',
    fr: 'Comment vous y prendriez-vous ? Donnez deux ou trois étapes, dans l’ordre.',
  },
};

/** One more question on a dimension; `{name}` is its name. */
export const dimensionQuestion: InEveryLanguage = {
  zh: '请再讲一件和“{name}”有关、您亲自处理的事：当时怎样，您做了什么，结果如何。',
  en: 'Please tell us about one more thing you handled yourself that shows “{name}”: what it was, what you did, what came of it.',
  ja: '「{name}」に関して、ご自身が対応した出来事をもう一つお聞かせください。状況、行動、結果の順でお願いします。',
  fr: 'Racontez une autre situation liée à « {name} » que vous avez gérée vous-même : le contexte, vos actes, le résultat.',
};
