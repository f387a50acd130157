/** What became of one text message. */
export interface Receipt {
  /** As we named the message when it was sent. */
  id: string;
  state: 'delivered' | 'failed';
  /** Why it failed, one of the codes of the protocol; empty when it did not say. */
  code: string;
  /** Milliseconds since 1970. */
  at: number;
}

const most = 500;

function receiptOf(value: unknown): Receipt | null {
  const fields: Record<string, unknown> =
    typeof value === 'object' && value !== null ? { ...value } : {};
  const { id, state, code, at } = fields;
  const known = state === 'delivered' || state === 'failed';
  const named = typeof id === 'string' && /^[0-9a-f]{32}$/.test(id);
  return known && named && typeof at === 'number' && Number.isSafeInteger(at)
    ? { id, state, at, code: typeof code === 'string' ? code : '' }
    : null;
}

/** The receipts of one request; null when the body is none of the protocol. */
export function readReceipts(body: string): Receipt[] | null {
  let read: unknown;
  try {
    read = JSON.parse(body);
  } catch {
    return null;
  }
  const list =
    typeof read === 'object' && read !== null && 'receipts' in read ? read.receipts : null;
  if (!Array.isArray(list) || list.length > most) {
    return null;
  }
  const receipts = list.map(receiptOf);
  return receipts.every((receipt) => receipt !== null) ? receipts : null;
}
