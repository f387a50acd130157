import type { Phrase } from '../engine/phrases.js';

/** Sentences of a report about words that were not heard for sure. */
export const heardPhrases = {
  gate: {
    zh: '得分只能靠识别引擎没听清的词，所以没有得分，请人来听。',
    en: 'A score would rest on words that the recogniser did not hear for sure, so there is none; a person should listen.',
    ja: '認識エンジンが確かに聞き取れなかった語に頼ることになるため、スコアはありません。人が聞いてください。',
    fr: "Un score reposerait sur des mots que la reconnaissance n'a pas entendus avec certitude : il n'y en a donc pas ; une personne doit écouter.",
  },
  note: {
    zh: '有的维度只能靠没听清的词打分，这里没有给分，请人来听。',
    en: 'Some dimensions could only be scored by words not heard for sure and have no level here; a person should listen.',
    ja: '確かに聞き取れなかった語でしか測れない評価項目には、ここではレベルを付けていません。人が聞いてください。',
    fr: "Certaines dimensions n'auraient pu être notées que par des mots mal entendus et n'ont pas de niveau ici ; une personne doit écouter.",
  },
  reason: {
    zh: '说到这一项的词没有听清，不作数；请听录音。',
    en: 'The words about this were not heard for sure and do not count; please listen to the recording.',
    ja: 'この項目についての語は確かに聞き取れず、数えていません。録音を聞いてください。',
    fr: "Les mots à ce sujet n'ont pas été entendus avec certitude et ne comptent pas ; écoutez l'enregistrement.",
  },
  look: {
    zh: '识别引擎没听清这些话，它们本来会改变得分：请听录音。',
    en: 'The recogniser did not hear these words for sure, and they would change a score: please listen to the recording.',
    ja: '認識エンジンはこの部分を確かに聞き取れておらず、スコアが変わり得ます。録音を聞いてください。',
    fr: "La reconnaissance n'a pas entendu ces mots avec certitude, et ils changeraient un score : écoutez l'enregistrement.",
  },
} satisfies Record<string, Phrase>;
