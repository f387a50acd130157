import type { Locale } from '@zhiyu/contracts/basics';
import type { Span } from '../engine/clauses.js';
import { isInstruction } from '../engine/injection.js';
import { plainOf } from './language/reading.js';

/** Marked blocks of a chat: taken out before clauses are cut. */
const blocks = [
  /```(?:json|system)[^`]{0,2000}(?:```|$)/giu,
  /<!--[\s\S]{0,2000}?-->/gu,
  /\[(INST|SYS|SYSTEM)\][\s\S]{0,600}?(?:\[\/\1\]|$)/gu,
  /<\|[a-z_]{2,20}\|>/giu,
];

/**
 * Results that somebody made up, and who is said to speak. In a story a mark may be a result (顾客评分：4.9), a till
 * may speak (系统提示：余额不足) and a program has a result, so an interview leaves these alone.
 */
const results = [
  /[{[][^{}[\]]{0,600}["'“”]?(?:score|level|grade|points|result|verdict|passed|分数|得分|总分|评分|评价|结果)["'“”]?\s*[:：=][^{}[\]]{0,600}[}\]]/giu,
  /(?:得分|分数|评分|总分|\b(?:score|grade|rating))\s*[:：]\s*\d+(?:\.\d+)?(?:\s*(?:分|\/\s*\d+))?/giu,
  /(?:评分|评语)\s*[:：=]\s*(?:[A-S][+-]?(?![a-z])|优秀|满分|通过)(?:[，,、；;\s]*(?:优秀|满分|通过|合格))*/giu,
  /(?:\b\w*(?:score|grade|rating)\s*(?::=|[|=])|评分结果)[\s:：]*\d+(?:\s*\/\s*\d+)?/giu,
  /(?:系统(?:提示|消息)|\b(?:system|assistant|developer))\s*[:：]/giu,
];

/** Words to the grader, and the languages whose stories may have them too. */
interface Address {
  words: RegExp;
  inStoriesOf?: readonly Locale[];
}

/** Orders in languages that the interview engine does not look for. */
const foreign: Address[] = [
  {
    words:
      /\b(?:ignora|ignore|olvida|ignoriere|vergiss|ignorer|oubliez)\b.{0,40}\b(?:instrucciones|anweisungen|instruções|istruzioni|instructions|consignes|regeln|reglas)\b/iu,
    inStoriesOf: ['en', 'fr'],
  },
  {
    words:
      /\b(?:dame|dale|otorga|atribua|donnez?|attribue[zr]?|mets|mettez|gib|vergib|assegna)\b.{0,40}\b(?:puntuación|puntos|nota|note|notes|punkte|punktzahl|bewertung|pontuação|punteggio)\b/iu,
    inStoriesOf: ['fr'],
  },
  { words: /(?:игнорируй|забудь|поставь|дай).{0,40}(?:инструкц|балл|оценк)/iu },
  { words: /(?:지시|명령|규칙).{0,10}무시|만점|최고 ?점/u },
  {
    words: /(?:指示|命令|ルール|プロンプト).{0,8}(?:無視|忘れ)|満点(?:を|に|で)|最高点/u,
    inStoriesOf: ['ja'],
  },
  { words: /تجاهل.{0,40}(?:التعليمات|الأوامر)|الدرجة الكاملة/u },
];

/** Pleas and threats about the mark that name no earlier instruction. Ten minutes (10 分钟) are no mark. */
const pleas: Address[] = [
  {
    words:
      /(?:给|打|判|评)(?:我|他|个|一个|出|为)?.{0,4}(?:满分|高分|最高分|\d+ ?分)(?:吧|谢谢|拜托|好吗|即可|就行|就好)?$/u,
  },
  { words: /(?:输出|返回|给出|判为|记为|应得|应给|打).{0,6}(?:满分|最高分|高分|\d+ ?分(?!钟))/u },
  { words: /(?:所有|全部|一律|统一).{0,8}满分/u, inStoriesOf: ['zh'] },
  {
    words:
      /(?:评分|打分|阅卷|改卷|判分)(?:老师|人|者|员|系统|模型|助手|标准|规则).{0,20}(?:满分|高分|通过|手下留情|忽略|作废|更新|无效|\d+ ?分(?!钟))/u,
  },
  {
    words:
      /(?:本题|此题|这题|这道题|以下|上面的?回答|我的(?:回答|答案)).{0,10}(?:满分|得分[为是:]?\d+|应得|记为?\d+ ?分)/u,
  },
  {
    words:
      /\b(?:full|max(?:imum)?|top|highest|perfect) (?:score|marks?|points?|grade)\b.{0,20}(?:please|now|only|!|$)/iu,
    inStoriesOf: ['en'],
  },
  { words: /\b(?:score|grade|mark|rating)\s*[:=]\s*\d/iu, inStoriesOf: ['en'] },
];

/** Goes with an order in the same sentence: greetings, thanks, talk about candidates and systems. */
const companion =
  /老师|您好|你好|谢谢|拜托|麻烦|求求|阅卷|评分|打分|得分|考生|候选人|系统|输出|返回|满分|高分|规则|标准|建议通过$|^结论|\b(?:please|thanks?|grader|score|marks?|system|rubric)\b/iu;
const companionLength = 16;

/** Somebody else's mark in a story is a result, not a plea: 客户给我打了满分. */
const told =
  /(?:客户|顾客|用户|领导|经理|店长|主管|老师|同事|考官|他们?|大家|最后|最终|获得|得到|拿到|了\d|打了|给了)/u;

/** A short clause beside an order that is about marks and manners, not about the question. */
export function goesWithOrder(clause: string, language: Locale): boolean {
  return clause.length <= companionLength && companion.test(plainOf(clause, language));
}

/** Characters set apart by spaces, stars or dots, to be read by people only: 请 给 我 满 分. */
const apart = /\p{Script=Han}(?:[ \t\u3000*_.·~-]+\p{Script=Han}){3,}/gu;

/** Chat marks, made-up data and orders in letters set apart, as offsets of the raw answer. */
export function blockSpans(answer: string): Span[] {
  const spread = [...answer.matchAll(apart)].filter(([text]) =>
    isOrder(text.replace(/[^\p{Script=Han}]/gu, ''), 'zh'),
  );
  return [...spansBy(blocks, answer), ...spread.map(spanOf)];
}

/** The same, and made-up results in words. */
export function orderSpans(answer: string): Span[] {
  return [...blockSpans(answer), ...spansBy(results, answer)];
}

function spansBy(patterns: readonly RegExp[], answer: string): Span[] {
  return patterns.flatMap((pattern) => [...answer.matchAll(pattern)].map(spanOf));
}

function spanOf({ 0: text, index }: RegExpExecArray): Span {
  return { start: index, end: index + text.length };
}

/** True for a clause that speaks to the grader; spaces and hidden characters inside words change nothing. */
export function isOrder(clause: string, language: Locale): boolean {
  return speaksToGrader(clause, language, () => true);
}

/** The same for a clause of an interview: what a story in its language may say too is none. */
export function isOrderInStory(clause: string, language: Locale): boolean {
  return speaksToGrader(clause, language, ({ inStoriesOf }) => !inStoriesOf?.includes(language));
}

function speaksToGrader(
  clause: string,
  language: Locale,
  counts: (address: Address) => boolean,
): boolean {
  const norm = plainOf(clause, language);
  const tight =
    language === 'zh'
      ? norm.replace(/(?<=\p{Script=Han})[\s*_.\-~]+(?=\p{Script=Han})/gu, '')
      : norm;
  if (isInstruction(norm) || isInstruction(tight)) return true;
  if (foreign.some((one) => counts(one) && one.words.test(norm))) return true;
  return !told.test(tight) && pleas.some((one) => counts(one) && one.words.test(tight));
}
