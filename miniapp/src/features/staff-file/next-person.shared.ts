/**
 * Whom to look at after `id`, of those who wait: the one behind it in the order in which it still waited itself, so
 * that a decision leads on and not back to the beginning. Behind the last comes the first.
 * @param order ids as they stood while `id` was among them
 * @returns null where nobody else waits
 */
export function nextWaiting<Row extends { id: string }>(
  rows: readonly Row[],
  id: string,
  order: readonly string[],
): Row | null {
  const others = rows.filter((row) => row.id !== id);
  const behind = order.slice(order.indexOf(id) + 1);
  const next = behind.find((one) => others.some((row) => row.id === one));
  return others.find((row) => row.id === next) ?? others[0] ?? null;
}
