import type { Locale } from '@zhiyu/contracts/basics';
import { candidateMeetingCard, meetingDone, staffMeetingCard } from '../cards/meeting.card.js';
import type { StaffLocale } from '../cards/staff-locale.js';
import type { SampleOf } from './sample.js';
import { sampleWords, type SampleWords } from './sample-people.js';

const dayMs = 86_400_000;
const hourMs = 3_600_000;

function aRound(say: SampleWords, now: number) {
  const startsAt = Math.ceil((now + dayMs) / hourMs) * hourMs;
  return {
    positionName: say.position,
    now,
    round: { name: say.round, minutes: 45, startsAt, place: say.place, contact: say.contact },
    times: [startsAt + 2 * hourMs, startsAt + dayMs],
  };
}

/** A round with people, to the candidate. */
export function ownMeetingSamples(locale: Locale, now: number, say: SampleWords): SampleOf[] {
  const props = {
    ...{ locale, ...aRound(say, now), href: '/pages/meeting/index' },
    calendarHref: '/api/calendar/example.ics',
  };
  const moved = candidateMeetingCard(props, 'moved');
  return [
    { name: 'offered', content: candidateMeetingCard(props, 'offered'), state: 'open' },
    { name: 'moved', content: moved, state: 'open' },
    { name: 'day', content: candidateMeetingCard(props, 'day'), state: 'open' },
    { name: 'hour', content: candidateMeetingCard(props, 'hour'), state: 'open' },
    { name: 'cancelled', content: candidateMeetingCard(props, 'cancelled'), state: 'open' },
    { name: 'done', content: meetingDone(moved, props.times[0] ?? now, now), state: 'done' },
  ];
}

/** The same, to the interviewers. */
export function staffMeetingSamples(locale: StaffLocale, now: number): SampleOf[] {
  const say = sampleWords[locale];
  const props = {
    ...{ locale, ...aRound(say, now), href: '/pages/meetings/index' },
    candidateName: say.candidate,
  };
  const day = staffMeetingCard(props, 'day');
  return [
    { name: 'theyMoved', content: staffMeetingCard(props, 'moved'), state: 'open' },
    { name: 'theyCancelled', content: staffMeetingCard(props, 'cancelled'), state: 'open' },
    { name: 'staffDay', content: day, state: 'open' },
    { name: 'staffHour', content: staffMeetingCard(props, 'hour'), state: 'open' },
    { name: 'staffDone', content: meetingDone(day, null, now), state: 'done' },
  ];
}
