import { memoryStore } from './memory';
import type { SliceStore, StoredSlice, StoredUpload } from './slices.shared';

const nameOf = (of: { attemptId: string; track: string }) => `${of.attemptId} ${of.track}`;

/** Tracks whose newest slices are in memory: the device refused them. */
interface Spilling {
  device: SliceStore;
  memory: SliceStore;
  spilt: Set<string>;
}

async function spill({ memory, spilt }: Spilling, upload: StoredUpload): Promise<void> {
  spilt.add(nameOf(upload));
  await memory.open(upload);
}

async function add(to: Spilling, slice: Omit<StoredSlice, 'offset'>): Promise<void> {
  const { device, memory, spilt } = to;
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
      await spill(to, upload);
    }
  }
  await memory.add(slice);
}

/**
 * A device that has no room left loses nothing: from the first slice that it refuses on, the rest of that track stays
 * in memory, behind what is on the device already. `lasting` is false as long as there is such a track.
 */
export function spilling(device: SliceStore): SliceStore {
  const to: Spilling = { device, memory: memoryStore(), spilt: new Set() };
  const { memory, spilt } = to;
  let turn: Promise<void> = Promise.resolve();
  return {
    get lasting() {
      return spilt.size === 0;
    },
    open: (upload) => device.open(upload).catch(() => spill(to, upload)),
    add: (slice) => {
      // One after another: a slice that is refused must not be overtaken by the next.
      const after = turn.then(() => add(to, slice));
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
