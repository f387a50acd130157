import { type Stretch, unsureStretches, within } from '@zhiyu/contracts/heard';
import type { AnswerReport, DimensionScore, Evidence, Transcript } from '@zhiyu/contracts/scoring';

/** The transcript as one string: nothing between segments in Chinese and Japanese, a space elsewhere. */
export function wordsOf(transcript: Transcript): string {
  const tight = transcript.locale === 'zh' || transcript.locale === 'ja';
  return transcript.segments.map(({ text }) => text).join(tight ? '' : ' ');
}

/** The words of every answer, by the answer. */
export function textsOf(
  answers: readonly Pick<AnswerReport, 'answerId' | 'transcript'>[],
): Map<string, string> {
  return new Map(
    answers.map(({ answerId, transcript }) => [answerId, transcript ? wordsOf(transcript) : '']),
  );
}

interface QuoteParts {
  before: string;
  said: string;
  after: string;
  /** Places in what was said that were not heard for sure. */
  unsure: Stretch[];
}

/** Letters shown on each side of a quote at most. */
const AROUND = 28;
const ENDS = /[。！？；.!?;\n]/;

function lead(text: string): string {
  const part = text.slice(-AROUND);
  const cut = Math.max(...[...part].map((letter, at) => (ENDS.test(letter) ? at : -1)), -1);
  return cut >= 0 ? part.slice(cut + 1) : (text.length > AROUND ? '…' : '') + part;
}

function tail(text: string): string {
  const part = text.slice(0, AROUND);
  const cut = part.search(ENDS);
  return cut >= 0 ? part.slice(0, cut + 1) : part + (text.length > AROUND ? '…' : '');
}

/** The quote in its sentence, where the transcript still holds the same words at the same place. */
export function quoteIn(
  evidence: Pick<Evidence, 'quote' | 'start' | 'end'>,
  transcript: Transcript | null,
): QuoteParts {
  const text = transcript ? wordsOf(transcript) : '';
  const { start, end } = evidence;
  if (!transcript || text.slice(start, end) !== evidence.quote) {
    return { before: '', said: evidence.quote, after: '', unsure: [] };
  }
  return {
    before: lead(text.slice(0, start)).trimStart(),
    said: evidence.quote,
    after: tail(text.slice(end)).trimEnd(),
    unsure: within(unsureStretches(transcript), start, end),
  };
}

/** Which dimension to open first: the one that crosses, then the one under, then the first with evidence. */
export function openFirst(dimensions: readonly DimensionScore[]): string | null {
  const found =
    dimensions.find(({ verdict }) => verdict === 'crosses') ??
    dimensions.find(({ verdict }) => verdict === 'below') ??
    dimensions.find(({ evidence }) => evidence.length > 0);
  return found?.code ?? null;
}

/** Where a recording can be asked for: the range of an attempt. */
export function mediaOf(attemptId: string): string {
  return `/api/media/by-attempt/${attemptId}`;
}

export function canPlay(answer: AnswerReport | undefined): answer is AnswerReport & {
  attemptId: string;
} {
  return answer !== undefined && answer.hasMedia && answer.attemptId !== null;
}

/** Seconds of all spoken answers together; null where none was timed. */
export function spokenSeconds(answers: readonly AnswerReport[]): number | null {
  const spoken = answers.filter(({ mode }) => mode !== 'text');
  const timed = spoken.map(({ seconds }) => seconds).filter((seconds) => seconds !== null);
  return timed.length === 0 ? null : timed.reduce((sum, seconds) => sum + seconds, 0);
}
