import type { Locale } from '@zhiyu/contracts/basics';
import { type Asked, requestCard, requestDone } from '../cards/request.card.js';
import { type RequestAnswer, requestAnswerCard } from '../cards/request-answer.card.js';
import type { StaffLocale } from '../cards/staff-locale.js';
import type { SampleOf } from './sample.js';
import { sampleWords } from './sample-people.js';

const dayMs = 86_400_000;
const href = '/pages/status/index';
const question: Record<Locale, { asked: string; answer: string }> = {
  zh: { asked: '这个岗位要上夜班吗？', answer: '每月两次，提前一周排班。' },
  en: { asked: 'Are there night shifts?', answer: 'Two a month, planned a week ahead.' },
  ja: { asked: '夜勤はありますか。', answer: '月に二回、一週間前に決まります。' },
  fr: { asked: 'Y a-t-il des nuits ?', answer: 'Deux par mois, prévues une semaine avant.' },
};

/** To HR: each thing a candidate can ask for, and one that was answered. */
export function requestSamples(locale: StaffLocale, now: number): SampleOf[] {
  const { candidate, position, contact } = sampleWords[locale];
  const props = {
    ...{ locale, now, candidateName: candidate, positionName: position, href },
    dueAt: now + 2 * dayMs,
  };
  const all: Asked[] = [
    { kind: 'question', text: question[locale].asked },
    { kind: 'extension', days: 7, deadline: now + dayMs },
    { kind: 'accommodation', kinds: ['time2'] },
    { kind: 'review', text: '' },
    { kind: 'erasure', text: '' },
  ];
  const cards = all.map((asked) => ({
    ...{ name: asked.kind, content: requestCard({ ...props, asked }) },
    state: 'open' as const,
  }));
  const first = cards[0]?.content;
  const { answer: text } = question[locale];
  const by = { outcome: 'answered' as const, byName: contact, at: now, text };
  return first
    ? [...cards, { name: 'answered', content: requestDone(first, by), state: 'done' }]
    : cards;
}

/** To the candidate: what came of it. */
export function answerSamples(locale: Locale, now: number): SampleOf[] {
  const { position: positionName, contact: byName } = sampleWords[locale];
  const { asked, answer: text } = question[locale];
  const props = { locale, positionName, now, byName, href, text: '' };
  const said: [string, RequestAnswer, string][] = [
    ['extended', { about: 'extended', deadline: now + 7 * dayMs }, ''],
    ['accommodated', { about: 'accommodated', kinds: ['time2'] }, ''],
    ['answered', { about: 'question', asked }, text],
    ['erased', { about: 'erased', at: now + dayMs }, ''],
  ];
  return said.map(([name, answer, words]) => ({
    ...{ name, content: requestAnswerCard({ ...props, text: words }, answer), state: 'open' },
  }));
}
