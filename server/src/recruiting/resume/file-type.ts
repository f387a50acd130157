import { AppError } from '@zhiyu/contracts/errors';
import { maxFileBytes, type ResumeFormat } from './limits.js';

type Magic = ResumeFormat | 'zip' | 'ole' | 'other';

const formatOfExtension: Record<string, ResumeFormat> = {
  pdf: 'pdf',
  docx: 'docx',
  txt: 'text',
  text: 'text',
  md: 'text',
};

const foreignMagic = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x52, 0x61, 0x72, 0x21],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x1f, 0x8b],
  [0x7f, 0x45, 0x4c, 0x46],
  [0x4d, 0x5a, 0x90],
  [0x7b, 0x5c, 0x72, 0x74, 0x66],
];

/**
 * The format of a résumé by its first bytes; the extension only has to agree.
 * Throws fileEmpty, fileTooLarge, fileTypeUnknown, fileTypeLies or fileEncrypted (an OLE container
 * with an encrypted Word document inside).
 */
export function formatOf(bytes: Uint8Array, fileName: string): ResumeFormat {
  if (bytes.length === 0) throw new AppError('fileEmpty');
  if (bytes.length > maxFileBytes) {
    throw new AppError('fileTooLarge', { megabytes: maxFileBytes / 1024 / 1024 });
  }
  const extension = /\.([a-z0-9]{1,8})$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const magic = magicOf(bytes);
  if (magic === 'ole' && includes(bytes, 'EncryptedPackage', 'utf16le')) {
    throw new AppError('fileEncrypted');
  }
  return agreed(extension, formatOfMagic(magic, bytes));
}

/** The name may say nothing or the truth: `.jpg` on a PDF lies, `.csv` on text is not for us. */
function agreed(extension: string, found: ResumeFormat | null): ResumeFormat {
  const claimed = formatOfExtension[extension];
  const lies = claimed === undefined ? extension !== '' && found !== null : found !== claimed;
  if (lies && !(claimed === undefined && found === 'text')) {
    throw new AppError('fileTypeLies', { extension });
  }
  if (lies || found === null) throw new AppError('fileTypeUnknown', { extension });
  return found;
}

function formatOfMagic(magic: Magic, bytes: Uint8Array): ResumeFormat | null {
  if (magic === 'pdf' || magic === 'text') return magic;
  if (magic !== 'zip') return null;
  // Names stand unpacked in a zip; a torn .docx has lost its directory but not its first entries.
  return includes(bytes, 'word/', 'latin1') ? 'docx' : null;
}

function magicOf(bytes: Uint8Array): Magic {
  if (includes(bytes.subarray(0, 1024), '%PDF-', 'latin1')) return 'pdf';
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) {
    return 'zip';
  }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return 'ole';
  if (foreignMagic.some((magic) => startsWith(bytes, magic))) return 'other';
  return looksLikeText(bytes) ? 'text' : 'other';
}

function looksLikeText(bytes: Uint8Array): boolean {
  const utf16 = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
  if (utf16) return true;
  const head = bytes.subarray(0, 65_536);
  let controls = 0;
  for (const byte of head) {
    if (byte === 0) return false;
    if (byte < 9 || (byte > 13 && byte < 32) || byte === 127) controls += 1;
  }
  return controls <= head.length / 100;
}

function startsWith(bytes: Uint8Array, prefix: number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}

function includes(bytes: Uint8Array, word: string, encoding: BufferEncoding): boolean {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return view.includes(word, 0, encoding);
}
