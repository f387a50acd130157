import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Opinion, Rating, ReviewRoom, Scorecard, Summary } from '@zhiyu/contracts/review';
import { routes } from '@zhiyu/contracts/routes';
import { call } from '../../api/client';
import { ApiError } from '../../api/error';
import { keyOf, queryClient } from '../../api/query';
import { draftOf, keepDraft } from '../staff-shell/drafts';
import { noticeSignedOut } from '../staff-shell/use-me';
import { Keeper, type KeepState } from './keeper.shared';

/** Parts of a scorecard that are kept apart: a dimension's code, or the summary. */
const summaryPart = 'summary:';

type Part = Omit<Rating, 'dimension' | 'revision'> | Omit<Summary, 'revision'>;
export type RatingPart = Omit<Rating, 'dimension' | 'revision'>;
export type SummaryPart = Omit<Summary, 'revision'>;

const emptyRating: RatingPart = { level: null, note: '', place: null };
const emptySummary: SummaryPart = { opinion: null, reason: '' };

function ratingIn(card: Scorecard | null, dimension: string): Rating | undefined {
  return card?.ratings.find((one) => one.dimension === dimension);
}

function revisionIn(card: Scorecard | null, part: string): number {
  const summary = card?.summary.revision ?? 0;
  return part === summaryPart ? summary : (ratingIn(card, part)?.revision ?? 0);
}

/** Puts what the server kept where the page reads it; a card that is only begun is asked for. */
function remember(id: string, part: string, kept: Rating | Summary): void {
  const key = keyOf(routes.reviewRoom, { id });
  const room = queryClient.getQueryData<ReviewRoom>(key);
  if (!room?.mine) {
    void queryClient.invalidateQueries({ queryKey: key });
    return;
  }
  const { mine } = room;
  const ratings = mine.ratings.filter(({ dimension }) => dimension !== part);
  const next =
    'dimension' in kept ? { ...mine, ratings: [...ratings, kept] } : { ...mine, summary: kept };
  queryClient.setQueryData<ReviewRoom>(key, { ...room, mine: next });
}

/** What the server keeps of a part, as it answered. */
async function sendPart(
  id: string,
  part: string,
  of: { value: Part; revision: number },
): Promise<Rating | Summary> {
  const { value, revision } = of;
  const kept =
    'opinion' in value
      ? await call(routes.keepSummary, { id, ...value, revision })
      : await call(routes.keepRating, { id, dimension: part, ...value, revision });
  remember(id, part, kept);
  return kept;
}

/** Of two versions of a part the later one: an answer that was asked for earlier may come after what was kept since. */
function later<T extends { revision: number }>(one: T | undefined, other: T | undefined) {
  return (one?.revision ?? -1) > (other?.revision ?? -1) ? one : other;
}

function meaningOf(error: unknown): 'conflict' | 'over' | null {
  const code = error instanceof ApiError ? error.code : '';
  // What was written waits on the device.
  noticeSignedOut(error);
  return code === 'staleVersion' ? 'conflict' : code === 'scorecardSubmitted' ? 'over' : null;
}

/** A part as it was written, and the state of the server's that it was written on. */
interface Draft {
  value: Part;
  revision: number;
}

/** How each part stands, what of it the server does not have yet, and what it answered last. */
function useTold() {
  const [unsaved, setUnsaved] = useState(new Map<string, Part>());
  const [states, setStates] = useState(new Map<string, KeepState>());
  const [kept, setKept] = useState(new Map<string, Rating | Summary>());
  const put = useCallback((part: string, state: KeepState, value: Part | null) => {
    setStates((before) => new Map(before).set(part, state));
    setUnsaved((before) => {
      const after = new Map(before);
      return value === null ? (after.delete(part), after) : after.set(part, value);
    });
  }, []);
  const putKept = useCallback((part: string, answer: Rating | Summary) => {
    setKept((before) => new Map(before).set(part, answer));
  }, []);
  return { unsaved, states, kept, put, putKept };
}

const draftName = (whose: string, id: string, part: string) => `${whose} ${id} ${part}`;

const leftBehind = (whose: string, id: string, part: string) =>
  draftOf(draftName(whose, id, part)) as Draft | null;

