import { AppError } from '@zhiyu/contracts/errors';
import {
  type ArchiveFile,
  archiveFilesAtMost,
  type ResumeArchive,
} from '@zhiyu/contracts/resume-archive';
import { zipDirectory, type ZipEntry } from '../../platform/reading/zip-directory.js';
import { leavesFolder } from '../../platform/reading/zip-names.js';
import { maxFileBytes } from '../resume/limits.js';

/** Directory entries and unpacked bytes before an archive is a bomb; one file at a time is unpacked. */
const limits = {
  entries: 2_000,
  totalBytes: 400 * 1024 * 1024,
  ratio: 150,
  ratioFromBytes: 1024 * 1024,
};

/** What systems add by themselves; nobody put it there. */
const added = /(^|\/)(__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$|~\$)/i;
const archives = /\.(zip|rar|7z|tar|gz|tgz|bz2|xz|jar|iso)$/i;
const resumes = /\.(pdf|docx|txt|text|md)$/i;

/** The rules in order: the first that holds says why a file is not taken. */
const faultRules: readonly [NonNullable<ArchiveFile['fault']>, (entry: ZipEntry) => boolean][] = [
  ['unsafe', ({ name, link }) => link || leavesFolder(name)],
  ['nested', ({ name }) => archives.test(name)],
  ['type', ({ name }) => !resumes.test(name)],
  ['encrypted', ({ encrypted }) => encrypted],
  ['empty', ({ size }) => size === 0],
  ['tooLarge', ({ size }) => size > maxFileBytes],
  ['packed', ({ method }) => method !== 0 && method !== 8],
];

function fileOf(entry: ZipEntry): ArchiveFile {
  const fault = faultRules.find(([, holds]) => holds(entry))?.[0] ?? null;
  return { index: entry.index, path: entry.name.slice(0, 400), bytes: entry.size, fault };
}

export interface Listed extends Omit<ResumeArchive, 'archiveId'> {
  entries: readonly ZipEntry[];
}

/**
 * What an archive with résumés holds, each file with why it is not taken; nothing is unpacked.
 *
 * @throws fileTypeUnknown (no ZIP), fileBroken, fileBomb, fileEmpty (no file in it), archiveTooLong
 */
export function listArchive(bytes: Buffer): Listed {
  if (bytes.length < 4 || bytes.readUInt16LE(0) !== 0x4b50) {
    throw new AppError('fileTypeUnknown', { types: 'ZIP' });
  }
  const entries = zipDirectory(bytes, limits);
  const all = entries.filter(({ folder }) => !folder);
  const files = all.filter(({ name }) => !added.test(name)).map(fileOf);
  if (files.length === 0) {
    throw new AppError('fileEmpty');
  }
  if (files.length > archiveFilesAtMost) {
    throw new AppError('archiveTooLong', { most: archiveFilesAtMost });
  }
  return { entries, files, leftOut: all.length - files.length };
}

/** The last part of a path: what the file is called. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).slice(-200);
}
