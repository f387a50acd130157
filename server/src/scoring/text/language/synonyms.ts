import { everydayLines } from './everyday.js';

/**
 * Different words for one thing, for Chinese. The first of a line stands for all of it. Words of work and of
 * computing in general; no line is about one question. Only pairs that are safe in either direction are here.
 */
const lines = [
  '节点 结点',
  '登录 登陆',
  '账户 帐户 账号 帐号',
  '账 帐',
  '顾客 客户 客人',
  '同事 同僚',
  '上级 领导 主管 上司',
  '下属 部下 下级',
  '价格 价钱 售价',
  '道歉 赔礼 致歉 说声不好意思 说声对不起 说句抱歉 赔不是',
  '提醒 提个醒',
  '私下 私底下 单独',
  '投诉 客诉',
  '员工 职员 雇员',
  '公司 企业',
  '辞职 离职',
  '成长空间 发展空间 成长机会 发展机会',
  '消息队列 mq',
  '数据库 db',
  '后端 后台',
  '前端 前台页面',
  '线上 生产环境',
  '缺陷 bug 漏洞',
  '服务器 服务端',
  '客户端 用户端',
  '接口 api',
  '内存 主存',
  '磁盘 硬盘',
  '遍历 逐个访问',
  '扫描全表 扫描整张表 全表扫描 扫描整个表 整表扫描',
  '后进先出 先进后出 lifo filo',
  '先进先出 fifo',
  '交替 交错',
  '增加 增多 上升 提高 提升 增长 上涨',
  '减少 降低 下降 减小 下滑',
  '优点 长处 好处 优势',
  '缺点 短处 坏处 劣势 弊端',
  '代价 成本',
  '灵活 弹性',
  '容易 易于',
  '困难 难以',
  '快速 迅速 很快',
  '缓慢 很慢',
  '必须 务必 一定要',
  '不需要 无需 不用 不必 无须',
  '不能 无法 不可 不可以',
  '可以 能够',
  '检查 查验 核查',
  '清点 点清 盘点清楚',
  '打开 开启',
  '关闭 关掉 关上',
  '临期商品 临期货 临期品',
  '商品 货品 货物 产品',
  '安全 保险',
  '培训 训练',
  '计划 规划',
  '方法 办法 方式',
  '原因 缘由 理由',
  '步骤 流程',
  '目标 目的',
  '结果 成果',
  '总结 复盘 归纳',
  '改进 改善 优化',
  '协调 协同 配合 协助',
  '沟通 交流',
  '解决 处理',
  '回访 回头访问',
  '立即 马上 立刻 当场',
  '按时 准时 按期',
  '报告 汇报',
  '预算 经费',
  '采购 购买 买进',
  '销售 卖出',
  '仓库 库房',
  '运输 运送',
  '电脑 计算机',
  '手机 移动电话',
  '软件 程序',
];

interface Table {
  words: ReadonlyMap<string, string>;
  /** Longest first, so that 不可以 is read before 不可; Latin abbreviations only as whole words. */
  pattern: RegExp;
}

/**
 * Where a word stands in several lines the first of them counts.
 * @param whole words that are left as they are although a shorter one is in them
 */
function tableOf(groups: readonly string[], whole: readonly string[] = []): Table {
  const words = new Map(whole.map((word) => [word, word] as const));
  for (const line of groups) {
    const [first = '', ...rest] = line.split(' ');
    const one = words.get(first) ?? first;
    for (const word of rest) if (!words.has(word) && word !== one) words.set(word, one);
  }
  const pattern = [...words.keys()]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((word) => (/^[a-z]/.test(word) ? `(?<![a-z])${word}(?![a-z])` : word))
    .join('|');
  return { words, pattern: new RegExp(pattern, 'gu') };
}

const work = tableOf(lines);
const everyday = tableOf([...lines, ...everydayLines], ['不需要', '不能', '不必要']);

/** 别 as in 别动, not as in 区别 or 别人. */
const dont = /(?<![区特类级性个分辨识鉴差告派离送])别(?![人的处墅名致称扭具样])/gu;

/** A normalised Chinese text with one word for each thing; `broad` knows everyday words too. */
export function oneWordEach(norm: string, broad = false): string {
  const { words, pattern } = broad ? everyday : work;
  const text = broad ? norm.replace(dont, '不能') : norm;
  return text.replace(pattern, (word) => words.get(word) ?? word);
}
