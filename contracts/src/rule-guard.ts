import type { PositionContent, protectedAttributes, Requirement } from './position.js';

export type ProtectedAttribute = (typeof protectedAttributes)[number];

/**
 * What the guard over protected attributes says. `refused`: an ordinary rule that asks for one, which is not saved;
 * `waiting`: a rule of its own kind that does not run yet; `running`: one that a second person approved;
 * `look`: words of the description, or a number, that keep a protected group away.
 */
export interface GuardFinding {
  verdict: 'refused' | 'waiting' | 'running' | 'look';
  /** Null: the description. */
  ruleId: string | null;
  attribute: ProtectedAttribute;
  /** The words it is about; of an own rule its condition. */
  words: string;
}

/** Words that name a protected attribute of a person, not of a product: 男装 and 母婴 are trades. */
const words: [ProtectedAttribute, RegExp][] = [
  [
    'age',
    /\d{2}\s*周?岁|年龄|[789]0后|\b(?:under|below|over) \d{2}\b|\byears? old\b|\bage(?:d)? /iu,
  ],
  [
    'sex',
    /^[男女](?:性|士|生)?$|[限仅招要][男女]|[男女]性(?!用品|服装|健康)|[男女](?:士|生)?优先|\b(?:fe)?male\b|\b(?:wo)?men only\b/iu,
  ],
  ['marriage', /已婚|未婚|已育|未育|婚育|单身|\b(?:un)?married\b|\bsingle (?:only|preferred)\b/iu],
  ['hukou', /户籍|户口|本地人|外地人|籍贯|\bhukou\b/iu],
  ['ethnicity', /汉族|[回藏满苗]族|少数民族|\bethnic/iu],
  ['health', /乙肝|残疾|残障|无病史|身体健康|身高|体重|\bdisab|\bhealthy\b/iu],
];

/** Years from which a demand for experience keeps the young away: a person should say why. */
const manyYears = 15;

/** The first protected attribute that a text names; null: none. */
export function protectedIn(text: string): { attribute: ProtectedAttribute; words: string } | null {
  for (const [attribute, pattern] of words) {
    const found = pattern.exec(text);
    if (found) {
      return { attribute, words: found[0] };
    }
  }
  return null;
}

function wordsOf(rule: Requirement): string[] {
  if ('anyOf' in rule) {
    return rule.anyOf;
  }
  return rule.kind === 'experience' ? (rule.in ?? []) : [];
}

function findingOf(rule: Requirement): GuardFinding | null {
  if (rule.kind === 'protected') {
    const verdict = rule.approvedBy === undefined ? 'waiting' : 'running';
    return { verdict, ruleId: rule.id, attribute: rule.attribute, words: rule.condition };
  }
  for (const word of wordsOf(rule)) {
    const named = protectedIn(word.trim());
    if (named) {
      return { verdict: 'refused', ruleId: rule.id, attribute: named.attribute, words: word };
    }
  }
  return rule.kind === 'experience' && rule.minYears >= manyYears
    ? { verdict: 'look', ruleId: rule.id, attribute: 'age', words: String(rule.minYears) }
    : null;
}

/** Everything the guard says of a position, its rules first. Pure, so that the editor and the server say the same. */
export function guardOf(
  content: Pick<PositionContent, 'requirements' | 'description'>,
): GuardFinding[] {
  const ofRules = content.requirements.flatMap((rule) => findingOf(rule) ?? []);
  const said = Object.values(content.description).flatMap((text) => text.split(/[\n。；;！!]/u));
  const ofWords = said.flatMap((sentence) => {
    const named = protectedIn(sentence);
    return named ? [{ verdict: 'look' as const, ruleId: null, ...named }] : [];
  });
  return [...ofRules, ...ofWords];
}
