import { answerParent } from '../../platform/reading/answer-parent.js';
import { extractResume } from './extract.js';
import { resumeFormats, type ReadText, type ResumeFormat } from './limits.js';

async function readerOf(
  format: ResumeFormat,
): Promise<(bytes: Uint8Array) => ReadText | Promise<ReadText>> {
  if (format === 'pdf') return (await import('./pdf.reader.js')).readPdf;
  if (format === 'docx') return (await import('./docx.reader.js')).readDocx;
  return (await import('./text.reader.js')).readPlainText;
}

const format = resumeFormats.find((known) => known === process.argv[2]) ?? 'text';
await answerParent(async (bytes) => {
  const read = await (await readerOf(format))(bytes);
  return extractResume(read, format);
});
