import type { Indicator } from '@zhiyu/contracts/position';
import { cueGroups, findGroup, mentions, type CueHit, type CueLanguage } from './cues.js';
import type { Clause, IgnoredPart } from './engine.types.js';

/** An indicator found in the words. */
export interface Match {
  indicator: Indicator;
  /** against: a low indicator (level 1-2), or a higher one that the candidate denies. */
  stance: 'for' | 'against';
  /** Level it speaks for, 1-5; a denied indicator speaks for 2. */
  level: number;
  denied: boolean;
  /** Clauses it rests on, by index among the kept ones. */
  first: number;
  last: number;
  /** What to quote, offsets in the joined transcript. */
  start: number;
  end: number;
}

/** Indicators of this level and under speak against the candidate. */
const againstLevel = 2;
/** More places of one indicator add nothing that a reader needs. */
const placesPerIndicator = 4;

interface Window {
  clauses: Clause[];
  groups: string[][];
  language: CueLanguage;
}

/**
 * Finds indicators: every cue group must be in one clause, or in two that follow each other.
 * A denied low indicator says nothing; a denied high one counts against.
 */
export function matchIndicators(
  clauses: Clause[],
  ignored: IgnoredPart[],
  indicators: Indicator[],
  language: CueLanguage,
): Match[] {
  const all = {
    norm: clauses.map(({ norm }) => norm).join('\n'),
    plain: clauses.map(({ plain }) => plain).join('\n'),
  };
  return indicators.flatMap((indicator) => {
    const groups = cueGroups(indicator, language);
    if (!groups?.every((group) => mentions(all, group, language))) return [];
    const places = placesOf(clauses, groups, language);
    return places
      .map((place) => toMatch(indicator, place, ignored))
      .filter((match) => match !== null)
      .slice(0, placesPerIndicator);
  });
}

interface Place {
  clauses: Clause[];
  denied: boolean;
  /** The clause with most groups: quoted alone when something was taken out between two. */
  main: Clause;
}

function placesOf(clauses: Clause[], groups: string[][], language: CueLanguage): Place[] {
  const places: Place[] = [];
  const used = new Set<number>();
  const take = (place: Place | null): void => {
    if (!place) return;
    places.push(place);
    for (const clause of place.clauses) used.add(clause.index);
  };
  for (const clause of clauses) take(readWindow({ clauses: [clause], groups, language }));
  for (const clause of clauses) {
    const next = clauses[clause.index + 1];
    if (!next || used.has(clause.index) || used.has(next.index)) continue;
    take(readWindow({ clauses: [clause, next], groups, language }));
  }
  return places.sort((a, b) => (a.clauses[0]?.index ?? 0) - (b.clauses[0]?.index ?? 0));
}

function readWindow({ clauses, groups, language }: Window): Place | null {
  const counts = clauses.map(() => 0);
  const chosen: CueHit[] = [];
  for (const group of groups) {
    const hits = clauses.map((clause) => findGroup(clause, group, language));
    const best = hits.findIndex((hit) => hit !== null && !hit.denied);
    const at = best >= 0 ? best : hits.findIndex((hit) => hit !== null);
    const hit = hits[at];
    if (!hit) return null;
    chosen.push(hit);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  const denied = isDeniedPoint(chosen);
  // A denial is believed only where all of the point stands in one clause.
  if (denied && clauses.length > 1) return null;
  const main = clauses[counts.indexOf(Math.max(...counts))];
  return main ? { clauses, denied, main } : null;
}

/** A negation that is itself a cue of another group ([不会] + [改数]) denies nothing. */
function isDeniedPoint(hits: CueHit[]): boolean {
  return hits.some(
    (hit) => hit.denied && !hits.some((other) => other !== hit && other.negative && !other.denied),
  );
}

function toMatch(indicator: Indicator, place: Place, ignored: IgnoredPart[]): Match | null {
  const low = indicator.level <= againstLevel;
  if (low && place.denied) return null;
  const first = place.clauses[0] ?? place.main;
  const last = place.clauses.at(-1) ?? place.main;
  const broken = ignored.some((part) => part.start < last.start && part.end > first.end);
  return {
    indicator,
    stance: low || place.denied ? 'against' : 'for',
    level: place.denied ? againstLevel : indicator.level,
    denied: place.denied,
    first: first.index,
    last: last.index,
    start: broken ? place.main.start : first.start,
    end: broken ? place.main.end : last.end,
  };
}
