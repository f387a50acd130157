import { type EmulatedEar, isPiece, spoken } from '../emulators/speech.emulator.js';

/** What the microphone says, again and again. */
export const microphoneWords =
  '我先请顾客到旁边坐下，向她道歉，看了小票，问清为什么要退，给她换了一件，补了差价。';

/**
 * Hears these sentences one after another, each spread over the real length of its recording.
 * @param live what is heard of pieces while a recording runs; nothing by default
 */
export function hearing(sentences: readonly string[], live = ''): EmulatedEar {
  const known = new Map<string, string>();
  return async (request) => {
    if (isPiece(request)) {
      return { text: live };
    }
    const { sha256 } = request;
    const next = sentences[Math.min(known.size, sentences.length - 1)] ?? '';
    const sentence = known.get(sha256) ?? next;
    known.set(sha256, sentence);
    return spoken(sentence, await request.seconds());
  };
}
