import { type Alert, alertCard, alertEnded } from '../cards/alert.card.js';
import type { DigestFacts, MonthFacts } from '@zhiyu/contracts/digest';
import { digestCard } from '../cards/digest.card.js';
import { monthCard } from '../cards/month.card.js';
import { groupResultCard } from '../cards/group-result.card.js';
import type { StaffLocale } from '../cards/staff-locale.js';
import { passRateSamples } from './pass-rate-samples.js';
import { sampleWords } from './sample-people.js';
import type { SampleOf, SamplesOf } from './sample.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const href = '/pages/board/index';

const none = { screening: 0, interview: 0, review: 0, people: 0, offer: 0, hired: 0 };

const monthFacts: MonthFacts = {
  month: '2026-10',
  applied: { now: 64, before: 51 },
  hired: { now: 7, before: 5 },
  rates: [
    { name: 'completion', now: { value: 0.82, of: 50 }, before: { value: 0.78, of: 41 } },
    { name: 'surveyed', now: { value: 0.5, of: 4 }, before: { value: null, of: 0 } },
  ],
  times: [
    { name: 'cycle', now: { value: 14 * dayMs, of: 7 }, before: { value: 21 * dayMs, of: 5 } },
    { name: 'notice', now: { value: 2 * hourMs, of: 58 }, before: { value: null, of: 0 } },
  ],
};

function digests(locale: StaffLocale, now: number): SampleOf[] {
  const { position } = sampleWords[locale];
  const facts: DigestFacts = {
    waiting: { count: 3, since: now - 2 * dayMs },
    applied: { now: 12, before: 8 },
    interviewed: { now: 5, before: 6 },
    passed: { now: 2, before: 1 },
    hired: { now: 1, before: 0 },
    promises: { kept: 7, broken: 1 },
    positions: [
      {
        ...{ name: position, headcount: 5 },
        standing: { ...none, screening: 2, interview: 3, review: 1, hired: 4 },
      },
    ],
    days: [2, 0, 1, 4, 3, 1, 1].map((applied, n) => ({ day: now - (7 - n) * dayMs, applied })),
  };
  const props = { locale, now, href, facts };
  return [
    { name: 'weekly', content: digestCard({ ...props, rhythm: 'weekly' }), state: 'open' },
    { name: 'daily', content: digestCard({ ...props, rhythm: 'daily' }), state: 'open' },
    { name: 'monthly', content: monthCard({ locale, facts: monthFacts, href }), state: 'open' },
  ];
}

function alerts(locale: StaffLocale, now: number): SampleOf[] {
  const { candidate: candidateName, position: positionName } = sampleWords[locale];
  const card = (alert: Alert) => alertCard({ locale, now, href }, alert);
  const dueAt = now - hourMs;
  const channel = card({ about: 'channel', channel: 'mail', since: dueAt, reason: 'ETIMEDOUT' });
  const positions = [{ name: positionName, count: 3 }];
  return [
    {
      name: 'promise',
      content: card({ about: 'promise', candidateName, positionName, dueAt }),
      state: 'open',
    },
    { name: 'channel', content: channel, state: 'open' },
    {
      name: 'worksAgain',
      content: alertEnded(channel, { by: 'worksAgain', at: now }),
      state: 'done',
    },
    {
      name: 'pile',
      content: card({ about: 'pile', since: now - 3 * dayMs, positions }),
      state: 'open',
    },
  ];
}

/** Cards that tell how things stand, not what one candidate does. */
export function digestSamples(locale: StaffLocale, now: number): SamplesOf {
  const { position: positionName } = sampleWords[locale];
  const counts = { from: now - 3 * dayMs, passed: 3, hired: 1, headcount: 5 };
  const result = groupResultCard({ locale, now, href, positionName, ...counts });
  return {
    digest: digests(locale, now),
    alert: [...alerts(locale, now), ...passRateSamples(locale, now)],
    groupResult: [{ name: 'open', content: result, state: 'open' }],
  };
}
