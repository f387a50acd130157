import {
  feedbackAnsweredCard,
  feedbackCard,
  proposalAnsweredCard,
  proposedCard,
} from '../cards/office.card.js';
import type { StaffLocale } from '../cards/staff-locale.js';
import type { SampleOf } from './sample.js';
import { sampleWords } from './sample-people.js';

const words = {
  zh: {
    note: '服务意识的权重调到 40%',
    reason: '先看一遍模拟，会多出三个人要人看。',
    page: '岗位管道',
    text: '想按部门筛选。',
    answer: '下周加上。',
  },
  en: {
    note: 'Service weighs 40 %',
    reason: 'Look at the simulation first: three more people would need a look.',
    page: 'Board',
    text: 'I would like to filter by department.',
    answer: 'It comes next week.',
  },
} as const;

/** Cards between the company's own people. */
export function officeSamples(locale: StaffLocale): SampleOf[] {
  const { contact, manager, position: positionName } = sampleWords[locale];
  const { note, reason, page, text, answer } = words[locale];
  const props = { locale, byName: contact, href: '/pages/home/index' };
  const answered = { ...props, byName: manager };
  const what = { positionName, published: false, reason };
  return [
    {
      name: 'proposed',
      content: proposedCard(props, { positionName, version: 4, note }),
      state: 'open',
    },
    { name: 'proposalAnswered', content: proposalAnsweredCard(answered, what), state: 'open' },
    { name: 'feedback', content: feedbackCard(props, { page, text }), state: 'open' },
    {
      name: 'feedbackAnswered',
      content: feedbackAnsweredCard(answered, { text, answer }),
      state: 'open',
    },
  ];
}
