import type { Locale } from '@zhiyu/contracts/basics';
import type { CodingResult } from '@zhiyu/contracts/coding';
import type { CompetencyModel, Dimension, Question } from '@zhiyu/contracts/position';
import type { ResumeBasis } from './contradictions/resume-basis.js';
import type { AskedKind, Evidence, Gate, Grounds, Transcript } from '@zhiyu/contracts/scoring';
import type { Known } from '../calibration/known.js';
import type { Rules } from './rules.js';

/** A program as it reaches the engine: what the hidden tests said, and its source. */
export interface AssessedProgram {
  result: CodingResult;
  source: string;
}

/** One answer as it reaches the engine: the frozen question and the words, nothing else counts. */
export interface AssessedAnswer {
  answerId: string;
  /** Place of the question in the interview, from 0. */
  questionIndex: number;
  question: Question;
  /** The question as the candidate saw it. */
  questionText: string;
  mode: 'camera' | 'voice' | 'text';
  attemptId: string | null;
  /** Length of the recording in seconds; null for typed answers. */
  seconds: number | null;
  hasMedia: boolean;
  /** The recording was listened to by the machine and nobody speaks in it; absent where it was not, or words are there. */
  nobodySpoke?: true;
  transcript: Transcript | null;
  /** Planned, or why it was asked beside the plan. */
  kind?: AskedKind;
  /** Why a question beside the plan was asked, or who asked it. */
  reason?: string;
  /** The answer that this one goes on with: both are read as one. */
  follows?: string | null;
  /** Of a programming question: the program that counts; null where there is none. */
  program?: AssessedProgram | null;
}

/** All that a report is made of: the same input gives the same bytes. */
export interface AssessInput {
  interviewId: string;
  /** Language of the interview: the answers are expected in it and the report is written in it. */
  locale: Locale;
  model: CompetencyModel;
  modelVersion: number;
  answers: AssessedAnswer[];
  /** Questions of the position that were not asked: some may be worth asking next. */
  spare?: Question[];
  /** What the résumé says, to hold beside the answers; it moves no score. Absent without one. */
  resume?: ResumeBasis;
  /** Name of the speech engine that made the transcripts, as the report should state it. */
  speechEngine: string;
  /** What a language model read, where one is set; replies are kept, so the same input gives the same bytes. */
  second?: SecondEngine;
  /** Facts of voice and face, where they weigh; absent otherwise, so that nothing else changes. */
  delivery?: DeliveryInput;
  /** What people's grades teach about these answers, as numbers, so the same input gives the same bytes. */
  learned?: Learned;
}

/** What was measured on the sound of one answer; seconds. */
export interface VoiceFacts {
  questionIndex: number;
  speechSeconds: number;
  /** Syllables a second of speech; null where there is too little of it. */
  perSecond: number | null;
  /** All silences between two words, and those of two seconds and more. */
  pauseSeconds: number;
  longPauseSeconds: number;
  /** Too faint, too noisy or over the top: the device's doing, so it counts for nothing. */
  faulty: boolean;
}

/** In how much of one answer a face was seen; seconds. */
export interface FaceFacts {
  questionIndex: number;
  seconds: number;
  seenSeconds: number;
}

/** What an administrator lets weigh and the candidate agreed to; weights in percent of the total. */
export interface DeliveryInput {
  ground: string;
  voice?: { weight: number; answers: VoiceFacts[] };
  face?: { weight: number; answers: FaceFacts[] };
}

/** A part of the text between two marks; `start`/`end` are offsets in the joined transcript. */
export interface Clause {
  index: number;
  start: number;
  end: number;
  /** Exactly the transcript's characters from start to end. */
  text: string;
  /** The same, made comparable, numbers as digits (normalise.ts). */
  norm: string;
  /** The same with numbers as they were written: a cue may be 万 or 百分之. */
  plain: string;
}

/** Why a clause was taken out before matching. */
export type IgnoredKind = 'instruction' | 'list' | 'echo' | 'repeat' | 'foreign';

/** Words that were said but not read for a score. */
export interface IgnoredPart {
  kind: IgnoredKind;
  start: number;
  end: number;
  quote: string;
}

/** Parts of a told story; which of them count depends on the kind of question (structure.ts). */
export const slots = [
  'situation',
  'ownAction',
  'steps',
  'reason',
  'result',
  'resultNumber',
  'reflection',
] as const;
export type Slot = (typeof slots)[number];

/** A dimension that an answer says nothing about. */
export interface UnknownReading {
  code: string;
  level: null;
  value: null;
  standardError: null;
  /** Why it was not measured, in the report's language. */
  reason: string;
  evidence: [];
  conflict: false;
  floor: false;
}

