import type { Degree } from '@zhiyu/contracts/position';
import type { Field } from '@zhiyu/contracts/resume';
import type { Cell } from './sections.js';

const degreeWords: [Degree, RegExp][] = [
  ['doctor', /博士|\bPh\.?\s?D\b\.?|\bDoctor(?:ate| of)\b|\bDPhil\b/i],
  [
    'master',
    /硕士|研究生(?!院|会)|\bMBA\b|\bEMBA\b|\bMaster(?:['’]?s)?\b|\bM\.\s?(?:S|A|Sc|Eng|Ed|Phil)\b\.?|\b(?:MSc|MS|MA|MEng|MPhil|MEd|LLM|MPA|MFA)\b(?!\s+(?:Office|Word|Excel|SQL))/,
  ],
  [
    'bachelor',
    /本科|学士|专升本|\bBachelor(?:['’]?s)?\b|\bB\.\s?(?:S|A|Sc|Eng|Com|Ed|Tech)\b\.?|\b(?:BSc|BS|BA|BEng|BBA|BCom|BEd|LLB|BFA|BTech)\b|\bundergraduate\b/,
  ],
  [
    'associate',
    /大专|专科(?!学校)|高职(?!院)|\bAssociate(?:['’]?s)?(?:\s+(?:degree|of|in))|\bA\.\s?[AS]\.|\bHND\b|\b(?:Higher |Advanced )?Diploma\b(?!.{0,20}(?:high school|secondary))|\bFoundation degree\b/i,
  ],
  [
    'secondary',
    /中专|高中|职高|技校|中技|职业中学|高级中学|中等|\bHigh School\b|\bSecondary\b|\bA[- ]levels?\b|\bGCSEs?\b|\bGED\b|\bBaccalauréat\b/i,
  ],
  ['none', /初中|小学/],
];

/** The highest degree a text names, with its place in it. */
export function degreeIn(cell: Cell & { no: number }): Field<Degree> | null {
  for (const [degree, pattern] of degreeWords) {
    const match = pattern.exec(cell.text);
    if (match === null) continue;
    const start = cell.start + match.index;
    const span = { start, end: start + match[0].length, line: cell.no };
    return {
      value: degree,
      span,
      confidence: degree === 'associate' && /diploma/i.test(match[0]) ? 0.6 : 0.95,
    };
  }
  return null;
}
