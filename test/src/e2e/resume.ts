import { songPdf } from '../factories/resume-files.js';
import { retailResume } from '../factories/resume-texts.js';

/** A one-page Chinese résumé as many tools write it: a CJK font that is named and not embedded. */
export function resumeFile(): { name: string; mimeType: string; buffer: Buffer } {
  const items = retailResume
    .split('\n')
    .map((text, line) => ({ x: 60, y: 70 + line * 22, text }))
    .filter(({ text }) => text !== '');
  const buffer = Buffer.from(songPdf({ items }));
  return { name: '张晓明-简历.pdf', mimeType: 'application/pdf', buffer };
}