/** A level that an answer shows on a dimension, with the words it rests on. */
export interface MeasuredReading {
  code: string;
  /** 1-5. */
  level: number;
  /** 0-100, (level-1)*25. */
  value: number;
  /** 4-20 points on 0-100; more where it was read without cues. */
  standardError: number;
  reason: '';
  /** Strongest first. */
  evidence: Grounds;
  /** True where evidence for and against stands in the same answer. */
  conflict: boolean;
  /** True where words were on the topic but no indicator was found. */
  floor: boolean;
  /** Values, 0-100, of two engines that are further apart than a level. */
  apart?: { local: number; model: number };
  /** What calibration learns from (features.ts); absent where only another engine gave the level. */
  features?: number[];
  /** The calibration it was read by, and how many graded answers taught it. */
  calibrated?: { version: number; graded: number };
  /** Read by what was written about the levels, because there was no cue: the error is the widest, a person looks. */
  described?: true;
  /** The same where there are cues and none was met: a whole story in other words (retold.ts). */
  retold?: true;
  /** The error it counts with where another question fits the answer better; its weight stays that of `standardError`. */
  widened?: number;
}

/** What one answer says about one dimension: a level with its words, or why there is none. */
export type DimensionReading = MeasuredReading | UnknownReading;

/** The engine's reading of one answer, as it comes. */
export interface AnswerScore {
  answerId: string;
  questionIndex: number;
  gate: Gate | null;
  /** The gate in words; with no gate: a note when parts were left out, else empty. */
  gateReason: string;
  ignored: IgnoredPart[];
  dimensions: DimensionReading[];
  /** Slots wanted by this kind of question and not found; empty for gated or unread answers. */
  missing: Slot[];
  /** The clause that says most about the question, for advice; null where nothing is on topic. */
  anchor: Evidence | null;
  /** Mean confidence of the recogniser, 0-1; null where nothing was recognised or it says none. */
  recogniserConfidence: number | null;
  /** Another question of the position that fits the answer better, where there is one. */
  fits?: BetterFit;
}

/** A question that an answer was not given to, and the words that speak for it. */
export interface BetterFit {
  question: Question;
  evidence: Grounds;
}

/** What a second engine is asked about one answer. */
export interface ReadingOrder {
  answerId: string;
  question: Question;
  questionText: string;
  /** The words that may count; what was taken out is blank, so places are those of the transcript. */
  text: string;
  dimensions: Pick<Dimension, 'code' | 'name' | 'definition'>[];
  locale: Locale;
}

/** Words that the second engine points at; places in the order's text. */
export interface ReadPoint {
  level: number;
  stance: Evidence['stance'];
  start: number;
  end: number;
}

/** Its level, 1-5, with the words for it: never without. */
export interface ReadDimension {
  code: string;
  level: number;
  points: ReadPoint[];
}

/** The second engine's reading of one answer, or why there is none. */
export type SecondReading = { dimensions: ReadDimension[] } | { failed: string };

/** All that a second engine said about an interview, by answer. */
export interface SecondEngine {
  name: string;
  readings: Record<string, SecondReading>;
}

export type SecondReader = (order: ReadingOrder) => SecondReading | null;

/** A calibration in use, as numbers: graded answers, and nothing of anybody's words. */
export interface CalibrationInUse extends Known {
  version: number;
}

/** What a calibration says about one answer: which one, and how like its words are to each graded answer. */
export interface CalibrationOrder {
  dimension: string;
  /** Place in `calibrations`. */
  calibration: number;
  /** Likeness to each graded answer, 0-1. */
  near: number[];
  /** Place of this very answer among the graded ones, where it is one: it does not teach about itself. */
  own?: number;
}

/** All that people's grades say about an interview; by answer. */
export interface Learned {
  calibrations: CalibrationInUse[];
  orders: Record<string, CalibrationOrder[]>;
}

/** What reads along, and by which rules. */
export interface Readers {
  second?: SecondReader | undefined;
  learned?: Learned | undefined;
  /** Questions of the position that an answer may have been meant for. */
  others?: readonly Question[] | undefined;
  /** Those of the engine that made a report; today's where absent. */
  rules?: Rules | undefined;
}

/** An answer to learn from: its words that count, and what the engine alone reads in them. */
export interface AnswerLesson {
  answerId: string;
  question: Question;
  dimension: string;
  /** As in ReadingOrder: what was taken out is blank. */
  text: string;
  /** 0-1. */
  share: number;
  features: number[];
}
