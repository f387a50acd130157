import {
  modelChangeCard,
  modelChangeClosed,
  passRateArranged,
  passRateAsked,
  passRateCard,
  passRateClosed,
} from '../cards/pass-rate.card.js';
import type { StaffLocale } from '../cards/staff-locale.js';
import type { SampleOf } from './sample.js';
import { sampleWords } from './sample-people.js';

const hourMs = 3_600_000;
const href = '/pages/position/index';

const words = {
  zh: {
    dimension: '服务意识',
    question: '请讲一次处理投诉的经历。',
    change: '服务意识的要求从 7.5 改到 7.0',
  },
  en: {
    dimension: 'Service',
    question: 'Tell us about a complaint you handled.',
    change: 'Requirement of Service from 7.5 to 7.0',
  },
} as const;

/** Few pass: proposed, being arranged, arranged, decided, and the change that was asked for. */
export function passRateSamples(locale: StaffLocale, now: number): SampleOf[] {
  const { position: positionName, contact, manager } = sampleWords[locale];
  const say = words[locale];
  const card = passRateCard({
    ...{ locale, positionName, passed: 9, decided: 40, low: 0.123, high: 0.375 },
    ...{ limit: 0.5, days: 90, before: 0.56, fallen: true, threshold: 70, atFiveLess: 7, href },
    dimension: { name: say.dimension, mean: 58, requirement: 75 },
    question: { text: say.question, share: 0.31 },
  });
  const names = [contact, manager];
  const link = 'https://meeting.example/1';
  const of = { startsAt: now + 26 * hourMs, names, link, inCalendar: true, now };
  const change = modelChangeCard({
    ...{ locale, positionName, byName: contact, text: say.change, href },
  });
  const closed = { by: 'decided' as const, byName: contact, text: say.change };
  return [
    { name: 'passRate', content: card, state: 'open' },
    { name: 'meetingAsked', content: passRateAsked(card, contact), state: 'open' },
    { name: 'meetingArranged', content: passRateArranged(card, of), state: 'open' },
    { name: 'meetingDecided', content: passRateClosed(card, closed), state: 'done' },
    { name: 'modelChange', content: change, state: 'open' },
    {
      name: 'modelChanged',
      content: modelChangeClosed(change, { done: true, byName: manager }),
      state: 'done',
    },
  ];
}
