import { AppError } from '@zhiyu/contracts/errors';

/** The body of a request that carries a file. @throws fileEmpty */
export function mustBeFile(file: unknown): Buffer {
  if (!Buffer.isBuffer(file) || file.length === 0) {
    throw new AppError('fileEmpty');
  }
  return file;
}
