import type { Media } from './media.entity.js';
import { holdsSomething } from './media.service.js';

/** Seconds by which the picture may end before the sound and still be what is played. */
const pictureMayLack = 2;

/**
 * Which track of an attempt is played: its video, or its sound where there is no video or where the picture was
 * dropped on the way. The video holds only the sound up to there; the track of its own goes on to the end.
 * Lengths are known after sealing; before it, the video is played.
 */
export function playedTrack(tracks: readonly Media[]): Media | undefined {
  const held = tracks.filter(holdsSomething);
  const video = held.find(({ track }) => track === 'video');
  const audio = held.find(({ track }) => track === 'audio');
  const cut = (video?.seconds ?? Infinity) < (audio?.seconds ?? 0) - pictureMayLack;
  return cut ? audio : (video ?? audio);
}
