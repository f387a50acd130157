import type { Span } from './clauses.js';

/** Whole stretches that are no speech: tags and objects that speak of marks, role markers. Code is speech. */
const spans = [
  /<\/?(?:system|instructions?|prompt|assistant|user|admin|developer|grader|score|level|im_start|im_end)>(?:[^<>]{0,400}<\/[a-z_]+>)?/giu,
  /\{[^{}]{0,600}(?:score|level|verdict|grade|rating|role|分数|得分|等级|评分)["'”]?\s*[:：][^{}]{0,600}\}/giu,
  /(?:^|\n)\s*(?:system|assistant|developer|系统提示|系统消息)\s*[:：][^\n。！!？?]*/giu,
];

/** Somebody else who gives marks in a story: 客户给我打了满分 is a result, not an order. */
const reported =
  /(?:客户|顾客|用户|领导|经理|店长|主管|老师|同事|他们?|customers?|clients?|managers?|boss|they|he|she)\W{0,3}.{0,12}$/iu;

/** Orders to whoever grades. Each is looked for inside one normalised clause. */
const orders = [
  /(?:忽略|无视|忘记|忘掉|跳过).{0,8}(?:之前|以上|前面|上面|所有|原来|一切|系统).{0,10}(?:指令|要求|提示|规则|内容|设定|标准|命令)/u,
  /(?:请|务必|必须|应当|应该|直接|麻烦|希望|求|一定要|可以).{0,6}(?:给|打|判|评).{0,8}(?:满分|高分|最高|\d+ ?分|\d ?级|通过|合格|优秀)/u,
  /^(?:就)?给(?:我|他|这个|本|该).{0,4}(?:满分|高分|最高分|\d+ ?分|\d ?级)/u,
  /(?:该|这位|这个|本|此)(?:名|位)?(?:候选人|考生|应聘者|应试者|回答|答案).{0,20}(?:满分|高分|\d ?级|\d+ ?分|优秀|通过|合格|最高)/u,
  /(?:你|现在)(?:是|扮演|作为|切换|变成).{0,12}(?:评分|评委|打分|ai|助手|语言模型|系统|开发者)/u,
  /(?:系统提示词?|提示词|开发者模式|越狱模式|评分(?:系统|引擎|模型|程序)).{0,20}(?:忽略|给|输出|返回|设为|必须|应该|:)/u,
  /(?:输出|返回|设为|设置).{0,10}(?:score|level|分数|得分|等级).{0,10}\d/u,
  /\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:previous|prior|above|all|earlier|system|your)\b.{0,40}\b(?:instructions?|prompts?|rules?|messages?|directions?|guidelines?|rubric)\b/u,
  /\b(?:give|award|assign|grant|rate|score|grade|mark)\b.{0,25}\b(?:me|this|the candidate|the answer|my answer|it)\b.{0,25}\b(?:full|maximum|max|top|highest|perfect|100|10|5|five|ten)\b/u,
  /\b(?:this|the) (?:candidate|applicant|answer|response)\b.{0,20}\b(?:deserves?|should|must)\b/u,
  /\b(?:you are|act as|pretend to be)\b.{0,20}\b(?:ai|grader|assistant|evaluator|scorer|language model|system)\b/u,
  /\b(?:system prompt|developer mode|jailbreak|as an ai language model)\b/u,
  /\b(?:output|return|print|respond with)\b.{0,20}\b(?:score|level|json)\b/u,
  /ignore[zr].{0,20}(?:instructions|consignes)|(?:指示|命令)を(?:すべて|全て)?無視/u,
];

/** Stretches of the raw text that are blocked before it is split into clauses. */
export function blockedSpans(text: string): Span[] {
  const found: Span[] = [];
  for (const pattern of spans) {
    for (const match of text.matchAll(pattern)) {
      found.push({ start: match.index, end: match.index + match[0].length });
    }
  }
  return mergedSpans(found);
}

/** In order, those that touch as one. */
export function mergedSpans(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || a.end - b.end);
  const merged: Span[] = [];
  for (const span of sorted) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged;
}

/** True when a normalised clause tells the grader what to do instead of telling a story. */
export function isInstruction(norm: string): boolean {
  return orders.some((pattern) => {
    const match = pattern.exec(norm);
    return match !== null && !reported.test(norm.slice(0, match.index));
  });
}
