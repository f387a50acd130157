import { deflateSync } from 'node:zlib';

/** A picture of one point: a real PNG, so that a chat that looks takes it. */
export const onePoint = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Larger than any chat takes. */
export const tooLarge = Buffer.concat([onePoint, Buffer.alloc(2 * 1024 * 1024)]);

/** No picture, although it calls itself one. */
export const noPicture = deflateSync('a chart');
