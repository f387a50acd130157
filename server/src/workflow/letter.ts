import type { Locale } from '@zhiyu/contracts/basics';
import type { CandidateStatus } from '@zhiyu/contracts/interview';
import type { Finding, Report } from '@zhiyu/contracts/scoring';

type Letter = NonNullable<CandidateStatus['letter']>;
type Point = Letter['strengths'][number];

export interface LetterFacts {
  locale: Locale;
  candidateName: string;
  positionName: string;
  companyName: string;
  /** Null: a setting decided. */
  deciderName: string | null;
  /** Null: there was no interview. */
  report: Report | null;
}

interface Words {
  greeting: (name: string) => string;
  thanks: (company: string, position: string) => string;
  decided: (name: string) => string;
  bySetting: string;
  closing: string;
}

const words: Record<Locale, Words> = {
  zh: {
    greeting: (name) => `${name}，谢谢您`,
    thanks: (company, position) => `谢谢您花时间应聘${company}的${position}，认真回答了每个问题。`,
    decided: (name) => `这次我们没有选您，由${name}决定。`,
    bySetting: '这次我们没有选您。这是按岗位公布的设置决定的，您可以请一个人再看。',
    closing: '以后有合适的岗位，欢迎您再来。',
  },
  en: {
    greeting: (name) => `${name}, thank you`,
    thanks: (company, position) =>
      `Thank you for the time you took to apply to ${company} as ${position}.`,
    decided: (name) => `We haven’t chosen you this time. ${name} decided.`,
    bySetting:
      'We haven’t chosen you this time. A published setting of the position decided; you can ask for a person to look again.',
    closing: 'You’re welcome to apply again when a position fits.',
  },
  ja: {
    greeting: (name) => `${name}様、ありがとうございました`,
    thanks: (company, position) =>
      `${company}の${position}にご応募いただき、ありがとうございます。`,
    decided: (name) => `今回は見送りとさせていただきます。${name}が判断しました。`,
    bySetting:
      '今回は見送りとさせていただきます。公開している設定による判断です。担当者による再確認を求めることができます。',
    closing: 'またご縁がありましたら、ぜひご応募ください。',
  },
  fr: {
    greeting: (name) => `${name}, merci`,
    thanks: (company, position) =>
      `Merci du temps consacré à votre candidature chez ${company} (${position}).`,
    decided: (name) => `Nous ne vous avons pas retenu cette fois. ${name} a décidé.`,
    bySetting:
      'Nous ne vous avons pas retenu cette fois, selon un réglage publié du poste. Vous pouvez demander qu’une personne revoie la décision.',
    closing: 'Vous serez le bienvenu pour un autre poste.',
  },
};

function pointOf({ text, evidence: [first] }: Finding): Point {
  return { text, quote: first.quote, seconds: first.seconds };
}

/** Two strengths and one practice, each from the candidate's own words. */
export function pointsOf(report: Report | null): { strengths: Point[]; practice: Point | null } {
  const practice = report?.advice[0];
  return {
    strengths: (report?.highlights ?? []).slice(0, 2).map(pointOf),
    practice: practice ? pointOf(practice) : null,
  };
}

/** The thank-you letter (感谢函): by name, who decided, what was good, what to practise. */
export function letterOf(facts: LetterFacts): Letter {
  const say = words[facts.locale];
  const decider = facts.deciderName ?? '';
  return {
    greeting: say.greeting(facts.candidateName),
    decidedBy: decider,
    paragraphs: [
      say.thanks(facts.companyName, facts.positionName),
      facts.deciderName === null ? say.bySetting : say.decided(decider),
    ],
    ...pointsOf(facts.report),
    closing: say.closing,
  };
}
