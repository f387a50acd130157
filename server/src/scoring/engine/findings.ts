import { textIn, type Locale } from '@zhiyu/contracts/basics';
import type { CompetencyModel } from '@zhiyu/contracts/position';
import type { DimensionScore, Evidence, Finding } from '@zhiyu/contracts/scoring';
import { inConflict } from './combine.js';
import type { AnswerScore, AssessedAnswer, Slot } from './engine.types.js';
import { findingFrom } from './finding.js';
import { notes, reasons, say, shown, type Phrase } from './phrases.js';
import { practice } from './practice.js';
import { joinTranscript, secondsAt } from './transcript-text.js';

/** What findings are made from. */
export interface Findable {
  answers: AssessedAnswer[];
  scores: AnswerScore[];
  dimensions: DimensionScore[];
  /** Answers in the same words (repeated.ts), and those that fit another question better (misplaced.ts). */
  doubted: Finding[];
  model: CompetencyModel;
  locale: Locale;
}

const mostHighlights = 3;
const mostAdvice = 3;
const mostLookFirst = 5;
/** Words that show less than this are no strength. */
const strengthLevel = 3;

/**
 * The strongest points that were shown, in the indicators' words: highest anchor first, then the
 * dimension with more weight, then the earlier question. A point that a dimension denies elsewhere
 * still counts here; the dimension says so.
 */
export function highlights({ dimensions }: Findable): Finding[] {
  const points = dimensions.flatMap(({ weight, evidence }) =>
    evidence
      .filter((e) => e.stance === 'for' && e.anchorLevel >= strengthLevel)
      .map((e) => ({ e, weight })),
  );
  points.sort(
    (a, b) =>
      b.e.anchorLevel - a.e.anchorLevel ||
      b.weight - a.weight ||
      a.e.questionIndex - b.e.questionIndex ||
      a.e.start - b.e.start,
  );
  const findings = new Map<string, Finding>();
  const quoted = new Set<string>();
  for (const { e } of points) {
    const place = `${e.answerId} ${String(e.start)}`;
    const known = findings.get(e.shows);
    if (known && known.evidence.length < 2 && !quoted.has(place)) known.evidence.push(e);
    if (!known && !quoted.has(place) && findings.size < mostHighlights) {
      findings.set(e.shows, { text: e.shows, evidence: [e] });
    }
    quoted.add(place);
  }
  return [...findings.values()];
}

/** Codes of the portraits of culture. */
export function portraitsIn({ dimensions }: CompetencyModel): Set<string> {
  return new Set(dimensions.filter(({ culture }) => culture).map(({ code }) => code));
}

/**
 * What decides, most decisive first: answers in the same words or to another question, because all else rests on them; dimensions whose
 * interval contains the requirement (heaviest first, then the one nearest the line), those with words in both
 * directions, those below, then portraits of culture that a person gave a weight (one without decides nothing), and at
 * the end words to the grader, which were not counted.
 */
export function lookFirst(from: Findable): Finding[] {
  const { dimensions, scores, model, locale } = from;
  const distance = (d: DimensionScore): number => Math.abs((d.value ?? 0) - d.requirement);
  const sorted = [...dimensions].sort((a, b) => b.weight - a.weight || distance(a) - distance(b));
  const seen = sorted.filter((dimension) => dimension.evidence.length > 0);
  const portraits = portraitsIn(model);
  const measured = seen.filter(({ code }) => !portraits.has(code));
  const crossing = measured.filter((dimension) => dimension.verdict === 'crosses');
  const torn = measured.filter((dimension) => {
    const readings = scores.flatMap((s) => s.dimensions.filter((d) => d.code === dimension.code));
    return dimension.verdict !== 'crosses' && inConflict(readings);
  });
  const below = measured.filter((d) => d.verdict === 'below' && !torn.includes(d));
  return [
    ...from.doubted,
    ...crossing.flatMap((dimension) => look(dimension, reasons.lookCrosses, locale)),
    ...torn.flatMap((dimension) => look(dimension, reasons.lookConflict, locale)),
    ...below.flatMap((dimension) => look(dimension, reasons.lookBelow, locale)),
    ...seen
      .filter(
        ({ code, weight, verdict }) => portraits.has(code) && weight > 0 && verdict !== 'meets',
      )
      .flatMap((dimension) => look(dimension, reasons.lookPortrait, locale)),
    ...instructions(from),
  ].slice(0, mostLookFirst);
}

