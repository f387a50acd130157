const words =
  '客户 单子 仓库 台账 店长 同事 货架 价格 电话 问题 时间 办法 规则 收银 会员 退货 上午 下午 月底 当时 后来 先请 再问 核对 登记 通知 安排 商量 解释 记录 检查 处理 完成 减少 提高 满意 着急 清楚 马上 慢慢'.split(
    ' ',
  );

/** An answer of so many characters, typed without a mark: the worst case for cutting it. Two share what chance shares. */
export function longAnswer(seed: number, characters: number): string {
  let text = '';
  let state = Math.imul(seed + 1, 2654435761) >>> 0;
  while (text.length < characters) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    text += words[(state >>> 12) % words.length] ?? '';
  }
  return text.slice(0, characters);
}