/** One keeper for each part, and what of them the server does not have yet: that outlives the page. */
function useKeepers(id: string, whose: string, of: { mine: Scorecard | null; parts: string[] }) {
  const { mine, parts } = of;
  const keepers = useRef(new Map<string, Keeper<Part>>());
  const { put, putKept, ...facts } = useTold();
  const latest = useRef(mine);
  latest.current = mine;
  const keeperOf = useCallback(
    (part: string) => {
      const known = keepers.current.get(part);
      if (known) {
        return known;
      }
      const told = (state: KeepState, value: Part | null, revision: number) => {
        keepDraft(draftName(whose, id, part), value && { value, revision });
        put(part, state, value);
      };
      const send = async (value: Part, revision: number) => {
        const answer = await sendPart(id, part, { value, revision });
        putKept(part, answer);
        return answer.revision;
      };
      const draft = leftBehind(whose, id, part);
      const made = new Keeper<Part>(
        { send, meaning: meaningOf, told, pause: 500, again: 3000 },
        draft?.revision ?? revisionIn(latest.current, part),
      );
      keepers.current.set(part, made);
      return made;
    },
    [id, whose, put, putKept],
  );
  // What was left behind is taken up once, when the room opens.
  useEffect(() => {
    for (const part of parts) {
      const draft = leftBehind(whose, id, part);
      if (draft) {
        keeperOf(part).change(draft.value);
      }
    }
  }, [keeperOf]);
  useEffect(() => {
    keepers.current.forEach((keeper, part) => keeper.seen(revisionIn(mine, part)));
  }, [mine]);
  useFlush(keepers.current);
  return { keeperOf, keepers: keepers.current, ...facts };
}

/** What waits is sent when the page goes to the background or away. */
function useFlush(keepers: Map<string, Keeper<Part>>): void {
  useEffect(() => {
    const flush = () => keepers.forEach((keeper) => void keeper.flush());
    document.addEventListener('visibilitychange', flush);
    return () => {
      document.removeEventListener('visibilitychange', flush);
      flush();
      keepers.forEach((keeper) => keeper.stop());
    };
  }, [keepers]);
}

function stateOf(states: ReadonlyMap<string, KeepState>): KeepState {
  const all = [...states.values()];
  const worst: KeepState[] = ['over', 'conflict', 'failed', 'saving', 'waiting'];
  return worst.find((one) => all.includes(one)) ?? 'kept';
}

/** The own scorecard as it stands on the page; every change is kept at once. `whose`: who is signed in. */
export function useScorecard(room: ReviewRoom, whose: string) {
  const { interviewId: id, mine, dimensions } = room;
  const parts = [...dimensions.map(({ code }) => code), summaryPart];
  const { keeperOf, keepers, unsaved, states, kept } = useKeepers(id, whose, { mine, parts });
  const ratings = useMemo(
    () =>
      new Map(
        dimensions.map(({ code }) => {
          const own = unsaved.get(code) as RatingPart | undefined;
          const known = later(kept.get(code) as Rating | undefined, ratingIn(mine, code));
          return [code, own ?? known ?? emptyRating] as const;
        }),
      ),
    [dimensions, mine, unsaved, kept],
  );
  const summary: SummaryPart =
    (unsaved.get(summaryPart) as SummaryPart | undefined) ??
    later(kept.get(summaryPart) as Summary | undefined, mine?.summary) ??
    emptySummary;
  const missing =
    dimensions.filter(({ code, asked }) => asked && ratings.get(code)?.level == null).length +
    (summary.opinion === null ? 1 : 0);
  const rate = (code: string, change: Partial<RatingPart>) => {
    const { level, note, place } = ratings.get(code) ?? emptyRating;
    keeperOf(code).change({ level, note, place, ...change });
  };
  const conclude = (change: { opinion?: Opinion; reason?: string }) => {
    const { opinion, reason } = summary;
    keeperOf(summaryPart).change({ opinion, reason, ...change });
  };
  const flush = () => Promise.all([...keepers.values()].map((keeper) => keeper.flush()));
  const stopped = (why: KeepState) =>
    [...states].flatMap(([part, state]) => (state === why ? [part] : []));
  const [conflicts, over] = [stopped('conflict'), stopped('over')];
  const settle = useSettle(id, keeperOf);
  const submitted = mine?.submittedAt != null;
  const facts = { ratings, summary, missing, submitted, conflicts, over, state: stateOf(states) };
  return { ...facts, rate, conclude, flush, settle };
}

/** Of two versions one counts: what stands here, or what another page has kept meanwhile. */
function useSettle(id: string, keeperOf: (part: string) => Keeper<Part>) {
  return async (part: string, whose: 'mine' | 'other') => {
    const room = await call(routes.reviewRoom, { id });
    queryClient.setQueryData(keyOf(routes.reviewRoom, { id }), room);
    const revision = revisionIn(room.mine, part);
    if (whose === 'mine') {
      await keeperOf(part).overrule(revision);
    } else {
      keeperOf(part).drop(revision);
    }
  };
}

export type OwnScorecard = ReturnType<typeof useScorecard>;
