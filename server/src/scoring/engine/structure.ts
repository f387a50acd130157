import type { Question } from '@zhiyu/contracts/position';
import { isDenied, type CueLanguage } from './cues.js';
import type { Clause, Slot } from './engine.types.js';
import type { Match } from './match.js';

/**
 * Which parts a full answer to a kind of question has and how much each is worth; each row adds up
 * to 1. Knowledge questions are about facts: no story, no slots. The weights are set by judgement
 * after the order of the STAR method (own part first, then result), not fitted to answers.
 */
const wanted: Record<Question['kind'], Partial<Record<Slot, number>>> = {
  behavioural: {
    ownAction: 0.3,
    result: 0.2,
    situation: 0.2,
    resultNumber: 0.15,
    reflection: 0.15,
  },
  situational: { ownAction: 0.35, steps: 0.35, reason: 0.3 },
  motivation: { reason: 0.35, ownAction: 0.35, situation: 0.3 },
  knowledge: {},
  // Its tests say what a program shows.
  coding: {},
};

/** Clauses this far from the nearest indicator belong to the story; padding further off is not read. */
const margin = 5;

const outcomeZh =
  /满意|解决|完成|达成|达到|提升|提高|下降|降低|降到|减少|增加|增长|涨到|恢复|通过|表扬|感谢|好评|续约|续签|签(?:了|约|下)|成功|省(?:了|下)|节省|缩短|追回|拿到|超额|上线|学会了|没有再|没再|道谢|谢谢|从\d.{0,12}(?:到|变)|最后.{0,6}(?:都|全|没)/u;
const outcomeEn =
  /\b(?:result|resolved|solved|satisfied|thanked|increas\w*|reduc\w*|improv\w*|drop\w*|fell|rose|grew|saved?|finish\w*|completed?|achiev\w*|reached|renewed|signed|won|recovered|passed|launched|shorten\w*|praised?|from \d\S* to|came back|in the end)\b/u;

