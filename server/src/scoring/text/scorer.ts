import { calibrate, predictFor, type Calibration } from '../calibration/calibrate.js';
import type { Sample } from '../calibration/fit.js';
import { readShort, type ReadAnswer } from './answer-text.js';
import { inOrder, quote } from './evidence.js';
import { gateOf } from './gates.js';
import { readPart } from './length.js';
import { groundOf, seenOn, type Ground, type Seen } from './ground.js';
import { Memory } from './memory.js';
import type { Quote, ScoreBasis, ScoreRequest, ScoreResult, TextGate } from './text.types.js';

/** Stands on every result; the version changes whenever the same line could give other bytes. */
const TEXT_ENGINE = 'zhiyu-text/1.4.0';

/** More orders to the grader, and more repeated passages, than this are not quoted one by one. */
const mostIgnored = 40;

/**
 * What is kept read, at most: questions and single graded answers by their characters (read, a character takes about
 * 100 bytes), sets of grades by the numbers of their matrices too.
 */
const kept = {
  questions: { count: 256, weight: 500_000 },
  samples: { count: 5000, weight: 500_000 },
  calibrations: { count: 256, weight: 6_000_000 },
};

interface Asked {
  /** Tells its graded answers from another question's. */
  number: number;
  ground: Ground;
}

/** Scores answers one by one; keeps questions, references and fits between them. */
export class TextScorer {
  private readonly questions = new Memory<Asked>(kept.questions);
  private readonly samples = new Memory<Sample>(kept.samples);
  private readonly calibrations = new Memory<Calibration>(kept.calibrations);
  private asks = 0;

  /** Pure: the same request gives the same bytes, whatever was scored before. */
  score(request: ScoreRequest): ScoreResult {
    const { id, answer, ...basis } = request;
    const asked = this.asked(basis);
    const ground = { ...asked.ground, basis };
    const calibration = this.calibrated(asked, basis);
    const part = readPart(answer);
    const read = readShort(part.read, basis.language, ground.broad);
    const unread = part.unread ? [quote(part.unread, 'unread', basis.language)] : [];
    const ignored = [
      ...read.ignored.slice(0, mostIgnored).map((piece) => quote(piece, 'order', basis.language)),
      ...read.repeats.slice(0, mostIgnored).map((piece) => quote(piece, 'again', basis.language)),
      ...unread,
    ];
    const seen = seenOn(ground, read);
    const gate = gateFor(ground, read, seen);
    if (gate) return gated(request, gate, ignored);
    const { share, error, quotes } = calibration ? predictFor(calibration, seen) : seen;
    const [low, high] = basis.scale;
    const rounded = rounderOf(basis.scale);
    const score = Math.min(high, Math.max(low, rounded(low + share * (high - low))));
    return {
      id,
      score,
      se: rounded(error * (high - low)),
      evidence: inOrder([...(score > low ? supported(quotes, read, basis) : quotes), ...ignored]),
      engine: TEXT_ENGINE,
    };
  }

  private asked(basis: ScoreBasis): Asked {
    const key = JSON.stringify({ ...basis, graded: [] });
    return this.questions.get(key, 0, () => ({
      number: (this.asks += 1),
      ground: groundOf(basis),
    }));
  }

  /** Graded answers are read once, whatever set they come in. */
  private calibrated({ number, ground }: Asked, basis: ScoreBasis): Calibration | null {
    const { length } = basis.graded;
    if (length === 0) return null;
    const keep = (answer: string, read: () => Sample): Sample =>
      this.samples.get(`${String(number)} ${answer}`, 0, read);
    const make = (): Calibration => calibrate({ ...ground, basis }, keep);
    return this.calibrations.get(JSON.stringify(basis), 2 * length * length, make);
  }
}

function gateFor(ground: Ground, answer: ReadAnswer, seen: Seen): TextGate | null {
  const { basis, asked } = ground;
  const gate = gateOf({ basis, answer, compared: seen.compared, asked });
  if (gate) return gate;
  const { question, references, keyPoints, rubric, graded } = basis;
  const grounds = references.length + keyPoints.length + rubric.length + graded.length;
  const nothing = grounds === 0 && !/[\p{L}\p{N}]/u.test(question);
  return nothing ? 'noBasis' : null;
}

/**
 * Standard error of a lowest score without reading, as a share of the scale. Of 1,391 real answers none was gated, so at
 * most 3 in 1,391 are (95 %, rule of three); such a one would be 0.65 off, as a mean of what people gave:
 * sqrt(3 / 1391) * 0.65. With nothing to score by nothing is known.
 */
const gatedErrors = { read: 0.03, noBasis: 0.5 };

function gated(request: ScoreRequest, gate: TextGate, evidence: Quote[]): ScoreResult {
  const { id, scale } = request;
  const error = gate === 'noBasis' ? gatedErrors.noBasis : gatedErrors.read;
  const se = rounderOf(scale)(error * (scale[1] - scale[0]));
  return { id, score: scale[0], se, evidence, gate, engine: TEXT_ENGINE };
}

/** No score without words: where nothing was named, the first clause stands for the answer. */
function supported(quotes: Quote[], answer: ReadAnswer, { language }: ScoreBasis): Quote[] {
  const first = answer.clauses[0];
  return quotes.length > 0 || !first ? quotes : [quote(first, 'words', language)];
}

/** Rounds to three places; on a scale shorter than 0.1, to a thousandth of it. */
function rounderOf([low, high]: ScoreBasis['scale']): (value: number) => number {
  const places = Math.max(3, 2 - Math.floor(Math.log10(high - low)));
  const whole = 10 ** Math.min(places, 15);
  return (value) => Math.round(value * whole) / whole;
}
