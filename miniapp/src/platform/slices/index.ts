import { memoryStore } from './memory';
import type { SliceStore } from './slices.shared';

export * from './slices.shared';

/** Mini-programs record nothing, so there is nothing to keep. */
export function openStore(): Promise<SliceStore> {
  return Promise.resolve(memoryStore());
}

/** Bytes the device can still keep; null where it does not say. */
export function roomLeft(): Promise<number | null> {
  return Promise.resolve(null);
}
