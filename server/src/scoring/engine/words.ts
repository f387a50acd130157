import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';

/**
 * Words of work that the general dictionary cuts apart (钉/钉, 企业/微/信, 微/服务 were measured).
 * Only names of things: no word here is worth a point.
 */
const domainWords = [
  '钉钉 企业微信 飞书 小程序 微服务 后端 前端 全栈 消息队列 灰度发布 回滚 埋点 漏斗 留存率',
  '转化率 复购率 客单价 动销率 坪效 缺货率 盘点 补货 陈列 临期 先进先出 收银 排班 交接班',
  '客诉 投诉处理 大堂经理 柜员 反洗钱 双人复核 长短款 轧账 冠字号 理财产品 风险测评 电信诈骗 绩效面谈 一对一',
  '复盘 述职 目标拆解 跨部门 商机 线索 回款 竞品 续约率 大客户 异常值 显著性 置信区间 数据清洗',
  '口径 看板 双十一 大促',
].flatMap((line) => line.split(' '));

let loaded: Jieba | null = null;

/** The segmenter; the dictionary is read once and never changes, so every call gives the same cut. */
function segmenter(): Jieba {
  if (!loaded) {
    loaded = Jieba.withDict(dict);
    loaded.loadDict(Buffer.from(domainWords.map((word) => `${word} 100000 n`).join('\n')));
  }
  return loaded;
}

/** Words in order; `guess` lets the model join characters that the dictionary does not know. */
export function cut(text: string, guess = true): string[] {
  return segmenter().cut(text, guess);
}

const stopChinese =
  '我们 你们 他们 自己 这个 那个 一个 就是 然后 因为 所以 但是 如果 可以 没有 什么 怎么 时候 的话 这样 那样 还是 或者 以及 而且 ' +
  '不过 觉得 可能 应该 已经 一些 一下 一直 之后 之前 后来 当时 最后 其实 比较 非常 这些 那些 大家 他们 进行 通过 对于 关于 起来 出来 ' +
  '过来 只是 只有 就会 还有 不会 不能 不是 也是 都是 知道 需要 开始 里面 这边 那边 这种 那种 有点 直接 时间 事情 东西 问题 就是说';
const stopEnglish =
  'the and but for with that this was were are have has had not you your our their them they she her his him its from into about ' +
  'what when where which who how why then than there here because also just very more most some any all one two can could would ' +
  'should will been being did does doing out over after before again only other own same too well really like know think going get got';
const stopWords = new Set([...stopChinese.split(' '), ...stopEnglish.split(' ')]);

/** Pronouns and counts: 这边, 两个, 一遍. */
const notNamed =
  /[我你他这那]|^[一二两三四五六七八九十几]+[个遍年月次天笔起件点条位种句分直定样下些旁边]?$/u;

/** Counts and places in a row: 两个, 一遍, 第二天. */
const counted =
  /^第?[一二两三四五六七八九十几\d]+(?:个|遍|年|月|次|天|笔|件|点|条|位|分钟|小时|块|元)/u;

/** A word that says something: two Chinese characters or three Latin letters, and no filler. */
function isContentWord(word: string): boolean {
  if (stopWords.has(word) || notNamed.test(word)) return false;
  return /^\p{Script=Han}{2,}$/u.test(word) || /^[a-zà-ÿ][a-zà-ÿ0-9+#.-]{2,}$/u.test(word);
}

/** The content words of a text that went through `plainly`, in order. */
export function contentWords(plain: string): string[] {
  return cut(plain).filter(isContentWord);
}

const englishGlue = new Set(
  'i a an the and but or so to of in on at for with my me we us our he she they them it was were is are be been had have has did do that this then when because as by from'.split(
    ' ',
  ),
);
const frenchGlue = new Set(
  'je j ai le la les un une des et mais ou donc de du dans sur pour avec mon ma mes nous il elle ils est était sont que qui ce cette au aux en pas ne se'.split(
    ' ',
  ),
);
const chineseGlue = /[的了我是在就把他你这那也都还又很跟给过着先再被让但]/u;

/** Share of little words that hold English (or French) sentences together, 0-1. */
export function glueShare(words: string[], language: 'en' | 'fr'): number {
  const glue = language === 'en' ? englishGlue : frenchGlue;
  return words.length === 0 ? 0 : words.filter((word) => glue.has(word)).length / words.length;
}

/** True when a clause has a word that only sentences have; bare lists of nouns have none. */
export function hasGlue(norm: string): boolean {
  return chineseGlue.test(norm) || latinWords(norm).some((word) => englishGlue.has(word));
}

/** Words with which something is told: whom, when, whether, how often. */
const tellingChinese = new Set(
  '会 没 请 去 来 要 能 一起 同时 马上 立刻 以后 以前 随后 每天 平时 告诉'.split(' '),
);

/** True when words of a clause, as it was said, tell something; names of things have none. */
export function tells(text: string): boolean {
  return cut(text).some(
    (word) => tellingChinese.has(word) || stopWords.has(word) || counted.test(word),
  );
}

/** Latin words in lower case without punctuation. */
export function latinWords(norm: string): string[] {
  return norm.toLowerCase().match(/[a-zà-öø-ÿœæ]+/gu) ?? [];
}
