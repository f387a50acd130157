import type { Media } from './media.entity.js';
import { holdsSomething } from './media.service.js';

/** Seconds by which the picture may end before the sound and still be what is played. */
const pictureMayLack = 2;

/**
 * Which track of an attempt is played: its video, or its sound where there is no picture or where the picture ended
 * on the way, be it that the video ends there or that only its sound goes on. The sound's own track is taken only
 * where it holds all that was said. Lengths are known after sealing; before it, the video is played.
 */
export function playedTrack(tracks: readonly Media[]): Media | undefined {
  const held = tracks.filter(holdsSomething);
  const video = held.find(({ track }) => track === 'video');
  const audio = held.find(({ track }) => track === 'audio');
  if (!video || !audio) {
    return video ?? audio;
  }
  const ofVideo = video.seconds ?? Infinity;
  const ofSound = audio.seconds ?? 0;
  const picture = video.pictureSeconds ?? ofVideo;
  const wholeSound = ofSound + pictureMayLack >= ofVideo;
  return wholeSound && picture < ofSound - pictureMayLack ? audio : video;
}
