import type { AccommodationKind } from '@zhiyu/contracts/arrangements';
import type { Locale } from '@zhiyu/contracts/basics';
import type { CardBlock } from '@zhiyu/contracts/card';
import type { CardContent } from '../card-content.js';
import { inLine, timeText } from '../time-text.js';
import { requestAnswerWords } from './request-answer.words.js';

/** What came of a request, in what the candidate has to know. */
export type RequestAnswer =
  | { about: 'extended'; deadline: number }
  /** Nobody had asked for it. */
  | { about: 'later'; deadline: number }
  | { about: 'accommodated'; kinds: readonly AccommodationKind[] }
  | { about: 'erased'; at: number }
  | { about: 'question' | 'review'; asked: string }
  | { about: 'reopened' | 'notExtended' | 'notAccommodated' | 'notErased' };

export interface RequestAnswerProps {
  locale: Locale;
  positionName: string;
  now: number;
  /** Who answered. */
  byName: string;
  /** In words; empty where yes was enough. */
  text: string;
  /** The page the button opens. */
  href: string;
}

function lead(props: RequestAnswerProps, answer: RequestAnswer): { title: string; text: string } {
  const say = requestAnswerWords[props.locale];
  const time = (at: number) => inLine(timeText(at, props.now, props.locale));
  switch (answer.about) {
    case 'extended':
      return say.extended(time(answer.deadline));
    case 'later':
      return say.later(props.byName, time(answer.deadline));
    case 'accommodated':
      return say.accommodated(answer.kinds.map((kind) => say.accommodations[kind]));
    case 'erased':
      return say.erased(time(answer.at));
    default:
      return say[answer.about](props.byName);
  }
}

/** To the candidate: what a person of the company answered. */
export function requestAnswerCard(props: RequestAnswerProps, answer: RequestAnswer): CardContent {
  const { locale, positionName, text, href } = props;
  const { title, text: first } = lead(props, answer);
  const asked = 'asked' in answer ? answer.asked : '';
  const quote: CardBlock = { type: 'quote', text: asked, seconds: null, note: '' };
  const texts = [first, text]
    .filter(Boolean)
    .map((one): CardBlock => ({ type: 'text', text: one }));
  return {
    locale,
    eyebrow: positionName,
    title,
    figure: null,
    blocks: asked === '' ? texts : [quote, ...texts],
    buttons: [{ action: 'open', label: requestAnswerWords[locale].open, style: 'plain', href }],
    footnote: '',
  };
}
