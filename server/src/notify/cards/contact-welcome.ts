import type { Locale } from '@zhiyu/contracts/basics';

interface Props {
  locale: Locale;
  /** The recruiter. */
  name: string;
  company: string;
  position: string;
}

/**
 * What a candidate is told who adds the recruiter as a contact. Nothing of the candidate stands in it: whoever has
 * the code gets it.
 */
export function contactWelcome({ locale, name, company, position }: Props): string {
  const words: Record<Locale, string> = {
    zh: `您好，我是${company}的${name}，负责“${position}”的招聘。有问题可以直接在这里问我；面试的通知和结果仍从原来的地方发给您。`,
    en: `Hello, I’m ${name} of ${company}, hiring for “${position}”. Ask me anything here; interview notices and the result still reach you the way they did.`,
    ja: `${company}の${name}です。「${position}」の採用を担当しています。ご質問はここでどうぞ。面接のご案内と結果は、これまでと同じ方法でお届けします。`,
    fr: `Bonjour, je suis ${name} de ${company}, chargé(e) du poste « ${position} ». Posez-moi vos questions ici ; les convocations et le résultat vous parviennent comme avant.`,
  };
  return words[locale];
}
