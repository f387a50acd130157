/**
 * Words that any talk of work has, so they tell no question from another: those of eight or more of the 48 shipped
 * questions that are not programs (content/positions), and those of the signs of any told story (story-points.ts).
 * Counted once, kept as they are: the shipped questions may change without moving a score.
 */
export const generalWords: ReadonlySet<string> = new Set(
  [
    '一半 一步 上报 下来 下次 不再 不出 不用 业务 为什么 主动 主管 主要 举不出 之所以 书面 了解 事后 事实 以后 任务 例子 做到 做法',
    '做过 先说 公司 具体 具体步骤 养成 再说 写成 决定 减少 出现 分不清 分钟 别人 别的 制度 前年 办法 单独 原因 去年 参与 发现 发生',
    '同事 告知 告诉 哪些 哪里 商量 喜欢 回访 团队 固定 坚持 培训 增加 处理 复核 复盘 多少 安抚 安排 完成 客户 对方 对比 小时',
    '库存 店长 建议 弄清 当面 影响 征求 得出 怎么办 怎样 情况 想不起来 意见 或举 打下手 打电话 投诉 报告 担心 接触 推广 提前 提升 提醒',
    '提高 收银 改为 改了 改成 改进 教给 数字 数据 整理 旁边 有没有 权衡 标准 核对 检查 步骤 每周 每天 汇报 沟通 没什么 没用过 流程',
    '测试 清单 清楚 现在 理由 理解 用到 申请 留下 登记 百分之 监控 目标 相比 看看 真实 真正 确认 第二天 笼统 签字 系统 组员 经历',
    '经理 结果 给出 缩短 考虑 而是 联系 节省 要求 规定 解释 计划 认为 记录 试点 试验 说出 说明 请教 调整 负责 责任 跟进 运营',
    '退货 选择 通知 避免 部分 重新 门店 问清 降到 项目 顾客 领导 风险 马上 验证',
  ].flatMap((line) => line.split(' ')),
);
