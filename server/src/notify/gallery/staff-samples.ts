import { usualScale } from '@zhiyu/contracts/score-scale';
import {
  approvalCard,
  approvalDecided,
  type ApprovalProps,
  type ApprovalScore,
} from '../cards/approval.card.js';
import { apartCard, mentionCard, reviewAskedCard, roundEndedCard } from '../cards/review.card.js';
import { offerNewsSamples, offerSamples } from './offer-samples.js';
import { officeSamples } from './office-samples.js';
import { personAskedCard, type PersonWish } from '../cards/notice.card.js';
import { promiseEndCard, promiseHalfCard, promiseKeptCard } from '../cards/promise-due.card.js';
import { screeningReviewCard, screeningReviewDecided } from '../cards/screening-review.card.js';
import type { StaffLocale } from '../cards/staff-locale.js';
import { digestSamples } from './digest-samples.js';
import { staffMeetingSamples } from './meeting-samples.js';
import { gradeSamples } from './grade-samples.js';
import { sampleWords } from './sample-people.js';
import { requestSamples } from './request-samples.js';
import type { SampleOf, SamplesOf } from './sample.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const href = '/pages/applications/index';

const words = {
  zh: {
    dimensions: ['服务意识', '情绪稳定', '文化匹配'],
    rules: [
      { rule: '工作满 3 年', found: '2 年 1 个月', lineText: '2024.10 至今 店员' },
      { rule: '英语能交流', found: '', lineText: null },
    ],
    note: '想再听一个带团队的例子。',
    next: '示例：答完加问后，会再提醒两位',
  },
  en: {
    dimensions: ['Service', 'Calm', 'Culture'],
    rules: [
      { rule: 'Three years of work', found: '2 years 1 month', lineText: 'Since 2024.10 clerk' },
      { rule: 'Speaks English', found: '', lineText: null },
    ],
    note: 'I would like one more example of leading a team.',
    next: 'Example: both of you are told once it is answered',
  },
} as const;

function approvals(locale: StaffLocale, now: number): SampleOf[] {
  const say = sampleWords[locale];
  const [first, second, third] = words[locale].dimensions;
  const dimensions: ApprovalScore[] = [
    { name: first, value: 90, standardError: 4, requirement: 75, verdict: 'meets' },
    { name: second, value: 72, standardError: 9, requirement: 75, verdict: 'crosses' },
    { name: third, value: null, standardError: null, requirement: 70, verdict: 'unknown' },
  ];
  const facts = say.strengths.map((point, at) => ({ ...point, seconds: 40 + at * 75 }));
  const props: ApprovalProps = {
    ...{ locale, now, candidateName: say.candidate, positionName: say.position, dimensions, facts },
    ...{
      scale: usualScale,
      weighed: null,
      highPotential: false,
      finishedAt: now - hourMs,
      typed: 'none',
      holderNames: [say.contact, say.manager],
    },
    total: { value: 85, standardError: 3, requirement: 75, coverage: 0.9 },
    ...{ promiseAt: now + 2 * dayMs, reportHref: href },
  };
  const card = approvalCard(props);
  const decided = approvalDecided(card, {
    ...{ kind: 'hold', byName: say.manager, at: now, reason: 'needsTalk' },
    ...{ note: words[locale].note, next: words[locale].next },
  });
  return [
    { name: 'open', content: card, state: 'open' },
    {
      ...{ name: 'weighed', state: 'open' },
      content: approvalCard({
        ...props,
        weighed: { voice: 5, face: 10, words: 81, differs: false },
      }),
    },
    { name: 'decided', content: decided, state: 'done' },
  ];
}

function screenings(locale: StaffLocale, now: number): SampleOf[] {
  const say = sampleWords[locale];
  const [short, silent] = words[locale].rules;
  const props = {
    ...{ locale, now, candidateName: say.candidate, positionName: say.position, held: 3 },
    ...{ appliedAt: now - dayMs, promiseAt: now + 2 * dayMs, resumeHref: href },
    open: [
      { ...short, outcome: 'failed' as const, line: 7 },
      { ...silent, outcome: 'unknown' as const, line: null },
    ],
  };
  const decided = screeningReviewDecided(props, {
    ...{ invited: true, byName: say.contact, at: now, reason: null },
  });
  return [
    { name: 'open', content: screeningReviewCard(props), state: 'open' },
    { name: 'decided', content: decided, state: 'done' },
  ];
}

function promises(locale: StaffLocale, now: number): SampleOf[] {
  const say = sampleWords[locale];
  const props = {
    ...{ locale, now, candidateName: say.candidate, positionName: say.position, href },
    ...{ ownerName: say.contact, dueAt: now + 6 * hourMs },
  };
  const end = promiseEndCard({ ...props, dueAt: now - hourMs });
  return [
    { name: 'half', content: promiseHalfCard(props), state: 'open' },
    { name: 'end', content: end, state: 'open' },
    { name: 'kept', content: promiseKeptCard(props, now), state: 'done' },
  ];
}

function reviews(locale: StaffLocale): SampleOf[] {
  const { candidate, position, contact } = sampleWords[locale];
  const props = { locale, candidateName: candidate, positionName: position, href };
  const text = locale === 'zh' ? '这一步是她自己做的吗？' : 'Was this step her own?';
  const said = { byName: contact, text, seconds: 96 };
  return [
    { name: 'mention', content: mentionCard(props, said), state: 'open' },
    { name: 'rateAsked', content: reviewAskedCard(props, contact), state: 'open' },
    { name: 'rateRound', content: roundEndedCard(props), state: 'open' },
    { name: 'apart', content: apartCard(props, 2), state: 'open' },
  ];
}

/** Cards that go to people of the company. */
export function staffSamples(locale: StaffLocale, now: number): SamplesOf {
  const { candidate, position } = sampleWords[locale];
  const asked = (wish: PersonWish) =>
    personAskedCard({
      ...{ locale, now, candidateName: candidate, positionName: position, href },
      ...{ wish, answerBy: now + 2 * dayMs },
    });
  return {
    approval: approvals(locale, now),
    screeningReview: screenings(locale, now),
    promiseDue: promises(locale, now),
    notice: [
      { name: 'personAsked', content: asked('person'), state: 'open' },
      { name: 'timeAsked', content: asked('reschedule'), state: 'open' },
      ...reviews(locale),
      ...officeSamples(locale),
      ...offerNewsSamples(locale),
    ],
    request: requestSamples(locale, now),
    grade: gradeSamples(locale, now),
    meeting: staffMeetingSamples(locale, now),
    offer: offerSamples(locale, now),
    ...digestSamples(locale, now),
  };
}
