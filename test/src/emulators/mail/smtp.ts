import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** One leaf of a mail, its text decoded. */
interface MailPart {
  type: string;
  fileName: string;
  /** What `cid:` addresses of the HTML call it; empty where they do not. */
  contentId: string;
  bytes: Buffer;
  /** The bytes as UTF-8. */
  text: string;
}

export interface TakenMail {
  to: string[];
  envelopeId: string | null;
  raw: string;
  /** Header fields as written, names in lower case, unfolded. */
  headers: Map<string, string>;
  parts: MailPart[];
}

/** What the server answers to a recipient or to a text: a code and words, or nothing for yes. */
type Refusal = { code: number; words: string } | null;

export interface SmtpStand {
  port: number;
  mails: TakenMail[];
  refuse: { recipient: Refusal; data: Refusal };
  stop: () => Promise<void>;
}

function fieldsOf(block: string): Map<string, string> {
  const lines = block.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  return new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
}

function decoded(body: string, encoding: string): Buffer {
  if (encoding === 'base64') {
    return Buffer.from(body, 'base64');
  }
  const plain = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(encoding === 'quoted-printable' ? plain : body, 'latin1');
}

function leafOf(headers: Map<string, string>, body: string): MailPart {
  const field = (name: string) => headers.get(name) ?? '';
  const bytes = decoded(body, field('content-transfer-encoding'));
  return {
    type: /^[^;\s]+/.exec(field('content-type'))?.[0] ?? 'text/plain',
    fileName: /filename="?([^";]+)/.exec(field('content-disposition'))?.[1] ?? '',
    contentId: /<([^>]+)>/.exec(field('content-id'))?.[1] ?? '',
    ...{ bytes, text: bytes.toString('utf8') },
  };
}

function leaves(text: string): MailPart[] {
  const end = text.indexOf('\r\n\r\n');
  const headers = fieldsOf(text.slice(0, end));
  const body = text.slice(end + 4);
  const boundary = /boundary="([^"]+)"/.exec(headers.get('content-type') ?? '')?.[1];
  if (boundary === undefined) {
    return [leafOf(headers, body)];
  }
  return `\r\n${body}`
    .split(`\r\n--${boundary}`)
    .slice(1, -1)
    .flatMap((part) => leaves(part.replace(/^\r\n/, '')));
}

/** A header field with its encoded words (RFC 2047) read. */
export function wordsOf(field: string): string {
  return field
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_all, kind: string, text: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64').toString('utf8')
        : decoded(text.replace(/_/g, ' '), 'quoted-printable').toString('utf8'),
    );
}

const errorFor = ({ code, words }: { code: number; words: string }) =>
  Object.assign(new Error(words), { responseCode: code });

/** A mail server on the loopback that keeps what it takes. @param password asked for when given */
export async function startSmtp(password?: string): Promise<SmtpStand> {
  const mails: TakenMail[] = [];
  const refuse: SmtpStand['refuse'] = { recipient: null, data: null };
  const server = new SMTPServer({
    authOptional: password === undefined,
    ...{
      hideSTARTTLS: true,
      allowInsecureAuth: true,
      logger: false,
      hideDSN: false,
    },
    onAuth: (auth, _session, done) => {
      if (auth.password === password) {
        done(null, { user: auth.username });
      } else {
        done(errorFor({ code: 535, words: '5.7.8 no such user' }));
      }
    },
    onRcptTo: (_address, _session, done) => {
      done(refuse.recipient ? errorFor(refuse.recipient) : null);
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('latin1');
        if (refuse.data) {
          done(errorFor(refuse.data));
          return;
        }
        mails.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          envelopeId: session.envelope.dsn?.envid ?? null,
          ...{ raw, headers: fieldsOf(raw.slice(0, raw.indexOf('\r\n\r\n'))), parts: leaves(raw) },
        });
        done(null);
      });
    },
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()));
  return {
    ...{ mails, refuse, port: (server.server.address() as AddressInfo).port },
    stop: () => new Promise((ended) => server.close(() => ended())),
  };
}
