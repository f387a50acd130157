import { AppError } from '@zhiyu/contracts/errors';

/** True when the index (moov) lies behind the data (mdat): not readable through a pipe. */
function headIsLast(bytes: Buffer): boolean {
  let at = 0;
  while (at + 16 <= bytes.length) {
    const short = bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + 8);
    if (name === 'moov' || name === 'moof') {
      return false;
    }
    if (name === 'mdat') {
      return true;
    }
    const size = short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short;
    if (size < 8) {
      return false;
    }
    at += size;
  }
  return false;
}

/**
 * An MP4 or QuickTime recording whose index comes first, sound only; others come back as they are.
 * A phone's own camera writes the index last. Nothing is decoded and nothing touches the disk.
 * @throws AppError fileBroken
 */
export async function withHeadFirst(bytes: Buffer): Promise<Buffer> {
  if (!headIsLast(bytes)) {
    return bytes;
  }
  const { BufferSource, BufferTarget, Conversion, Input, MP4, Mp4OutputFormat, Output, QTFF } =
    await import('mediabunny');
  try {
    const target = new BufferTarget();
    const conversion = await Conversion.init({
      input: new Input({ formats: [MP4, QTFF], source: new BufferSource(bytes) }),
      output: new Output({ format: new Mp4OutputFormat({ fastStart: 'in-memory' }), target }),
      video: { discard: true },
    });
    await conversion.execute();
    return Buffer.from(target.buffer ?? new ArrayBuffer(0));
  } catch {
    throw new AppError('fileBroken');
  }
}
