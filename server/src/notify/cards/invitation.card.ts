import type { Locale } from '@zhiyu/contracts/basics';
import type { CardBlock, CardButton } from '@zhiyu/contracts/card';
import type { CardContent } from '../card-content.js';
import { clockText, dayText, timeText } from '../time-text.js';
import { invitationWords } from './invitation.words.js';

export interface InvitationProps {
  locale: Locale;
  positionName: string;
  /** How long the interview takes, whole minutes. */
  minutes: number;
  questions: number;
  deadline: number;
  now: number;
  /** Days a recording is kept after the decision. */
  keepDays: number;
  /** Who decides. */
  deciderName: string;
  interviewHref: string;
}

type RecordBlock = Extract<CardBlock, { type: 'record' }>;

const fact = (of: { label: string; value: string }): CardBlock => ({ type: 'fact', ...of });

function buttonsOf(props: InvitationProps): {
  start: CardButton;
  later: CardButton;
  person: CardButton;
} {
  const say = invitationWords[props.locale];
  return {
    start: { action: 'open', label: say.start, style: 'primary', href: props.interviewHref },
    later: { action: 'later', label: say.later, style: 'quiet' },
    person: { action: 'person', label: say.person, style: 'quiet' },
  };
}

/** To an AI interview: what it takes, what is recorded and why, who decides, and the ways out that cost nothing. */
export function invitationCard(props: InvitationProps): CardContent {
  const { locale, deadline, now } = props;
  const say = invitationWords[locale];
  const { start, later, person } = buttonsOf(props);
  return {
    locale,
    eyebrow: say.eyebrow,
    title: props.positionName,
    figure: null,
    blocks: [
      fact(say.minutes(props.minutes)),
      fact(say.questions(props.questions)),
      fact(say.deadline(dayText(deadline, now, locale), clockText(deadline))),
      fact(say.prepare),
      fact(say.way),
      fact(say.recorded(props.keepDays)),
      fact(say.decides(props.deciderName)),
    ],
    buttons: [start, later, person],
    footnote: say.footnote,
  };
}

function turned(
  props: InvitationProps,
  record: Omit<RecordBlock, 'type'>,
  buttons: CardButton[],
): CardContent {
  const card = invitationCard(props);
  const blocks = [...card.blocks.slice(0, 3), { type: 'record' as const, ...record }];
  // What helps during an interview has no place under one that is over or will not be.
  return { ...card, blocks, buttons, footnote: '' };
}

/** After 明天提醒我: the card stays open. */
export function invitationLater(props: InvitationProps, remindAt: number): CardContent {
  const { locale, now } = props;
  const say = invitationWords[locale];
  const title = say.laterTitle(timeText(remindAt, now, locale));
  const detail = say.laterDetail(timeText(props.deadline, now, locale));
  const { start, person } = buttonsOf(props);
  const card = invitationCard(props);
  const record: RecordBlock = { type: 'record', glyph: 'hold', title, detail };
  return { ...card, blocks: [...card.blocks, record], buttons: [start, person] };
}

/** After 想和真人面; `answerBy` is when a person writes at the latest. */
export function invitationPerson(props: InvitationProps, answerBy: number): CardContent {
  const say = invitationWords[props.locale];
  const title = say.personTitle(props.deciderName);
  const time = timeText(answerBy, props.now, props.locale);
  return turned(
    props,
    { glyph: 'hold', title, detail: say.personDetail(props.deciderName, time) },
    [],
  );
}

/** The interview was handed in. */
export function invitationDone(props: InvitationProps, at: number): CardContent {
  const say = invitationWords[props.locale];
  const detail = say.doneDetail(timeText(at, props.now, props.locale));
  return turned(props, { glyph: 'pass', title: say.doneTitle, detail }, []);
}

/**
 * The deadline has passed. The button asks for a new date as `person` does: leave the card's state open so that it
 * can be pressed.
 */
export function invitationExpired(props: InvitationProps): CardContent {
  const say = invitationWords[props.locale];
  const title = say.expiredTitle(timeText(props.deadline, props.now, props.locale));
  const button: CardButton = { action: 'person', label: say.again, style: 'plain' };
  return turned(props, { glyph: 'warn', title, detail: say.expiredDetail }, [button]);
}
