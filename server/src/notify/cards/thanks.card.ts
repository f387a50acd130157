import type { Locale } from '@zhiyu/contracts/basics';
import type { CardBlock, CardButton } from '@zhiyu/contracts/card';
import type { CardContent } from '../card-content.js';
import { dayText } from '../time-text.js';
import { thanksWords } from './thanks.words.js';

/** A strength or the practice, with the candidate's own words it comes from. */
export interface LetterPoint {
  text: string;
  quote: string;
  seconds: number | null;
}

export interface ThanksProps {
  locale: Locale;
  candidateName: string;
  companyName: string;
  positionName: string;
  now: number;
  deciderName: string;
  /** False: turned down on the résumé, before an interview. */
  interviewed: boolean;
  /** Two, from the candidate's own evidence; fewer where there was none to point at. */
  strengths: LetterPoint[];
  practice: LetterPoint | null;
  /** Who read the letter's suggestions before it went out; null when nobody did. */
  checkedBy: string | null;
  /** How long the talent pool keeps a person. */
  poolMonths: number;
  letterHref: string;
}

function pointBlock(label: string, point: LetterPoint): CardBlock {
  return {
    type: 'quote',
    text: point.quote,
    seconds: point.seconds,
    note: `${label}${point.text}`,
  };
}

function blocksOf(props: ThanksProps): CardBlock[] {
  const say = thanksWords[props.locale];
  const practice = props.practice ? [pointBlock(say.practice, props.practice)] : [];
  const strengths = props.strengths.slice(0, 2).map((point) => pointBlock(say.strength, point));
  return [{ type: 'text', text: say.decided(props.deciderName) }, ...strengths, ...practice];
}

function letterButton(props: ThanksProps): CardButton {
  return {
    action: 'open',
    label: thanksWords[props.locale].letter,
    style: 'plain',
    href: props.letterHref,
  };
}

/** Where the suggestions come from; empty where there are none. */
function sourceOf(props: ThanksProps): string {
  const say = thanksWords[props.locale];
  if (props.strengths.length === 0 && props.practice === null) {
    return '';
  }
  const day = dayText(props.now, props.now, props.locale);
  return props.checkedBy === null ? say.machine(day) : say.checked(props.checkedBy, day);
}

/** The thank-you letter (感谢函): thanks by name, who decided, two strengths and one practice. */
export function thanksCard(props: ThanksProps): CardContent {
  const say = thanksWords[props.locale];
  const pool: CardButton = {
    action: 'talentPool',
    label: say.pool,
    style: 'plain',
    ask: {
      label: say.poolAsk(props.poolMonths),
      options: [{ value: 'yes', label: say.poolYes }],
      freeText: false,
    },
  };
  return {
    locale: props.locale,
    eyebrow: `${props.companyName} · ${props.positionName}`,
    title: (props.interviewed ? say.title : say.titleApplied)(props.candidateName),
    figure: null,
    blocks: blocksOf(props),
    buttons: [letterButton(props), pool],
    footnote: sourceOf(props),
  };
}

/** After joining the talent pool, until `until`. */
export function thanksJoined(props: ThanksProps, until: number): CardContent {
  const say = thanksWords[props.locale];
  const detail = say.joinedDetail(dayText(until, props.now, props.locale));
  const record: CardBlock = { type: 'record', glyph: 'pass', title: say.joined, detail };
  const letter = thanksCard(props);
  return { ...letter, blocks: [...letter.blocks, record], buttons: [letterButton(props)] };
}
