import { cut } from '../../engine/words.js';

/**
 * Terms that the general dictionary cuts apart. They are joined after cutting, so that the segmenter the interview
 * engine uses stays as it is. Names of things; none is worth a point by itself.
 */
const terms = new Set(
  [
    '时间复杂度 空间复杂度 数据结构 顺序表 单链表 双链表 循环链表 头节点 头指针 尾指针 二叉树 叶子节点 哈希表 散列表 红黑树',
    '优先队列 双端队列 栈顶 栈底 入栈 出栈 入队 出队 队首 队尾 递归 冒泡排序 快速排序 归并排序 堆排序 二分查找 广度优先 深度优先',
    '线性表 链式存储 顺序存储 存储结构 存储空间 随机访问 前驱节点 后继节点 操作系统 死锁 进程 线程 协程 虚拟内存 缓存命中 负载均衡',
    '分布式锁 事务隔离 主键 外键 联合索引 覆盖索引 回表 微服务 消息队列 幂等 熔断 限流 降级 灰度发布 回归测试 单元测试 持续集成',
    '供应链 物流信息系统 配送中心 库存成本 安全库存 周转率 装卸搬运 条形码 射频识别 电子标签 零担运输 门店 导购 客单价 复购率',
    '绩效考核 关键绩效指标 劳动合同 试用期 竞业限制 薪酬结构 社会保险 住房公积金 年休假 招聘渠道 人岗匹配 胜任力 目标管理',
    '应收账款 应付账款 现金流 资产负债表 利润表 增值税 反洗钱 尽职调查 风险敞口 止损 年化收益 流动性',
    '精益生产 看板管理 首件检验 不良率 标准作业 设备点检 安全生产 防护用品 质量管理 根本原因 整改措施 闭环',
  ].flatMap((line) => line.split(' ')),
);
const longest = Math.max(...[...terms].map((term) => term.length));

/** Words of a Chinese text in order, with the terms of work in one piece; `guess` joins unknown characters. */
export function chineseWords(text: string, guess = true): string[] {
  const parts = cut(text, guess);
  const words: string[] = [];
  for (let i = 0; i < parts.length;) {
    const taken = termFrom(parts, i);
    words.push(parts.slice(i, i + taken).join(''));
    i += taken;
  }
  return words.filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** How many parts from `i` on make one term; 1 where none does. */
function termFrom(parts: string[], i: number): number {
  let joined = '';
  let best = 1;
  for (let n = 1; n <= 4 && i + n <= parts.length; n += 1) {
    joined += parts[i + n - 1] ?? '';
    if (joined.length > longest) break;
    if (n > 1 && terms.has(joined)) best = n;
  }
  return best;
}
