import type { Locale } from '@zhiyu/contracts/basics';
import { consentCopyCard } from '../cards/consent-copy.card.js';
import {
  invitationCard,
  invitationDone,
  invitationExpired,
  invitationLater,
  invitationPerson,
} from '../cards/invitation.card.js';
import { type Notice, noticeCard } from '../cards/notice.card.js';
import { poolInviteCard, poolInviteEnded } from '../cards/pool-invite.card.js';
import { lastRoundCard, resultCard } from '../cards/result.card.js';
import { type ThanksProps, thanksCard, thanksJoined } from '../cards/thanks.card.js';
import { ownMeetingSamples } from './meeting-samples.js';
import type { SampleWords } from './sample-people.js';
import { ownOfferSamples } from './offer-samples.js';
import { answerSamples } from './request-samples.js';
import type { SampleOf, SamplesOf } from './sample.js';

const dayMs = 86_400_000;
const href = '/pages/status/index';

const open = (name: string, content: SampleOf['content']): SampleOf => ({
  ...{ name, content, state: 'open' },
});
const done = (name: string, content: SampleOf['content']): SampleOf => ({
  ...{ name, content, state: 'done' },
});

function invitations(locale: Locale, now: number, say: SampleWords): SampleOf[] {
  const props = {
    ...{ locale, now, positionName: say.position, minutes: 18, questions: 6, keepDays: 90 },
    ...{ deadline: now + 3 * dayMs, deciderName: say.contact },
    interviewHref: '/pages/interview/index',
  };
  return [
    open('open', invitationCard(props)),
    open('later', invitationLater(props, now + dayMs)),
    open('person', invitationPerson(props, now + dayMs)),
    done('done', invitationDone(props, now)),
    open('expired', invitationExpired(props)),
  ];
}

function notices(locale: Locale, now: number, say: SampleWords): SampleOf[] {
  const { position, contact, manager } = say;
  const answerBy = now + 2 * dayMs;
  const all: Notice[] = [
    { about: 'reminder', deadline: answerBy },
    { about: 'received', contactName: contact, answerBy },
    { about: 'scoring', deciderName: contact, answerBy },
    { about: 'promise', contactName: contact, answerBy },
    { about: 'late', contactName: contact, answerBy },
    { about: 'newQuestion', askerName: manager, deadline: answerBy },
    { about: 'writtenTest', title: say.test, minutes: 30, deadline: answerBy },
  ];
  const props = { locale, positionName: position, now, href };
  return all.map((notice) => open(notice.about, noticeCard(props, notice)));
}

/** The copy of the consents, and how it reads where voice and face were agreed to count. */
function copies(locale: Locale, now: number, say: SampleWords): SampleOf[] {
  const props = {
    ...{ locale, now, at: now, href, positionName: say.position, companyName: say.company },
    state: { recording: true, transcription: true, automatedAssessment: true, talentPool: false },
  };
  const face = { ...props.state, facialObservation: true };
  return [
    open('consents', consentCopyCard({ ...props, shares: { voice: 0, face: 0 } })),
    open(
      'consentsWeighed',
      consentCopyCard({ ...props, state: face, shares: { voice: 5, face: 10 } }),
    ),
  ];
}

function results(locale: Locale, now: number, say: SampleWords): SampleOf[] {
  const next = {
    ...{ name: say.round, minutes: 45, place: say.place, contactName: say.contact },
    ...{ at: now + 3 * dayMs, agreeBy: now + 2 * dayMs, contactPhone: null },
    calendarHref: '/api/calendar/example.ics',
  };
  const props = {
    ...{ locale, now, candidateName: say.candidate, positionName: say.position, praise: '' },
    ...{ deciderName: say.manager, statusHref: href, passed: null },
  };
  return [
    open('open', resultCard({ ...props, next })),
    open('lastRound', lastRoundCard({ ...props, passed: say.round, contactName: say.contact })),
    open('timeOpen', resultCard({ ...props, next: { ...next, at: null, calendarHref: null } })),
  ];
}

function poolInvites(locale: Locale, say: SampleWords): SampleOf[] {
  const card = poolInviteCard({
    ...{ locale, candidateName: say.candidate, companyName: say.company },
    ...{ positionName: say.position, contactName: say.contact, place: say.place, pay: '' },
  });
  return [
    open('open', card),
    done('came', poolInviteEnded(card, 'came')),
    done('declined', poolInviteEnded(card, 'declined')),
    done('over', poolInviteEnded(card, 'over')),
  ];
}

function letters(locale: Locale, now: number, say: SampleWords): SampleOf[] {
  const strengths = say.strengths.map((point, at) => ({ ...point, seconds: 40 + at * 75 }));
  const props: ThanksProps = {
    ...{ locale, now, candidateName: say.candidate, companyName: say.company },
    ...{ positionName: say.position, deciderName: say.manager, checkedBy: null },
    ...{ interviewed: true, strengths, practice: { ...say.practice, seconds: 190 } },
    ...{ poolMonths: 12, letterHref: href },
  };
  const applied = { ...props, interviewed: false, strengths: [], practice: null };
  return [
    open('open', thanksCard(props)),
    open('applied', thanksCard(applied)),
    done('joined', thanksJoined(props, now + 365 * dayMs)),
  ];
}

/** Cards that go to candidates. @param say who and what they speak of */
export function candidateSamples(locale: Locale, now: number, say: SampleWords): SamplesOf {
  return {
    invitation: invitations(locale, now, say),
    notice: [
      ...notices(locale, now, say),
      ...answerSamples(locale, now),
      ...copies(locale, now, say),
      ...ownOfferSamples(locale, now),
    ],
    result: results(locale, now, say),
    thanks: letters(locale, now, say),
    poolInvite: poolInvites(locale, say),
    meeting: ownMeetingSamples(locale, now, say),
  };
}
