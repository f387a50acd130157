import type { AttemptRow } from './entities/interview.entity.js';
import type { AnswerParts } from './interview-view.js';

/** So often beyond the plan's recordings may one question be answered again because its recording was bad. */
const mostAgain = 2;

/**
 * A recording of which nobody can hear anything: nothing arrived, no program can read it, or the engine found no word in
 * it. Words written by hand make up for it. An engine that is away says nothing about the recording.
 * @param words those that count; null: none
 */
export function isUnheard(
  { mode, recognition }: Pick<AttemptRow, 'mode' | 'recognition'>,
  words: string | null,
  hasMedia: boolean,
): boolean {
  if (mode === 'text' || recognition === 'pending' || (words ?? '').trim() !== '') {
    return false;
  }
  return !hasMedia || recognition === 'broken' || recognition === 'done';
}

/** The recording that was given as the answer and may be given again; null where there is none, or it was often enough. */
export function givenRecording(part: AnswerParts, reRecordings: number): AttemptRow | null {
  const { answer, attempts } = part;
  const finished = attempts.filter(({ state }) => state === 'finished').length;
  const chosen = attempts.find(({ id }) => id === answer.chosenAttemptId);
  const open = answer.state === 'done' && finished <= reRecordings + mostAgain;
  return open && chosen && chosen.mode !== 'text' ? chosen : null;
}
