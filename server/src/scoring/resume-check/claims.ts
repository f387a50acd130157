import type { Contradiction, Passage } from '@zhiyu/contracts/contradictions';
import type { ResumeClaim } from '@zhiyu/contracts/resume-assessment';
import type { AnswerReport, Transcript } from '@zhiyu/contracts/scoring';
import { splitClauses } from '../engine/clauses.js';
import type { ResumeBasis, ResumeLine } from '../engine/contradictions/resume-basis.js';
import { normalise, plainly } from '../engine/normalise.js';
import { ownWords } from '../engine/story-words.js';
import { joinTranscript, type JoinedTranscript, secondsAt } from '../engine/transcript-text.js';
import { contentWords } from '../engine/words.js';

/** More nobody reads. */
const mostClaims = 12;
/** Fewer letters name a thing and claim nothing. */
const fewestLetters = 8;
/** An answer speaks of a line where so much of the line's words are in it, at least so many. */
const enough = { share: 0.5, words: 3 };

/** Not the version of a tool: Java8, Python3.11. */
const figures = /(?<![a-z\d.])\d+(?:\.\d+)?%?/giu;
/** Words of deeds and of what came of them; 负责 and 熟悉 alone tell neither. */
const deeds =
  /开发|设计|搭建|重构|优化|编写|制定|组织|培训|策划|上线|推出|提升|提高|增长|降低|减少|缩短|完成|达成|签下|解决|带领|主导|处理|盘点|\b(?:built|designed|led|launched|cut|reduced|increased|improved|wrote|trained|organi[sz]ed|managed)\b/iu;

/** What was said in an interview: its report, where one may be read. */
export interface Spoken {
  answers: AnswerReport[];
  contradictions: Contradiction[];
}

/**
 * The lines of jobs and projects, each as verified (an answer tells of it with details of one's own, and with the same
 * figure where the line has one), vague (nothing in it that can be checked) or worth a question.
 */
export function claimsIn({ work, projects }: ResumeBasis, spoken: Spoken | null): ResumeClaim[] {
  return [...work, ...projects]
    .flatMap(({ lines }) => lines)
    .filter(({ text }) => text.length >= fewestLetters)
    .slice(0, mostClaims)
    .map((line) => claimOf(line, spoken));
}

function claimOf(line: ResumeLine, spoken: Spoken | null): ResumeClaim {
  const otherwise = spoken?.contradictions.find(
    ({ other }) => other.from === 'resume' && other.line === line.line,
  );
  if (otherwise) return { ...line, standing: 'probe', ground: 'apart', by: otherwise.one };
  const by = spoken ? detailsOf(line, spoken.answers) : null;
  const figure = normalise(line.text).match(figures) !== null;
  const deed = deeds.test(line.text);
  if (by) return { ...line, standing: 'verified', ground: 'answer', by, concrete: figure || deed };
  if (figure) return { ...line, standing: 'probe', ground: 'figure', by: null };
  return deed
    ? { ...line, standing: 'probe', ground: 'deed', by: null }
    : { ...line, standing: 'vague', ground: 'general', by: null };
}

/** What a line says: its words and figures. */
interface Told {
  words: string[];
  figures: string[];
}

/** The clause that tells most of a line, in an answer that tells of it in the first person; null without one. */
function detailsOf({ text }: ResumeLine, answers: AnswerReport[]): Passage | null {
  const told: Told = {
    words: [...new Set(contentWords(plainly(text)))],
    figures: normalise(text).match(figures) ?? [],
  };
  for (const answer of answers) {
    const joined = joinTranscript(answer.transcript ?? silent);
    const words = answer.gate === null && !answer.coding ? sharedWords(told, joined.text) : [];
    const own = ownWords[answer.transcript?.locale ?? 'zh'].test(plainly(joined.text));
    if (words.length > 0 && own) return passageOf(answer, joined, words);
  }
  return null;
}

const silent = {
  origin: 'candidate',
  engine: null,
  locale: 'zh',
  segments: [],
} satisfies Transcript;

/** The line's words in an answer, where they are enough and its figures are there too; else none. */
function sharedWords({ words, figures: wanted }: Told, text: string): string[] {
  const said = plainly(text);
  const shared = words.filter((word) => said.includes(word));
  const spoken: string[] = normalise(text).match(figures) ?? [];
  const close = shared.length >= Math.max(enough.words, words.length * enough.share);
  return close && wanted.every((figure) => spoken.includes(figure)) ? shared : [];
}

function passageOf(
  { answerId, questionIndex }: AnswerReport,
  joined: JoinedTranscript,
  words: string[],
): Passage | null {
  const count = (plain: string) => words.filter((word) => plain.includes(word)).length;
  const [best] = splitClauses(joined, []).sort((a, b) => count(b.plain) - count(a.plain));
  if (!best) return null;
  const { start, end, text: quote } = best;
  const seconds = secondsAt(joined, start);
  return { from: 'answer', answerId, questionIndex, quote, start, end, seconds };
}
