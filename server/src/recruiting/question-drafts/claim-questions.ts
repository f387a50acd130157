import { type Locale, type Text, textIn } from '@zhiyu/contracts/basics';
import type { PositionContent, Question } from '@zhiyu/contracts/position';
import type { SkillCatalogue } from '@zhiyu/contracts/skill-catalogue';
import { dimensionFor } from './dimension-choice.js';
import type { Claim } from './resume-claims.js';
import { skillNamed } from './skill-index.js';
import { storyQuestion } from './skill-questions.js';

/** A question about a résumé: the question holds none of its words, the reason quotes the line. */
export interface ClaimQuestion {
  claim: Claim;
  question: Question;
  reason: string;
}

/** Asked of each kind; the words of the résumé stand in the reason, which is kept sealed. */
const asked: Record<Claim['kind'], Text> = {
  change: {
    zh: '您以前做的工作和这个岗位不同。请讲讲您为什么想换，以前的哪一件事能说明您做得了这份工作。',
    en: 'Your work so far was in another field. Please tell us why you want to change, and one thing you did that shows you can do this job.',
    ja: 'これまでのお仕事とは異なる職種です。変わりたい理由と、この仕事ができると示す具体的な経験を一つお話しください。',
    fr: 'Votre parcours vient d’un autre domaine. Dites-nous pourquoi vous souhaitez changer et citez un fait qui montre que vous pouvez faire ce travail.',
  },
  project: {
    zh: '请讲讲简历里这个项目中您自己负责哪一部分，最后的结果怎样。',
    en: 'Please tell us which part of this project was yours and what came of it.',
    ja: 'このプロジェクトでご自身が担当した部分と、その結果をお話しください。',
    fr: 'Dites-nous quelle part de ce projet était la vôtre et quel en a été le résultat.',
  },
  result: {
    zh: '请讲讲简历里的这项结果是怎样做到的，您自己做了哪一部分。',
    en: 'Please tell us how this result was reached and which part you did yourself.',
    ja: 'この成果をどのように達成したか、ご自身がした部分をお話しください。',
    fr: 'Dites-nous comment ce résultat a été obtenu et quelle part vous revient.',
  },
  skill: {
    zh: '请讲一次您用简历里写的这项技能解决实际问题的经历。',
    en: 'Please tell us about one time you used this skill to solve a real problem.',
    ja: 'このスキルを使って実際の問題を解決した経験を一つお話しください。',
    fr: 'Racontez une occasion où vous avez utilisé cette compétence pour résoudre un vrai problème.',
  },
  gap: {
    zh: '两段工作之间有一段时间。如果有对这个岗位有用的学习或尝试，请讲一件；不想谈可以直接说跳过，不影响评价。',
    en: 'There is some time between two jobs. If you learned or tried something useful for this job, tell us one thing; you may say skip, it does not count against you.',
    ja: '二つのお仕事の間に期間があります。この仕事に役立つ学びや試みがあれば一つお話しください。話したくなければ「スキップ」で構いません。評価には影響しません。',
    fr: 'Il y a un intervalle entre deux emplois. Si vous y avez appris ou tenté quelque chose d’utile pour ce poste, racontez-le ; vous pouvez dire « je passe », cela ne compte pas contre vous.',
  },
};

const because: Record<Locale, (quote: string) => string> = {
  zh: (quote) => `因为您的简历写到“${quote}”`,
  en: (quote) => `Because your résumé says “${quote}”`,
  ja: (quote) => `履歴書に「${quote}」とあるため`,
  fr: (quote) => `Parce que votre CV indique « ${quote} »`,
};
const between: Record<Locale, (from: string, to: string) => string> = {
  zh: (from, to) => `因为您的简历写到前一段工作到 ${from}，下一段从 ${to} 开始`,
  en: (from, to) => `Because your résumé says one job ended ${from} and the next began ${to}`,
  ja: (from, to) => `履歴書に前職が ${from} まで、次が ${to} からとあるため`,
  fr: (from, to) => `Parce que votre CV indique un emploi jusqu’à ${from} et le suivant dès ${to}`,
};

/** What the candidate is told about why he is asked. */
function reasonOf(claim: Claim, locale: Locale): string {
  if (claim.kind !== 'gap') return because[locale](claim.quote);
  const [from = '', to = ''] = claim.quote.split('|');
  return between[locale](from, to);
}

const wishes: Record<Claim['kind'], readonly string[]> = {
  change: ['motivation', 'ownership', 'drive', 'learning'],
  project: ['ownership', 'accountability', 'drive', 'planning'],
  result: ['problemSolving', 'drive', 'accountability', 'insightDelivery'],
  skill: [],
  gap: ['learning', 'motivation', 'ownership', 'drive'],
};

/** The question of a claim, bound to the position's model. */
export function claimQuestion(
  claim: Claim,
  code: string,
  from: { content: PositionContent; catalogue: SkillCatalogue; locale: Locale },
): ClaimQuestion {
  const { content, catalogue, locale } = from;
  const skill = claim.skill === undefined ? null : skillNamed(claim.skill, catalogue);
  // The catalogue asks in Chinese; other languages get the general question.
  const text = skill && locale === 'zh' ? { ...asked.skill, zh: skill.tell } : asked[claim.kind];
  const dimension = dimensionFor(content.model, `${textIn(text, 'zh')}\n${skill?.ask ?? ''}`, {
    codes: wishes[claim.kind],
  });
  const origin = {
    from: 'resume' as const,
    line: '',
    way: 'experience' as const,
    ...(skill ? { about: skill.code } : {}),
  };
  const question = storyQuestion(text, { code, dimension, origin }, skill ?? undefined);
  return { claim, question, reason: reasonOf(claim, locale) };
}
