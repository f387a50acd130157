/** What a delivery status notification (RFC 3464) says of one of our mails. */
export interface Bounce {
  /** The Message-ID of the mail that did not arrive, without its angle brackets. */
  messageId: string;
  /** e.g. 5.1.1 (RFC 3463); `5.0.0` where the notification gives none. */
  status: string;
}

interface Part {
  headers: Map<string, string>;
  body: string;
}

const mostParts = 20;

/** Header fields of a block, unfolded, names in lower case; of a repeated field the first counts. */
function fieldsOf(block: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const one of block.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const colon = one.indexOf(':');
    const name = one.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !fields.has(name)) {
      fields.set(name, one.slice(colon + 1).trim());
    }
  }
  return fields;
}

function partOf(text: string): Part {
  const end = text.indexOf('\n\n');
  return end < 0
    ? { headers: fieldsOf(text), body: '' }
    : { headers: fieldsOf(text.slice(0, end)), body: text.slice(end + 2) };
}

/** The body as written before it was made fit for transport. */
function plainBody({ headers, body }: Part): string {
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase();
  if (encoding === 'base64') {
    return Buffer.from(body, 'base64').toString('latin1').replace(/\r\n/g, '\n');
  }
  return encoding === 'quoted-printable'
    ? body
        .replace(/=\n/g, '')
        .replace(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : body;
}

const typeOf = ({ headers }: Part) => headers.get('content-type')?.split(';')[0]?.toLowerCase();

function partsOf(whole: Part): Part[] {
  const found = /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(
    whole.headers.get('content-type') ?? '',
  );
  const boundary = found?.[1] ?? found?.[2];
  if (boundary === undefined) {
    return [];
  }
  return `\n${whole.body}`
    .split(`\n--${boundary}`)
    .slice(1, mostParts)
    .filter((text) => !text.startsWith('--'))
    .map((text) => partOf(text.replace(/^[^\n]*\n/, '')));
}

/** The worst thing the notification says: only `failed` is an end, `delayed` and `relayed` are not. */
function failedStatus(report: Part): string | null {
  const groups = plainBody(report)
    .split(/\n\s*\n/)
    .map(fieldsOf);
  const failed = groups.find((fields) => fields.get('action')?.toLowerCase() === 'failed');
  const status = /[245]\.\d{1,3}\.\d{1,3}/.exec(failed?.get('status') ?? '')?.[0];
  return failed ? (status ?? '5.0.0') : null;
}

function originalId(parts: Part[], report: Part): string | null {
  const original = parts.find((part) =>
    ['text/rfc822-headers', 'message/rfc822', 'message/global', 'message/global-headers'].includes(
      typeOf(part) ?? '',
    ),
  );
  const headers = original ? fieldsOf(plainBody(original).split('\n\n')[0] ?? '') : null;
  const id = /<([^<>\s]+)>/.exec(headers?.get('message-id') ?? '')?.[1];
  const envelope = fieldsOf(plainBody(report).split(/\n\s*\n/)[0] ?? '').get(
    'original-envelope-id',
  );
  return id ?? envelope?.split(' ')[0] ?? null;
}

/**
 * Reads a mail that came back to the sender's address.
 * @param raw the whole message as it came, headers and all
 * @returns null when it is no such notification, when nothing ended in it, or when it does not say of which mail
 */
export function readBounce(raw: string): Bounce | null {
  const whole = partOf(raw.replace(/\r\n/g, '\n'));
  if (typeOf(whole) !== 'multipart/report') {
    return null;
  }
  const parts = partsOf(whole);
  const report = parts.find((part) =>
    ['message/delivery-status', 'message/global-delivery-status'].includes(typeOf(part) ?? ''),
  );
  const status = report ? failedStatus(report) : null;
  const messageId = report ? originalId(parts, report) : null;
  return status === null || messageId === null ? null : { messageId, status };
}
