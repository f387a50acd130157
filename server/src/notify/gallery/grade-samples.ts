import { gradeCard, gradeDone } from '../cards/grade.card.js';
import type { StaffLocale } from '../cards/staff-locale.js';
import type { SampleOf } from './sample.js';
import { sampleWords } from './sample-people.js';

const href = '/pages/calibration/index';
const words = {
  zh: {
    question: '请讲一次顾客不满意、您怎么处理的经历。',
    dimension: '服务意识',
    words:
      '有个大哥拿着拆封的奶粉来退。我给他倒了杯水，问孩子多大，教他按七天的比例混着喝。一周后他说喝上了。',
    anchors: [
      '只讲规定，不理会顾客的处境',
      '听完诉求，但让顾客自己想办法',
      '给出一个可行办法，顾客接受',
      '先安顿人，再给办法，照顾到旁人',
      '还改了做法，让下次不再发生',
    ],
  },
  en: {
    question: 'Tell us about a customer who was unhappy and what you did.',
    dimension: 'Service',
    words:
      'A man wanted to return opened milk powder. I got him some water, asked how old the child was and showed him how to mix it over a week. A week later it worked.',
    anchors: [
      'Only names the rule',
      'Listens, but leaves the customer alone with it',
      'Offers one way that works',
      'Settles the person first, then solves it',
      'Changes the way it is done, so it won’t happen again',
    ],
  },
} as const;

/** One answer to grade, and one that was graded. */
export function gradeSamples(locale: StaffLocale, now: number): SampleOf[] {
  const { anchors, ...said } = words[locale];
  const levels = anchors.map((text, at) => ({ level: at + 1, text }));
  const card = gradeCard({ locale, href, ...said, anchors: levels });
  const byName = sampleWords[locale].contact;
  return [
    { name: 'open', content: card, state: 'open' },
    { name: 'graded', content: gradeDone(card, { byName, level: 4, at: now }), state: 'done' },
  ];
}
