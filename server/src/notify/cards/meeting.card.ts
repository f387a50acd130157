import type { Locale } from '@zhiyu/contracts/basics';
import type { CardBlock, CardButton } from '@zhiyu/contracts/card';
import type { CardContent } from '../card-content.js';
import { inLine, timeText } from '../time-text.js';
import { candidateMeetingWords, staffMeetingWords } from './meeting.words.js';
import type { StaffLocale } from './staff-locale.js';

interface Round {
  name: string;
  minutes: number;
  startsAt: number;
  place: string;
  contact: string;
}

interface MeetingProps {
  positionName: string;
  now: number;
  round: Round;
  /** Other beginnings to choose from; none: there is no such button. */
  times: readonly number[];
  /** Where all is arranged. */
  href: string;
}

export interface CandidateMeetingProps extends MeetingProps {
  locale: Locale;
  calendarHref: string;
}

export interface StaffMeetingProps extends MeetingProps {
  locale: StaffLocale;
  candidateName: string;
}

/** What a card about a round says; `day` and `hour`: how near it is. */
export type CandidateMeetingNews = 'offered' | 'moved' | 'cancelled' | 'day' | 'hour';
export type StaffMeetingNews = 'moved' | 'cancelled' | 'day' | 'hour';

interface Labels {
  when: string;
  where: string;
  contact: string;
  move: string;
  which: string;
  cancel: string;
  page: string;
  round: (name: string, minutes: number) => string;
}

function facts(props: MeetingProps, locale: Locale, say: Labels): CardBlock[] {
  const { round, now } = props;
  const fact = (label: string, value: string): CardBlock => ({ type: 'fact', label, value });
  return [
    { type: 'text', text: say.round(round.name, round.minutes) },
    fact(say.when, timeText(round.startsAt, now, locale)),
    fact(say.where, round.place),
    fact(say.contact, round.contact),
  ];
}

function moveButton(props: MeetingProps, locale: Locale, say: Labels): CardButton[] {
  const options = props.times.map((at) => ({
    value: String(at),
    label: timeText(at, props.now, locale),
  }));
  const ask = { label: say.which, options, freeText: false };
  return options.length === 0 ? [] : [{ action: 'move', label: say.move, style: 'plain', ask }];
}

/** To the candidate: times to choose from, another time, cancelled, tomorrow, in an hour. */
export function candidateMeetingCard(
  props: CandidateMeetingProps,
  news: CandidateMeetingNews,
): CardContent {
  const { locale, positionName, href, calendarHref } = props;
  const say = candidateMeetingWords[locale];
  const off = news === 'cancelled';
  const calendar: CardButton = {
    ...{ action: 'open', label: say.calendar, style: 'primary', href: calendarHref },
  };
  const cancel: CardButton = { action: 'cancel', label: say.cancel, style: 'quiet' };
  const page: CardButton = { action: 'open', label: say.page, style: 'quiet', href };
  return {
    locale,
    eyebrow: positionName,
    title: say.title[news],
    figure: null,
    blocks: [{ type: 'text', text: say.text[news] }, ...facts(props, locale, say)],
    buttons: off ? [page] : [calendar, ...moveButton(props, locale, say), cancel, page],
    footnote: '',
  };
}

/** To the interviewers: the candidate moved it or cannot come; tomorrow; in an hour. */
export function staffMeetingCard(props: StaffMeetingProps, news: StaffMeetingNews): CardContent {
  const { locale, positionName, candidateName, href } = props;
  const say = staffMeetingWords[locale];
  const off = news === 'cancelled';
  const text: CardBlock[] = off ? [{ type: 'text', text: say.cancelledText }] : [];
  const cancel: CardButton[] = off ? [] : [{ action: 'cancel', label: say.cancel, style: 'quiet' }];
  const page: CardButton = { action: 'open', label: say.page, style: 'quiet', href };
  return {
    locale,
    eyebrow: positionName,
    title: say.title[news](candidateName),
    figure: null,
    blocks: [...text, ...facts(props, locale, say)],
    buttons: [...moveButton(props, locale, say), ...cancel, page],
    footnote: '',
  };
}

/** What a press on it has led to. @param to the new beginning; null: cancelled */
export function meetingDone(card: CardContent, to: number | null, now: number): CardContent {
  const { locale } = card;
  const forStaff = card.buttons.some(
    ({ label }) => label === staffMeetingWords[staff(locale)].page,
  );
  const say = forStaff ? staffMeetingWords[staff(locale)] : candidateMeetingWords[locale];
  const title = to === null ? say.cancelled : say.moved(inLine(timeText(to, now, locale)));
  const record: CardBlock = {
    ...{ type: 'record', glyph: to === null ? 'reject' : 'pass', title, detail: '' },
  };
  const buttons = card.buttons.filter((button) => button.href !== undefined);
  const blocks = card.blocks.filter((block) => block.type === 'fact').slice(1);
  return { ...card, blocks: [record, ...(to === null ? [] : blocks)], buttons, footnote: '' };
}

const staff = (locale: Locale): StaffLocale => (locale === 'zh' ? 'zh' : 'en');
