import type { Locale } from '@zhiyu/contracts/basics';
import { type Stretch, unsureStretches, within } from '@zhiyu/contracts/heard';
import type { Evidence, Report, Transcript } from '@zhiyu/contracts/scoring';
import { joinTranscript } from '../engine/transcript-text.js';

/** What stands behind words that were not heard for sure, and what it means. */
const marks: Record<Locale, { mark: string; note: string }> = {
  zh: { mark: '〔？〕', note: '〔？〕前面的词没有听清' },
  en: { mark: ' [?]', note: '[?]: the words before it were not heard for sure' },
  ja: { mark: '〔？〕', note: '〔？〕の前の語は確かに聞き取れていません' },
  fr: { mark: ' [?]', note: '[?] : les mots qui précèdent n’ont pas été entendus avec certitude' },
};

function marked(text: string, unsure: readonly Stretch[], mark: string): string {
  return unsure.reduceRight((left, [, to]) => `${left.slice(0, to)}${mark}${left.slice(to)}`, text);
}

/** A transcript on paper, and what its marks mean; without a note where nothing is marked. */
export function heardText(transcript: Transcript, locale: Locale): { words: string; note: string } {
  const unsure = unsureStretches(transcript);
  const { mark, note } = marks[locale];
  const words = marked(joinTranscript(transcript).text, unsure, mark);
  return { words, note: unsure.length > 0 ? note : '' };
}

/** A quote with its marks; as it is where the answer holds other words at its place. */
export function heardQuote(
  { quote, answerId, start, end }: Pick<Evidence, 'quote' | 'answerId' | 'start' | 'end'>,
  { answers, locale }: Pick<Report, 'answers' | 'locale'>,
): string {
  const transcript = answers.find((one) => one.answerId === answerId)?.transcript;
  if (!transcript || joinTranscript(transcript).text.slice(start, end) !== quote) {
    return quote;
  }
  return marked(quote, within(unsureStretches(transcript), start, end), marks[locale].mark);
}
