import { normalise } from '../engine/normalise.js';
import { visible } from './hidden.js';

/** Questions that want a statement judged. */
const asksTruth =
  /判断|对不对|是否正确|正确吗|对吗|是否成立|是否属实|true or false|is (?:it|this) (?:true|correct)|vrai ou faux|正しいか/iu;
const denies =
  /不正确|不对|不成立|不一定|不是|不属实|错误|错的|^错|有误|^否|^不|^非|^×|^✗|\b(?:false|incorrect|wrong|no|not true|faux|non)\b|誤り|正しくない|間違/u;
const affirms =
  /正确|^对|成立|^是|没错|属实|^√|^✓|\b(?:true|correct|right|yes|vrai|oui)\b|正しい|^はい/u;
const opening =
  /^(?:答案?|解|我认为|我觉得|该叙述|这句话|此叙述|叙述|以上|这种说法|该说法|说法|这种|这个|是|的|\s)+/u;
/** A clause longer than this explains, it does not judge. */
const longest = 20;
/** A clause of so many characters that the question has too is the question read out, no judgement. */
const echoed = 5;

/** True for a question that gives a statement and asks whether it is true. */
export function asksForTruth(question: string): boolean {
  return asksTruth.test(question);
}

/** -1 says no, 1 says yes, 0 does not say. Only the first two clauses are read. */
function verdictOf(text: string, question: string): -1 | 0 | 1 {
  const asked = normalise(question);
  const clauses = normalise(visible(text))
    .split(/[。！？!?\n；;，,.：:]/u)
    .filter((clause) => clause.trim().length < echoed || !asked.includes(clause.trim()))
    .map((clause) => clause.replace(opening, ''))
    .filter((clause) => /[\p{L}√✓×✗]/u.test(clause));
  for (const clause of clauses.slice(0, 2)) {
    if (clause.length > longest) continue;
    if (denies.test(clause)) return -1;
    if (affirms.test(clause)) return 1;
  }
  return 0;
}

/**
 * For questions that want a statement judged: 1 where the answer judges like the reference, -1 where it judges the
 * other way, 0 where either does not say or nothing is to be judged.
 */
export function agreesOnTruth(question: string, reference: string, answer: string): -1 | 0 | 1 {
  if (!asksForTruth(question)) return 0;
  const product = verdictOf(reference, question) * verdictOf(answer, question);
  if (product === 0) return 0;
  return product > 0 ? 1 : -1;
}
