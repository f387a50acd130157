import Taro from '@tarojs/taro';
import type { Locale } from '@zhiyu/contracts/basics';
import type { AudioData } from '@zhiyu/contracts/question-audio';
import { makeFolder, placeOf, writeBytes } from '../slices/mini-files';
import type { Playing } from './voice.shared';

export * from './voice.shared';

/** Mini-programs have no voice of their own: only recordings are played. */
export function watchVoice(_locale: Locale, tell: (has: boolean) => void): () => void {
  tell(false);
  return () => undefined;
}

export function readAloud(_text: string, _locale: Locale, onEnd: () => void): void {
  onEnd();
}

/** Ends the recording that is played. */
let endPlaying: (() => void) | null = null;
/** Counts what was to be played: a file that is written after it was stopped stays silent. */
let turn = 0;

/** WeChat plays files, so the recording becomes one; the next takes its place. */
async function fileOf({ mimeType, data }: AudioData): Promise<string> {
  const ending = mimeType === 'audio/mpeg' ? 'mp3' : mimeType === 'audio/mp4' ? 'm4a' : 'wav';
  const place = placeOf(`question.${ending}`);
  await makeFolder();
  await writeBytes(place, Taro.base64ToArrayBuffer(data));
  return place;
}

function play(place: string, { onEnd, onFault }: Playing): void {
  const player = Taro.createInnerAudioContext();
  let over = false;
  const end = (tell: () => void) => () => {
    if (!over) {
      over = true;
      endPlaying = null;
      player.destroy();
      tell();
    }
  };
  endPlaying = end(onEnd);
  player.onEnded(end(onEnd));
  player.onError(end(onFault));
  player.src = place;
  player.play();
}

/** Plays a recording of a question. */
export function playAudio(audio: AudioData, playing: Playing): void {
  stopReading();
  const mine = turn;
  fileOf(audio).then(
    (place) => {
      if (turn === mine) {
        play(place, playing);
      }
    },
    () => {
      if (turn === mine) {
        playing.onFault();
      }
    },
  );
}

/** Silence: before every recording, so that no voice but the candidate's is on it. */
export function stopReading(): void {
  turn += 1;
  endPlaying?.();
}
