import { useMemo } from 'react';
import type { ReviewRoom } from '@zhiyu/contracts/review';
import { chaptersOf, linesOf, marksOf, silencesOf } from './review.shared';
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
    const marks = marksOf({ answers, evidence, dimensions });
    const order = answers.map(({ answerId }) => answerId);
    const stops = stopsOf(order, { lines, marks });
    return { chapters, lines, silences, marks, order, stops };
  }, [answers, evidence, dimensions, may.media]);
}

export type Watched = ReturnType<typeof useWatched>;
