import type { Locale } from '@zhiyu/contracts/basics';
import type { AnswerPassage } from '@zhiyu/contracts/contradictions';
import type { MotiveKind, MotiveStance } from '@zhiyu/contracts/motives';
import type { Report } from '@zhiyu/contracts/scoring';
import { heardQuote } from './heard-words.js';
import type { PrintedPoint } from './printed-parts.js';

interface MotiveTexts {
  title: string;
  kinds: Record<MotiveKind, string>;
  said: Record<MotiveStance, (kind: string) => string>;
}

const texts: Record<Locale, MotiveTexts> = {
  zh: {
    title: '动机倾向（本人说的话，不计分）',
    kinds: { growth: '成长', stability: '稳定', pay: '薪酬' },
    said: { for: (kind) => `看重${kind}。`, against: (kind) => `说了${kind}不是最看重的。` },
  },
  en: {
    title: 'Looked for in work (own words, not scored)',
    kinds: { growth: 'Growth', stability: 'Stability', pay: 'Pay' },
    said: {
      for: (kind) => `${kind} matters.`,
      against: (kind) => `${kind} was said to matter less.`,
    },
  },
  ja: {
    title: '仕事に求めること（本人の言葉、得点外）',
    kinds: { growth: '成長', stability: '安定', pay: '報酬' },
    said: {
      for: (kind) => `${kind}を重視。`,
      against: (kind) => `${kind}は最優先ではないと発言。`,
    },
  },
  fr: {
    title: 'Ce qui est recherché au travail (propres mots, sans note)',
    kinds: { growth: 'L’évolution', stability: 'La stabilité', pay: 'La rémunération' },
    said: {
      for: (kind) => `${kind} compte.`,
      against: (kind) => `${kind} ne passe pas en premier, selon ses mots.`,
    },
  },
};

/** What was said of motives, with the words; without points where nothing was. Every reader gets it: it is what the person said. */
export function motivesSection(
  report: Report,
  placeOf: (passage: AnswerPassage) => string,
): { title: string; points: PrintedPoint[] } {
  const { title, kinds, said } = texts[report.locale];
  const points = (report.motives?.said ?? []).map(({ kind, stance, passage }) => ({
    time: placeOf(passage),
    text: said[stance](kinds[kind]),
    quotes: [heardQuote(passage, report)],
    note: '',
  }));
  return { title, points };
}
