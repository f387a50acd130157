import { memoryStore } from './memory';
import type { SliceStore, StoredSlice, StoredUpload } from './slices.shared';

const nameOf = (of: { attemptId: string; track: string }) => `${of.attemptId} ${of.track}`;

/**
 * A device that has no room left loses nothing: from the first slice that it refuses on, the rest of that track stays
 * in memory, behind what is on the device already. `lasting` is false as long as there is such a track.
 */
export function spilling(device: SliceStore): SliceStore {
  const memory = memoryStore();
  const spilt = new Set<string>();
  let turn: Promise<void> = Promise.resolve();
  const spill = async (upload: StoredUpload): Promise<void> => {
    spilt.add(nameOf(upload));
    await memory.open(upload);
  };
  const add = async (slice: Omit<StoredSlice, 'offset'>): Promise<void> => {
    const name = nameOf(slice);
    if (!spilt.has(name)) {
      try {
        await device.add(slice);
        return;
      } catch (error) {
        const upload = (await device.uploads()).find((one) => nameOf(one) === name);
        if (!upload) {
          throw error;
        }
        await spill(upload);
      }
    }
    await memory.add(slice);
  };
  return {
    get lasting() {
      return spilt.size === 0;
    },
    open: (upload) => device.open(upload).catch(() => spill(upload)),
    add: (slice) => {
      // One after another: a slice that is refused must not be overtaken by the next.
      const after = turn.then(() => add(slice));
      turn = after.catch(() => undefined);
      return after;
    },
    end: async (attemptId, durationMs) => {
      await memory.end(attemptId, durationMs);
      await device.end(attemptId, durationMs).catch(() => undefined);
    },
    uploads: async () => {
      const kept = (await device.uploads()).filter((upload) => !spilt.has(nameOf(upload)));
      return [...kept, ...(await memory.uploads())];
    },
    first: async (attemptId, track) =>
      (await device.first(attemptId, track)) ?? memory.first(attemptId, track),
    acknowledge: async (attemptId, track, offset) => {
      const kept = await device.acknowledge(attemptId, track, offset);
      const held = await memory.acknowledge(attemptId, track, offset);
      return { endMs: held.endMs ?? kept.endMs, empty: kept.empty && held.empty };
    },
    remove: async (attemptId, track) => {
      await memory.remove(attemptId, track);
      await device.remove(attemptId, track);
      spilt.delete(nameOf({ attemptId, track }));
    },
  };
}
