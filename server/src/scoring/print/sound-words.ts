import type { Locale } from '@zhiyu/contracts/basics';
import type { SoundSummary } from '@zhiyu/contracts/signals';

/** Labels and units of the facts of the voice on paper. */
interface SoundWords {
  title: string;
  speech: string;
  latency: string;
  pauses: string;
  /** Without the pauses; the delivery's rate counts them in. */
  pace: string;
  pitch: string;
  loudness: string;
  seconds: (n: number) => string;
  pauseText: (count: number, seconds: number, longest: number | null) => string;
  perMinute: (n: number) => string;
  pitchText: (hertz: number, semitones: number | null) => string;
}

const words: Record<Locale, SoundWords> = {
  zh: {
    title: '声音',
    speech: '说话',
    latency: '开口前',
    pauses: '停顿',
    pace: '语速，不含停顿',
    pitch: '音高',
    loudness: '响度起伏',
    seconds: (n) => `${n} 秒`,
    pauseText: (count, seconds, longest) =>
      `${count} 次，共 ${seconds} 秒${longest === null ? '' : `，最长 ${longest} 秒`}`,
    perMinute: (n) => `${n} 字/分`,
    pitchText: (hertz, semitones) =>
      `${hertz} Hz${semitones === null ? '' : `，起伏 ${semitones} 个半音`}`,
  },
  en: {
    title: 'Sound',
    speech: 'Speech',
    latency: 'Before the first word',
    pauses: 'Pauses',
    pace: 'Pace without pauses',
    pitch: 'Pitch',
    loudness: 'Range of loudness',
    seconds: (n) => `${n} s`,
    pauseText: (count, seconds, longest) =>
      `${count}, ${seconds} s in all${longest === null ? '' : `, longest ${longest} s`}`,
    perMinute: (n) => `${n} words a minute`,
    pitchText: (hertz, semitones) =>
      `${hertz} Hz${semitones === null ? '' : `, range ${semitones} semitones`}`,
  },
  ja: {
    title: '音声',
    speech: '発話',
    latency: '話し始めまで',
    pauses: '間',
    pace: '話速（間を除く）',
    pitch: '声の高さ',
    loudness: '音量の幅',
    seconds: (n) => `${n} 秒`,
    pauseText: (count, seconds, longest) =>
      `${count} 回、計 ${seconds} 秒${longest === null ? '' : `、最長 ${longest} 秒`}`,
    perMinute: (n) => `${n} 文字／分`,
    pitchText: (hertz, semitones) =>
      `${hertz} Hz${semitones === null ? '' : `、幅 ${semitones} 半音`}`,
  },
  fr: {
    title: 'Voix',
    speech: 'Parole',
    latency: 'Avant le premier mot',
    pauses: 'Pauses',
    pace: 'Débit sans les pauses',
    pitch: 'Hauteur',
    loudness: 'Écart d’intensité',
    seconds: (n) => `${n} s`,
    pauseText: (count, seconds, longest) =>
      `${count}, ${seconds} s en tout${longest === null ? '' : `, la plus longue ${longest} s`}`,
    perMinute: (n) => `${n} mots par minute`,
    pitchText: (hertz, semitones) =>
      `${hertz} Hz${semitones === null ? '' : `, écart ${semitones} demi-tons`}`,
  },
};

interface Row {
  label: string;
  value: string;
}

/** The facts of the voice as rows; what is not known has none. */
export function soundRows(summary: SoundSummary, locale: Locale): { title: string; rows: Row[] } {
  const say = words[locale];
  const { pauses, latency, perMinute, medianHz, rangeSemitones, rangeDb } = summary;
  const known = (label: string, n: number | null, text: (n: number) => string): Row[] =>
    n === null ? [] : [{ label, value: text(n) }];
  const rows = [
    { label: say.speech, value: say.seconds(Math.round(summary.speechSeconds)) },
    ...known(say.latency, latency, say.seconds),
    { label: say.pauses, value: say.pauseText(pauses.count, pauses.seconds, pauses.longest) },
    ...known(say.pace, perMinute, say.perMinute),
    ...known(say.pitch, medianHz, (n) => say.pitchText(n, rangeSemitones)),
    ...known(say.loudness, rangeDb, (n) => `${String(n)} dB`),
  ];
  return { title: say.title, rows };
}
