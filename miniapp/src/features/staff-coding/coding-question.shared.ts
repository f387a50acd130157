import type { ProblemList } from '@zhiyu/contracts/coding-staff';
import type { ProgramLanguage } from '@zhiyu/contracts/judge';
import type { Question } from '@zhiyu/contracts/position';

/** In the order of the list, at least one. */
export function toggled(
  chosen: readonly ProgramLanguage[],
  language: ProgramLanguage,
): ProgramLanguage[] {
  const rest = chosen.filter((one) => one !== language);
  return rest.length < chosen.length && rest.length > 0 ? rest : [...rest, language];
}

/** What a new question says, in the languages it is kept in: not words of the page. */
const said = {
  zh: {
    text: (title: string) => `请写一个程序：${title}`,
    anchor: (points: number) => `隐藏测试得到约 ${points} 分`,
  },
  en: {
    text: (title: string) => `Please write a program: ${title}`,
    anchor: (points: number) => `About ${points} of 100 points in the hidden tests`,
  },
};

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
    zh: said.zh.text(problem.title.zh),
    en: said.en.text(problem.title.en ?? problem.title.zh),
  };
  const anchors = [1, 2, 3, 4, 5].map((level) => {
    const points = (level - 1) * 25;
    return { level, text: { zh: said.zh.anchor(points), en: said.en.anchor(points) } };
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
