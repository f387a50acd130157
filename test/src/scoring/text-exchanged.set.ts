import type { ScoreResult } from '@zhiyu/server/scoring/text/text.types';

/**
 * Facts told of the wrong thing: subjects exchanged, cause and effect, who does what to whom, comparisons, orders.
 * Written before the part of the scorer that looks for them. `seen` was looked at while that part was made; `kept` was
 * run once when it was done, and protects against change since.
 */
export interface Exchanged {
  question: string;
  references: string[];
  language?: 'en';
  /** Right, in other words or another order: nothing of it may be called contrary. */
  honest: string[];
  /** Every fact of it is told the wrong way round. */
  exchanged: string[];
}

const seen: Exchanged[] = [
  {
    question: 'TCP 和 UDP 有什么区别？',
    references: ['TCP 面向连接，可靠传输，有重传机制；UDP 无连接，不保证到达，开销小、实时性好。'],
    honest: [
      'UDP 是无连接的，不保证数据到达，但开销小，实时性好；TCP 面向连接，可靠，丢了会重传。',
      'TCP 要先建立连接，传输可靠，有重传机制，而 UDP 不建立连接，开销小。',
    ],
    exchanged: [
      'UDP 面向连接，可靠传输，有重传机制；TCP 无连接，不保证到达，开销小、实时性好。',
      'TCP 是无连接的，不保证到达，开销小；UDP 是面向连接的，可靠传输，有重传机制。',
    ],
  },
  {
    question: '简述栈和队列的特点。',
    references: ['栈是后进先出，只能在栈顶插入和删除；队列是先进先出，在队尾插入，在队首删除。'],
    honest: [
      '队列先进先出，从队尾插入、队首删除。栈后进先出，插入删除都在栈顶进行。',
      '栈：后进先出，只能在栈顶操作。队列：先进先出，队尾进队首出。',
    ],
    exchanged: [
      '队列是后进先出，栈是先进先出。',
      '栈是先进先出的，在队尾插入，在队首删除；队列是后进先出的，只能在栈顶插入和删除。',
    ],
  },
  {
    question: '内部招聘和外部招聘各有什么优缺点？',
    references: [
      '内部招聘成本低、适应快、能激励员工，但容易近亲繁殖；外部招聘选择面广、带来新思想，但成本高、适应慢。',
    ],
    honest: [
      '外部招聘选择面广，能带来新思想，缺点是成本高、适应慢；内部招聘成本低，适应快，可以激励员工，缺点是容易近亲繁殖。',
      '内部招聘的优点是成本低、适应快，缺点是近亲繁殖。外部招聘的优点是选择面广，缺点是成本高。',
    ],
    exchanged: [
      '外部招聘成本低、适应快、能激励员工，但容易近亲繁殖；内部招聘选择面广、带来新思想，但成本高、适应慢。',
    ],
  },
  {
    question: '库存过高会怎样？',
    references: ['库存过高导致资金占用增加。'],
    honest: [
      '资金占用增加，是因为库存过高。',
      '因为库存过高，所以占用的资金会增加。',
      '库存太高会造成资金占用增加。',
    ],
    exchanged: ['资金占用增加导致库存过高。', '因为资金占用增加，所以库存过高。'],
  },
  {
    question: '增值税专用发票由谁开给谁？',
    references: ['由卖方向买方开具发票，买方向卖方支付货款。'],
    honest: ['卖方给买方开具发票，买方付货款给卖方。', '买方向卖方支付货款，卖方向买方开具发票。'],
    exchanged: ['由买方向卖方开具发票，卖方向买方支付货款。'],
  },
  {
    question: '进程和线程有什么不同？',
    references: ['进程是资源分配的单位，线程是调度的单位；线程的切换开销比进程小。'],
    honest: [
      '线程是 CPU 调度的单位，进程是资源分配的单位，进程切换的开销比线程大。',
      '资源分配以进程为单位，调度以线程为单位，线程切换开销比进程小。',
    ],
    exchanged: [
      '线程是资源分配的单位，进程是调度的单位；进程的切换开销比线程小。',
      '进程是调度的单位，线程是资源分配的单位，线程的切换开销比进程大。',
    ],
  },
  {
    question: '插入多用什么结构，查找多用什么结构？',
    references: ['插入删除多时用链表；随机查找多时用数组。'],
    honest: ['随机查找多的时候用数组，插入删除多的时候用链表。', '插入多用链表，查找多用数组。'],
    exchanged: ['插入删除多时用数组；随机查找多时用链表。', '随机查找多用链表，插入删除多用数组。'],
  },
  {
    question: '酒精和生理盐水分别用来做什么？',
    references: ['酒精用于皮肤消毒；生理盐水用于冲洗伤口。'],
    honest: [
      '冲洗伤口用生理盐水，皮肤消毒用酒精。',
      '酒精拿来给皮肤消毒，生理盐水拿来冲洗伤口。',
      '生理盐水用于冲洗伤口，酒精用于皮肤消毒。',
    ],
    exchanged: ['生理盐水用于皮肤消毒；酒精用于冲洗伤口。', '冲洗伤口用酒精，皮肤消毒用生理盐水。'],
  },
  {
    question: '毛利率和净利率哪个高，为什么？',
    references: ['毛利率高于净利率，因为净利率扣除了费用和税金。'],
    honest: [
      '净利率低于毛利率，因为净利率还要扣除费用和税金。',
      '毛利率比净利率高，净利率扣除了费用、税金。',
    ],
    exchanged: ['净利率高于毛利率，因为毛利率扣除了费用和税金。', '毛利率低于净利率。'],
  },
  {
    question: '客人点餐后，前厅和后厨各做什么？',
    references: ['前厅下单并核对桌号，后厨按单制作并检查出品。'],
    honest: [
      '后厨按单子制作，检查出品；前厅负责下单、核对桌号。',
      '前厅下单，核对桌号，然后后厨按单制作，检查出品。',
    ],
    exchanged: ['后厨下单并核对桌号，前厅按单制作并检查出品。'],
  },
  {
    question: '聚簇索引和非聚簇索引有何区别？',
    references: [
      '聚簇索引的叶子节点存整行数据，一张表只有一个；非聚簇索引的叶子节点存主键，可以有多个，查询可能要回表。',
    ],
    honest: [
      '非聚簇索引叶子节点存的是主键，可以有多个，可能需要回表；聚簇索引叶子节点存整行数据，一张表只能有一个。',
    ],
    exchanged: [
      '非聚簇索引的叶子节点存整行数据，一张表只有一个；聚簇索引的叶子节点存主键，可以有多个，查询可能要回表。',
    ],
  },
  {
    language: 'en',
    question: 'What is the difference between a stack and a queue?',
    references: [
      'A stack is last in first out and works at the top. A queue is first in first out and removes at the front.',
    ],
    honest: [
      'A queue is first in, first out; it removes at the front. A stack is last in, first out and works at the top.',
    ],
    exchanged: [
      'A queue is last in first out and works at the top. A stack is first in first out and removes at the front.',
    ],
  },
];

