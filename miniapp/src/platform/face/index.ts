import type { FaceEar } from './face.shared';

export * from './face.shared';

/** Mini-programs show no pictures to a page: nothing is observed there. */
export function prepareFace(): Promise<void> {
  return Promise.resolve();
}

export function observeFace(_stream: MediaStream, ear: FaceEar): () => void {
  ear.trouble('off');
  return () => undefined;
}
