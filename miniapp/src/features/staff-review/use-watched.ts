import { useMemo } from 'react';
import type { ReviewRoom } from '@zhiyu/contracts/review';
import { type Fold, foldsOf } from './passages.shared';
import { chaptersOf, gapsOf, linesOf, marksOf, silencesOf } from './review.shared';
import { stopsOf } from './stops.shared';

/** What can be watched and read of an interview: made once for what the server told. */
export function useWatched({ answers, evidence, dimensions, may }: ReviewRoom) {
  return useMemo(() => {
    const chapters = may.media ? chaptersOf(answers) : [];
    const lines = new Map(answers.map((one) => [one.answerId, linesOf(one, evidence)]));
    const silences = new Map(
      chapters.map(({ answer }) => [
        answer.answerId,
        silencesOf(answer.silences, lines.get(answer.answerId) ?? []),
      ]),
    );
    const gaps = new Map(
      chapters.map(({ answer: { answerId } }) => [answerId, gapsOf(lines.get(answerId) ?? [])]),
    );
    const marks = marksOf({ answers, evidence, dimensions });
    const order = answers.map(({ answerId }) => answerId);
    const stops = stopsOf(order, { lines, marks });
    // What plays is heard whole; what is read can be read by what levels rest on.
    const heard = new Set(chapters.map(({ answer }) => answer.answerId));
    const folds = new Map<string, readonly Fold[]>(
      order.map((id) => [id, heard.has(id) ? [] : foldsOf(lines.get(id) ?? [])]),
    );
    return { chapters, heard, lines, silences, gaps, marks, order, stops, folds };
  }, [answers, evidence, dimensions, may.media]);
}

export type Watched = ReturnType<typeof useWatched>;