const kept: Exchanged[] = [
  {
    question: '堆和栈在内存里有什么区别？',
    references: ['栈由系统自动分配释放，速度快，空间小；堆由程序员手动申请释放，速度慢，空间大。'],
    honest: [
      '堆要程序员自己手动申请和释放，比较慢，但是空间大；栈是系统自动分配释放的，速度快，空间小。',
      '栈速度快、空间小，系统自动分配。堆空间大，手动申请释放。',
    ],
    exchanged: [
      '堆由系统自动分配释放，速度快，空间小；栈由程序员手动申请释放，速度慢，空间大。',
      '栈是程序员手动申请释放的，空间大；堆是系统自动分配释放的，空间小。',
    ],
  },
  {
    question: '应收账款和应付账款分别是什么？',
    references: ['应收账款是客户欠公司的钱，属于资产；应付账款是公司欠供应商的钱，属于负债。'],
    honest: [
      '应付账款属于负债，是公司欠供应商的钱；应收账款属于资产，是客户欠公司的。',
      '客户欠公司的钱叫应收账款，是资产；公司欠供应商的钱叫应付账款，是负债。',
    ],
    exchanged: [
      '应付账款是客户欠公司的钱，属于资产；应收账款是公司欠供应商的钱，属于负债。',
      '应收账款属于负债，应付账款属于资产。',
    ],
  },
  {
    question: '订单增加对排班有什么影响？',
    references: ['订单增加导致人手不足，人手不足造成出餐变慢。'],
    honest: [
      '出餐变慢是由于人手不足，人手不足是因为订单增加。',
      '因为订单增加了，所以人手不足，出餐就变慢。',
    ],
    exchanged: ['人手不足导致订单增加，出餐变慢造成人手不足。'],
  },
  {
    question: '甲方和乙方在合同里各有什么义务？',
    references: ['甲方按期支付工程款，乙方按图纸施工并保证质量。'],
    honest: [
      '乙方要按照图纸施工，保证质量；甲方要按期付工程款。',
      '甲方的义务是按期支付工程款，乙方的义务是按图纸施工、保证质量。',
    ],
    exchanged: ['乙方按期支付工程款，甲方按图纸施工并保证质量。'],
  },
  {
    question: '冷冻食品和冷藏食品怎么存放？',
    references: ['冷冻食品存放在零下18度以下；冷藏食品存放在0到4度。'],
    honest: [
      '冷藏的食品放在0到4度，冷冻食品要在零下十八度以下存放。',
      '零下18度以下存放冷冻食品，0到4度存放冷藏食品。',
    ],
    exchanged: ['冷藏食品存放在零下18度以下；冷冻食品存放在0到4度。'],
  },
  {
    question: '邻接矩阵和邻接表各适合什么图？',
    references: ['稠密图适合用邻接矩阵，稀疏图适合用邻接表；邻接表比邻接矩阵省空间。'],
    honest: [
      '邻接表适合稀疏图，邻接矩阵适合稠密图，邻接矩阵比邻接表占空间。',
      '稀疏图用邻接表，因为省空间；稠密图用邻接矩阵。',
    ],
    exchanged: [
      '稀疏图适合用邻接矩阵，稠密图适合用邻接表；邻接矩阵比邻接表省空间。',
      '邻接矩阵适合稀疏图，邻接表适合稠密图。',
    ],
  },
  {
    question: '对新客户和老客户的维护有什么不同？',
    references: ['新客户重在建立信任、多上门拜访；老客户重在深挖需求、定期回访。'],
    honest: [
      '老客户要定期回访，深挖需求；新客户要多上门拜访，建立信任。',
      '新客户先建立信任，多拜访。老客户则重在深挖需求，定期回访。',
    ],
    exchanged: ['老客户重在建立信任、多上门拜访；新客户重在深挖需求、定期回访。'],
  },
  {
    question: '质检发现不良品后，谁把报告交给谁？',
    references: ['质检员把检验报告交给班组长，班组长向车间主任汇报。'],
    honest: [
      '检验报告由质检员交给班组长，再由班组长向车间主任汇报。',
      '班组长向车间主任汇报，报告是质检员交给班组长的。',
    ],
    exchanged: ['班组长把检验报告交给质检员，车间主任向班组长汇报。'],
  },
  {
    question: '普通护理记录与危重护理记录的频率？',
    references: ['病危患者每天记录，病重患者至少2天记录一次，病情稳定患者至少3天记录一次。'],
    honest: ['病重的患者至少两天记录一次，病危患者每天都要记录，病情稳定的至少三天记录一次。'],
    exchanged: ['病重患者每天记录，病情稳定患者至少2天记录一次，病危患者至少3天记录一次。'],
  },
  {
    question: 'GET 和 POST 有什么区别？',
    references: ['GET 的参数放在地址里，用于读取数据；POST 的参数放在请求体里，用于提交数据。'],
    honest: [
      'POST 用于提交数据，参数放在请求体里，GET 用于读取数据，参数放在地址里。',
      'GET 是读取数据，参数在地址里；而 POST 提交数据，参数在请求体里。',
    ],
    exchanged: [
      'POST 的参数放在地址里，用于读取数据；GET 的参数放在请求体里，用于提交数据。',
      'GET 用于提交数据，POST 用于读取数据。',
    ],
  },
  {
    question: '快速排序和归并排序比较。',
    references: [
      '归并排序是稳定的，需要额外空间；快速排序不稳定，不需要额外空间，平均速度比归并排序快。',
    ],
    honest: [
      '快速排序不稳定，不用额外空间，平均比归并排序快；归并排序稳定，需要额外空间。',
      '归并排序稳定，但要额外空间，平均速度比快速排序慢；快速排序不稳定。',
    ],
    exchanged: [
      '快速排序是稳定的，需要额外空间；归并排序不稳定，不需要额外空间，平均速度比快速排序快。',
    ],
  },
  {
    language: 'en',
    question: 'Compare optimistic and pessimistic locking.',
    references: [
      'Optimistic locking checks a version when it writes. Pessimistic locking holds a lock while it reads.',
    ],
    honest: [
      'Pessimistic locking holds a lock while reading; optimistic locking checks the version at the write.',
    ],
    exchanged: [
      'Pessimistic locking checks a version when it writes. Optimistic locking holds a lock while it reads.',
    ],
  },
];

export const exchangedFacts: readonly Exchanged[] = [...seen, ...kept];

/** True where some words were quoted as contrary to what the reference says. */
export function calledContrary({ evidence }: ScoreResult): boolean {
  return evidence.some(({ why }) => why.startsWith('与要点相反') || why.startsWith('Contrary to'));
}
