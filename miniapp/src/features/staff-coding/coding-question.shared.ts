import type { ProblemList } from '@zhiyu/contracts/coding-staff';
import type { ProgramLanguage } from '@zhiyu/contracts/judge';
import type { Question } from '@zhiyu/contracts/position';
import en from '../../locales/en/coding-staff.json';
import zh from '../../locales/zh/coding-staff.json';

/** In the order of the list, at least one. */
export function toggled(
  chosen: readonly ProgramLanguage[],
  language: ProgramLanguage,
): ProgramLanguage[] {
  const rest = chosen.filter((one) => one !== language);
  return rest.length < chosen.length && rest.length > 0 ? rest : [...rest, language];
}

function filled(text: string, values: Record<string, string>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole);
}

/** A new question about a problem: half an hour, every language, levels by the points of its tests. */
export function newCoding(
  problem: ProblemList['problems'][number],
  dimension: string,
  others: readonly Question[],
): Question {
  const taken = new Set(others.map(({ code }) => code));
  let code = `coding-${problem.code}`.slice(0, 56);
  for (let n = 2; taken.has(code); n += 1) {
    code = `${`coding-${problem.code}`.slice(0, 56)}-${n}`;
  }
  const text = {
    zh: filled(zh.question.text, { title: problem.title.zh }),
    en: filled(en.question.text, { title: problem.title.en ?? problem.title.zh }),
  };
  const anchors = [1, 2, 3, 4, 5].map((level) => {
    const points = String((level - 1) * 25);
    return {
      level,
      text: {
        zh: filled(zh.question.anchor, { points }),
        en: filled(en.question.anchor, { points }),
      },
    };
  });
  return {
    code,
    kind: 'coding',
    dimensions: [dimension],
    text,
    thinkingSeconds: 60,
    answerSeconds: 1800,
    anchors,
    indicators: [],
    coding: {
      problem: problem.code,
      languages: ['python', 'java', 'cpp', 'go', 'javascript'],
    },
  };
}
