/** Words that turn a fact round; units of a reading: characters in Chinese and Japanese, stems elsewhere. */
const pairs = [
  '大小 多少 高低 长短 快慢 先后 前后 上下 左右 增减 加减 升降 有无 动静 内外 进出 入出 首尾 头尾 顶底 难易 简复 强弱',
  '好差 好坏 优劣 新旧 正反 正负 早晚 开关 开闭 买卖 收发 存取 借还 允禁 顺逆 空满 公私 主被 宽窄 轻重 松紧 厚薄 远近 供求 同异 收付 借贷 盈亏 涨跌 冷热 深浅',
];
const latinPairs =
  'increas:decreas rais:lower high:low higher:lower more:less more:fewer most:least befor:after first:last alway:never fast:slow faster:slower ' +
  'larg:small larger:smaller long:short longer:shorter open:close open:shut start:stop begin:end easi:difficult static:dynam public:privat ' +
  'intern:extern true:fals correct:incorrect allow:forbid enabl:disabl buy:sell avant:apres plus:moin haut:bas ouvr:ferm grand:petit';

const opposite = new Map<string, Set<string>>();
function oppose(a: string, b: string): void {
  for (const [x, y] of [
    [a, b],
    [b, a],
  ] as const) {
    opposite.set(x, (opposite.get(x) ?? new Set<string>()).add(y));
  }
}
for (const pair of pairs.flatMap((line) => line.split(' '))) oppose(pair.charAt(0), pair.charAt(1));
for (const pair of latinPairs.split(' ')) {
  const [a = '', b = ''] = pair.split(':');
  oppose(a, b);
}

/** True where two units say the contrary of each other: 高/低, increase/decrease. */
export function areOpposite(a: string, b: string): boolean {
  return opposite.get(a)?.has(b) ?? false;
}

const negators = new Set(
  '不 没 无 非 未 莫 勿 没有 ない ぬ not no never without cannot pas jamais sans aucun'.split(' '),
);

/** True for a unit that denies what follows. */
export function isNegator(unit: string): boolean {
  return negators.has(unit);
}

/** True where two different units are both numbers: 24 hours are not 2 hours. */
export function areOtherNumbers(a: string, b: string): boolean {
  return a !== b && /^\d/.test(a) && /^\d/.test(b);
}
