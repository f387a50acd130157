import { oneWordEach } from './language/synonyms.js';
import { isSame, quantitiesOf, withDigits } from './quantities.js';

/** Rules: what may not be done and what may; 不能 and 无法 say as often what something is able to. */
const forbidden = /不得|禁止|严禁|不准|不许|不允许|不可以|不应|不该|不要|切勿|切忌|勿(?!略)|杜绝/u;
const allowed = /(?<!不)(?:可以|允许|准许|允诺)|随意|任意|随便/u;

/** Words that turn a fact round, in one word for each thing (language/synonyms.ts). */
const opposites: [string, string][] = (
  '停止:继续 停止:开始 建立:废除 实行:废除 保留:废除 增加:减少 增加:减弱 增加:减慢 加强:减弱 加强:减少 加强:减慢 加强:放松 加快:减慢 加快:减少 加快:减弱 同意:拒绝 ' +
  '相同:不同 全部:部分 大量:少量 经常:偶尔 永远:暂时 必然:偶然 绝对:相对 主动:被动 直接:间接 连续:间断 长期:短期 ' +
  '集中:分散 公开:保密 统一:分裂 收缩:扩张 吸热:放热 酸性:碱性 阳性:阴性 吸气:呼气 进口:出口 收入:费用 顺时针:逆时针 ' +
  '串联:并联 横向:纵向 水平:垂直 早于:晚于 至少:至多 打开:关闭 积极:消极 有利:不利 安全:危险 真实:虚假 上游:下游 ' +
  '增加:降低 减少:提高 高:降低 低:提高 高:减少 低:增加 大:减少 小:增加 多:减少 少:增加 ' +
  '左侧:右侧 顶部:底部 上面:下面 里面:外面 前面:后面 上风:下风 顺风:逆风 '
)
  .trim()
  .split(' ')
  .map((pair) => pair.split(':') as [string, string]);

/** Single characters are opposites of words only where they stand alone at the end of what they say: 电阻高, 电阻小. */
function says(text: string, word: string): boolean {
  if (word.length > 1) return text.includes(word);
  return new RegExp(`[更较变越很]${word}|${word}$|${word}(?=[,，、了])`, 'u').test(text);
}

function isTurned(point: string, said: string): boolean {
  return opposites.some(([a, b]) =>
    [
      [a, b],
      [b, a],
    ].some(
      ([ours = '', theirs = '']) =>
        says(point, ours) && says(said, theirs) && !says(said, ours) && !says(point, theirs),
    ),
  );
}

function isUnbound(point: string, said: string): boolean {
  const [a, b] = [forbidden.test(point), forbidden.test(said)];
  return a !== b && allowed.test(a ? said : point) && !allowed.test(a ? point : said);
}

/** 一次 and 多次: where a fact says how often, any number is another. */
function isManifold(point: string, said: string): boolean {
  const times = /(?:只|仅|最多|至多|唯)[^,，]{0,6}?1(?:[次个项种名人])/u;
  return (
    times.test(point) &&
    /[多几数][次个项种名]|反复|无限|无数/u.test(said) &&
    !/1[次个项种名]/u.test(said)
  );
}

const negation = /不|没|无|非|未|勿/u;
const denial = /(?<!不)(?:不能|不必|不需要|没有|(?<!是)不是|并非)$/u;

/** 不能通知医生 denies 通知医生: the denial stands right before the fact's first words. */
function isDenied(point: string, said: string): boolean {
  if (negation.test(point)) return false;
  const first = /\p{Script=Han}{2}/u.exec(point)?.[0];
  const at = first === undefined ? -1 : said.indexOf(first);
  return at > 0 && denial.test(said.slice(0, at));
}

/** True where a clause has an amount of the kind that a point has, and not the point's own. */
export function hasOtherAmount(point: string, said: string): boolean {
  const theirs = quantitiesOf(said).filter(({ of }) => of !== '');
  const ours = quantitiesOf(point).filter(({ of }) => of !== '');
  return ours.some(
    (one) =>
      theirs.some(({ of }) => of === one.of) &&
      !theirs.some((other) => isSame(one, other)) &&
      !theirs.some((other) =>
        ours.some((own) => own !== one && isSame(own, other) && own.of === one.of),
      ),
  );
}

/** A Chinese text as this file compares it: as it was said, and with one word for each thing. */
export interface Comparable {
  plain: string;
  norm: string;
}

export function comparable(text: string): Comparable {
  const plain = withDigits(text, 'zh');
  return { plain, norm: oneWordEach(plain, true) };
}

/**
 * True where a clause says a point with the contrary word: forbidden for allowed, more for less, often for once.
 * @param ordered it compares the same way round (A 比 B 快, B 比 A 慢), so that a contrary word is right
 */
export function isToldAgainst(point: Comparable, said: Comparable, ordered: boolean): boolean {
  return (
    (!ordered && isTurned(point.norm, said.norm)) ||
    isUnbound(point.plain, said.plain) ||
    isDenied(point.norm, said.norm) ||
    isManifold(point.norm, said.norm)
  );
}