function look(dimension: DimensionScore, phrase: Phrase, locale: Locale): Finding[] {
  const forIt = dimension.evidence.filter((e) => e.stance === 'for').slice(0, 1);
  const against = dimension.evidence.filter((e) => e.stance === 'against').slice(0, 1);
  const text = say(phrase, locale, {
    name: dimension.name,
    value: shown(dimension.value ?? 0),
    error: shown(dimension.standardError ?? 0),
    requirement: shown(dimension.requirement),
  });
  return findingFrom(text, [...forIt, ...against]);
}

function instructions({ answers, scores, locale }: Findable): Finding[] {
  const evidence = scores.flatMap((score, i): Evidence[] => {
    const part = score.ignored.find((ignored) => ignored.kind === 'instruction');
    const transcript = answers[i]?.transcript;
    if (!part || !transcript) return [];
    return [
      {
        answerId: score.answerId,
        questionIndex: score.questionIndex,
        quote: part.quote,
        start: part.start,
        end: part.end,
        seconds: secondsAt(joinTranscript(transcript), part.start),
        stance: 'against',
        anchorLevel: 1,
        shows: say(notes.instruction, locale),
      },
    ];
  });
  return findingFrom(say(notes.instruction, locale), evidence);
}

/**
 * What to practise, each kind of advice once, tied to the answer that loses most by it; where no
 * slot is missing, the next anchor of the lowest dimension, and where all are at the top, one more example of the dimension that is least certain.
 */
export function advice(from: Findable): Finding[] {
  const { scores, locale } = from;
  const told = scores.filter((score) => score.anchor !== null);
  const weakestFirst = [...told].sort((a, b) => lowest(a) - lowest(b));
  const findings = new Map<Slot, Finding>();
  const quoted = new Set<string>();
  for (const { answerId, anchor, missing } of weakestFirst) {
    const slot = missing.find((s) => !findings.has(s) && readable(s, missing));
    if (!anchor || slot === undefined || quoted.has(answerId)) continue;
    const shows = say(practice[slot].shows, locale);
    const evidence: Evidence = { ...anchor, stance: 'against', anchorLevel: 2, shows };
    findings.set(slot, { text: say(practice[slot].advice, locale), evidence: [evidence] });
    quoted.add(answerId);
  }
  const made = [...findings.values()].slice(0, mostAdvice);
  if (made.length > 0) return made;
  const next = nextAnchor(from);
  return next.length > 0 ? next : oneMore(from);
}

/** A number in the result is asked for only where there is a result. */
function readable(slot: Slot, missing: Slot[]): boolean {
  return slot !== 'resultNumber' || !missing.includes('result');
}

function lowest(score: AnswerScore): number {
  return Math.min(100, ...score.dimensions.map((dimension) => dimension.value ?? 100));
}

/** The lowest dimension's next anchor, at its weakest words. */
function nextAnchor({ dimensions, model, locale }: Findable): Finding[] {
  const open = dimensions.filter((dimension) => dimension.level !== null && dimension.level < 5);
  open.sort((a, b) => (a.level ?? 5) - (b.level ?? 5));
  const lowestOne = open[0];
  const evidence = lowestOne?.evidence.at(-1);
  const wanted = Math.min(5, Math.floor(lowestOne?.level ?? 5) + 1);
  const own = model.dimensions.find((dimension) => dimension.code === lowestOne?.code);
  const next = own?.anchors.find((anchor) => anchor.level === wanted);
  if (!evidence || !next) return [];
  const text = say(reasons.nextAnchor, locale, { anchor: textIn(next.text, locale) });
  return [{ text, evidence: [evidence] }];
}

function oneMore({ dimensions, locale }: Findable): Finding[] {
  const measured = dimensions.filter((dimension) => dimension.evidence.length > 0);
  measured.sort((a, b) => (b.standardError ?? 0) - (a.standardError ?? 0));
  const first = measured[0];
  const evidence = first?.evidence[0];
  if (!first || !evidence) return [];
  return [{ text: say(reasons.oneMore, locale, { name: first.name }), evidence: [evidence] }];
}
