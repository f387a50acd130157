import { randomBytes } from 'node:crypto';
import { routes } from '@zhiyu/contracts/routes';
import type { TestApp } from '../harness/app.js';
import type { AStaff } from './company.js';

/** The least that is an MP3 by its bytes; no two are the same. */
export function anMp3(): Buffer {
  return Buffer.concat([Buffer.from('ID3\u0004\0\0\0\0\0\0', 'latin1'), randomBytes(400)]);
}

/** A recording that the company has. @returns its file */
export async function aRecording(app: TestApp, hr: AStaff, bytes = anMp3()): Promise<string> {
  const saved = await app.api(routes.saveQuestionAudio, {}, hr.session, { file: bytes });
  return saved.file;
}
