import { randomUUID } from 'node:crypto';
import type { CardAttachment } from './channel.js';

/** A form with one file, as browsers send it: for the chats' uploads. */
export function fileForm(field: string, { name, mimeType, bytes }: CardAttachment) {
  const boundary = `zhiyu-${randomUUID()}`;
  const head = [
    `--${boundary}`,
    `Content-Disposition: form-data; name="${field}"; filename="${name}"; filelength=${bytes.length}`,
    `Content-Type: ${mimeType}`,
    '',
    '',
  ].join('\r\n');
  const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return { contentType: `multipart/form-data; boundary=${boundary}`, body };
}
