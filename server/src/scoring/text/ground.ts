import type { ReadAnswer } from './answer-text.js';
import { prepareReferences, readsBroadly, type PreparedReference } from './basis.js';
import { quote, quotesOf } from './evidence.js';
import { compare, type Compared } from './features.js';
import { readingOf } from './language/reading.js';
import { prepareRubric, readRubric, type PreparedRubric } from './rubric.js';
import { readShape } from './said-topic.js';
import { coverageOf, shareBy } from './share.js';
import type { Quote, ScoreBasis } from './text.types.js';

/** What a question gives to score by, read once. */
export interface Ground {
  basis: ScoreBasis;
  /** Everyday words are read as formal ones. */
  broad: boolean;
  references: PreparedReference[];
  rubric: PreparedRubric;
  asked: ReadonlySet<string>;
}

/** An answer seen on its ground, before any graded answer. */
export interface Seen {
  answer: ReadAnswer;
  compared: Compared[];
  /** 0-1. */
  share: number;
  /** Typical error of such a share, 0-1. */
  error: number;
  /** For the ridge; each 0-1. */
  features: number[];
  quotes: Quote[];
}

/**
 * Root mean square errors of shares: of lists and of texts as measured on question-wise folds (docs/assessment.md);
 * of rubrics it is a guess on the safe side, because nothing graded was there to measure it. Shape says next to nothing
 * about knowledge (0.62 on the development answers without their references): half of the scale, the widest there is.
 */
const errors = { list: 0.14, text: 0.28, rubric: 0.28, shape: 0.5 };
/** Languages whose scores nobody has compared with people's yet. */
const unmeasured = 1.4;

/** Reads a question. */
export function groundOf(basis: ScoreBasis): Ground {
  const broad = readsBroadly(basis);
  return {
    basis,
    broad,
    references: prepareReferences(basis, broad),
    rubric: prepareRubric(basis),
    asked: new Set(readingOf(basis.question, basis.language, broad).pairs),
  };
}

/** Scores an answer without graded answers: by the reference it is nearest to, else the rubric, else its shape. */
export function seenOn(ground: Ground, answer: ReadAnswer): Seen {
  const { basis, references } = ground;
  const compared = references.map((one) => compare(basis.question, one, answer));
  const seen =
    compared.length > 0 ? byReference(ground, answer, compared) : byRubric(ground, answer);
  const factor = basis.language === 'zh' ? 1 : unmeasured;
  return { ...seen, answer, compared, error: Math.min(0.5, seen.error * factor) };
}

type Ownly = Omit<Seen, 'answer' | 'compared'>;

function byReference({ basis }: Ground, answer: ReadAnswer, compared: Compared[]): Ownly {
  const shares = compared.map((one) => shareBy(basis.question, one));
  const share = Math.max(...shares);
  const best = compared[shares.indexOf(share)];
  if (!best) return { share: 0, error: errors.text, features: [], quotes: [] };
  const { verdict, formulas } = best.features;
  return {
    share,
    error: best.reference.list ? errors.list : errors.text,
    features: [share, coverageOf(best), (verdict + 1) / 2, formulas ?? 0.5],
    quotes: quotesOf(best, answer, basis.language),
  };
}

function byRubric({ basis, rubric }: Ground, answer: ReadAnswer): Ownly {
  const { language, question } = basis;
  if (basis.rubric.length > 0) {
    const { share, found, against } = readRubric(rubric, answer, language);
    return {
      share,
      error: errors.rubric,
      features: [share],
      quotes: [
        ...found.map(({ point, at }) => quote(at, 'anchor', language, point)),
        ...against.map(({ point, at }) => quote(at, 'lowAnchor', language, point)),
      ],
    };
  }
  const { share, told } = readShape(question, answer, language);
  const quotes = told.map(({ slot, at }) => quote(at, 'shape', language, slot));
  const first = answer.clauses[0];
  return {
    share,
    error: errors.shape,
    features: [share],
    quotes: quotes.length === 0 && first ? [quote(first, 'shape', language, question)] : quotes,
  };
}
