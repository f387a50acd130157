import { type JsonRecord, parsed, recordOf, textOf } from '../dingtalk.json.js';

/** A frame that DingTalk pushes. */
export interface StreamFrame {
  type: 'SYSTEM' | 'EVENT' | 'CALLBACK';
  topic: string;
  messageId: string;
  headers: JsonRecord;
  /** As it came: a JSON text. */
  data: string;
}

const types: readonly string[] = ['SYSTEM', 'EVENT', 'CALLBACK'];

/** Null: no frame of the protocol; a buffer reads as its text. Whatever a peer sends, nothing throws here: that would make the socket deaf. */
export function frameOf(text: string): StreamFrame | null {
  const frame = recordOf(parsed(text));
  const type = textOf(frame, 'type');
  const headers = recordOf(frame.headers);
  const messageId = textOf(headers, 'messageId');
  // Only what is acknowledged needs a number.
  const numbered = messageId !== '' || type === 'SYSTEM';
  if (!types.includes(type) || frame.headers === undefined || !numbered) {
    return null;
  }
  const { data } = frame;
  return {
    type: type as StreamFrame['type'],
    topic: textOf(headers, 'topic'),
    ...{ messageId, headers },
    data: typeof data === 'string' ? data : JSON.stringify(data ?? null),
  };
}

/** Answer to a frame; 200 done, 400 not understood, 404 nobody listens, 500 failed. */
export function ackOf(messageId: string, code: 200 | 400 | 404 | 500, data: unknown): string {
  const message = code === 200 ? 'OK' : 'failed';
  const headers = { contentType: 'application/json', messageId };
  return JSON.stringify({ code, headers, message, data: JSON.stringify(data) });
}

/** A ping is answered with what it brought. */
export function pongOf({ headers, data }: StreamFrame): string {
  return JSON.stringify({ code: 200, headers, message: 'OK', data });
}