const story: Record<CueLanguage, Record<Exclude<Slot, 'resultNumber'>, RegExp>> = {
  zh: {
    situation:
      /有1(?:次|回|天|个|位)|当时|那(?:天|年|次|时候|个月)|(?:去|前|今|大\d)年|上(?:个?月|周|学期)|之前|以前|曾经|刚(?:入职|毕业|到|来)|\d+年|\d+月|实习|期间|在.{1,12}(?:上班|工作|公司|店|银行|项目|团队|部门)|(?:客户|顾客|用户|同事|领导|阿姨|大爷).{0,8}(?:来|说|要|问|投诉|找|发现)/u,
    ownAction:
      /我(?!们|觉得|认为|的|叫|希望|感觉|喜欢|不知|不清楚|不太|不懂|没有?遇|没有?做过|家|国|方|司|(?:们)?(?:店|部门|公司|团队|经理|同事|领导)).{2,}|自己(?:动手|做|写|去|查|学|来)/u,
    steps:
      /首先|第1|其次|第2|接着|然后|先.{1,24}(?:再|然后|接着|最后)|再(?:去|把|跟|给|和|问|看|请|按|根据|确认|做)|(?:^|会|我)先|最后/u,
    reason:
      /因为|由于|为了|避免|以免|防止|原因|考虑到|确保|保证|否则|不然|这样(?:才|就|可以|能)|毕竟/u,
    result: outcomeZh,
    reflection:
      /学到|明白了?|反思|复盘|总结|教训|下(?:1)?次|以后(?:我|每|都|就|会|遇)|如果(?:再|能)|改进|意识到|体会|养成|从那以后|从此|后悔|做得不够|应该更早/u,
  },
  en: {
    situation:
      /\b(?:once|last (?:year|month|week|summer|spring|winter)|one (?:day|time|customer|client|morning|afternoon)|when i (?:was|worked)|at (?:my|the) (?:last|previous|old|first)|during|in (?:19|20)\d\d|years? ago|months? ago|there was|internship|a (?:customer|client|colleague|user) (?:came|said|asked|complained|wanted|called))\b/u,
    ownAction:
      /\bi(?:'d|'ll| would| will| also| then| first| immediately| quickly)? (?!(?:think|believe|feel|like|hope|guess|was|am|had|have|do|did not|don't|can't|didn't)\b)[a-z]{2,}/u,
    steps: /\b(?:first|firstly|second|secondly|then|next|after that|finally|before i)\b/u,
    reason:
      /\b(?:because|since|so that|in order to|to avoid|to make sure|otherwise|the reason|to ensure|to prevent)\b/u,
    result: outcomeEn,
    reflection:
      /\b(?:learn(?:ed|t)|lesson|next time|since then|from then on|looking back|in hindsight|realized|realised|i should have|would do differently|now i always)\b/u,
  },
};

const quantity: Record<CueLanguage, RegExp> = {
  zh: /\d+(?:\.\d+)?(?:多|余|来)?(?:%|个?百分点|分钟|小时|天|周|个?(?:星期|月|工作日)|年|元|块|万|个?人|名|单|件|次|倍|家|户|笔|条|成|秒|ms|毫秒|点|页|张|组|台|位|个)/u,
  en: /\d+(?:\.\d+)?\s?(?:%|percent|minutes?|hours?|days?|weeks?|months?|years?|yuan|rmb|dollars?|people|customers?|orders?|items?|times?|calls?|points?|seconds?|ms|k\b)|\b(?:half|twice|doubled|(?:two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty) (?:minutes?|hours?|days?|weeks?|months?|people|customers?|percent))\b/u,
};

/** What was found of a story, and what its kind of question wants and lacks. */
export interface Structure {
  found: Slot[];
  /** Wanted and not found, the one worth most first. */
  missing: Slot[];
  /** Share of the wanted slots found, by weight, 0-1; null where none is wanted. */
  share: number | null;
}

/** Reads the slots in the clauses around the matches; far away words and length count nothing. */
export function readStructure(
  clauses: Clause[],
  matches: Match[],
  question: Question,
  language: CueLanguage,
): Structure {
  const near = clauses.filter((clause) =>
    matches.some((m) => clause.index >= m.first - margin && clause.index <= m.last + margin),
  );
  const weights = Object.entries(wanted[question.kind]) as [Slot, number][];
  const has = new Map(weights.map(([slot]) => [slot, hasSlot(near, slot, language)]));
  const found = weights.filter(([slot]) => has.get(slot) === true);
  const missing = weights.filter(([slot]) => has.get(slot) === false);
  return {
    found: found.map(([slot]) => slot),
    missing: missing.sort((a, b) => b[1] - a[1]).map(([slot]) => slot),
    share: weights.length === 0 ? null : found.reduce((sum, [, weight]) => sum + weight, 0),
  };
}

/** Whether any of the clauses tells a part, also a result that was denied: nothing came of it is told too. */
export function tellsSlot(clauses: Clause[], slot: Slot, language: CueLanguage): boolean {
  return slot === 'resultNumber'
    ? hasResultNumber(clauses, language)
    : clauses.some((clause) => story[language][slot].test(clause.norm));
}

function hasSlot(clauses: Clause[], slot: Slot, language: CueLanguage): boolean {
  if (slot === 'resultNumber') return hasResultNumber(clauses, language);
  const pattern = story[language][slot];
  return clauses.some((clause) => {
    const match = pattern.exec(clause.norm);
    if (!match) return false;
    return slot !== 'result' || !isDenied(clause.norm, match.index, language);
  });
}

/** A quantity in a clause of result or in the one before or after it. */
function hasResultNumber(clauses: Clause[], language: CueLanguage): boolean {
  return clauses.some((clause, i) => {
    if (!quantity[language].test(clause.norm)) return false;
    const around = [clauses[i - 1], clause, clauses[i + 1]];
    return around.some((near) => near !== undefined && story[language].result.test(near.norm));
  });
}
