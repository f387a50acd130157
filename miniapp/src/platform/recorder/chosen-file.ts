/** What the phone's own camera or sound recorder hands over. */
export const fileAccepts = { camera: 'video/*', voice: 'audio/*' } as const;

/** Names the platforms give to types the server knows by another name. */
const sameAs: Record<string, string> = {
  'video/quicktime': 'video/mp4',
  'video/x-m4v': 'video/mp4',
  'video/3gpp2': 'video/3gpp',
  'audio/x-m4a': 'audio/mp4',
  'audio/m4a': 'audio/mp4',
  'audio/mp3': 'audio/mpeg',
  'audio/x-wav': 'audio/wav',
  'audio/wave': 'audio/wav',
  'audio/vnd.wave': 'audio/wav',
  'audio/x-aac': 'audio/aac',
};

const byEnding: Record<string, string> = { webm: 'webm', '3gp': '3gpp', mp3: 'mpeg', wav: 'wav' };

/**
 * The type of a chosen recording as the server takes it: without parameters, an iPhone's QuickTime as MP4 (the
 * same boxes), and from the name where the platform says nothing.
 */
export function fileMimeType(file: { type: string; name: string }, mode: 'camera' | 'voice') {
  const said = file.type.split(';')[0]?.trim().toLowerCase() ?? '';
  if (said !== '') {
    return sameAs[said] ?? said;
  }
  const ending = file.name.split('.').at(-1)?.toLowerCase() ?? '';
  return `${mode === 'camera' ? 'video' : 'audio'}/${byEnding[ending] ?? 'mp4'}`;
}

/** How long a file may take to tell its length (ms). */
const PATIENCE = 4_000;

/** Length of a recording in ms, from its metadata; 0 where it does not tell. */
export function fileLength(file: Blob): Promise<number> {
  const video = document.createElement('video');
  const url = URL.createObjectURL(file);
  return new Promise<number>((resolve) => {
    const tell = () => {
      const { duration } = video;
      if (duration === Infinity) {
        // Recorded without a length: going to the end makes the browser find it.
        video.currentTime = Number.MAX_SAFE_INTEGER;
        return;
      }
      resolve(Number.isFinite(duration) ? Math.round(duration * 1000) : 0);
    };
    setTimeout(() => resolve(0), PATIENCE);
    video.onerror = () => resolve(0);
    video.onloadedmetadata = tell;
    video.ondurationchange = tell;
    video.preload = 'metadata';
    video.src = url;
  }).finally(() => {
    video.removeAttribute('src');
    URL.revokeObjectURL(url);
  });
}
