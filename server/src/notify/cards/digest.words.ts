import type { Rhythm } from '@zhiyu/contracts/digest';
import type { StaffLocale } from './staff-locale.js';

type Standing = 'screening' | 'interview' | 'review' | 'people' | 'offer' | 'hired';

interface DigestWords {
  eyebrow: (rhythm: Rhythm, from: string, to: string) => string;
  waiting: (count: number, span: string) => string;
  nobodyWaits: string;
  applied: string;
  interviewed: string;
  passed: string;
  hired: string;
  promises: string;
  compared: (now: number, before: number) => string;
  kept: (kept: number, broken: number) => string;
  chart: string;
  standing: Record<Exclude<Standing, 'hired'>, (count: number) => string>;
  joined: (hired: number, headcount: number) => string;
  position: (name: string, parts: string[]) => string;
  nobody: string;
  more: (positions: number) => string;
  asOf: (time: string) => string;
  open: string;
}

/** The words of the digest, for staff. */
export const digestWords: Record<StaffLocale, DigestWords> = {
  zh: {
    eyebrow: (rhythm, from, to) =>
      `${rhythm === 'daily' ? '招聘简报' : '招聘周报'}，${from}到 ${to}`,
    waiting: (count, span) => `${count} 位在等决定，最久的等了 ${span}`,
    nobodyWaits: '没有人在等决定',
    applied: '新投递',
    interviewed: '面试完成',
    passed: '通过',
    hired: '入职',
    promises: '答复承诺',
    compared: (now, before) => `${now}，前七天 ${before}`,
    kept: (kept, broken) => `守住 ${kept}，没守住 ${broken}`,
    chart: '每天的投递',
    standing: {
      screening: (count) => `筛选 ${count}`,
      interview: (count) => `面试中 ${count}`,
      review: (count) => `等决定 ${count}`,
      people: (count) => `复试 ${count}`,
      offer: (count) => `谈录用 ${count}`,
    },
    joined: (hired, headcount) => `已入职 ${hired}/${headcount}`,
    position: (name, parts) => `${name}：${parts.join('，')}`,
    nobody: '还没有候选人',
    more: (positions) => `还有 ${positions} 个岗位，在看板上`,
    asOf: (time) => `在等的人数截至 ${time}`,
    open: '看看板',
  },
  en: {
    eyebrow: (rhythm, from, to) =>
      `${rhythm === 'daily' ? 'Recruiting brief' : 'Recruiting this week'}, ${from} to ${to}`,
    waiting: (count, span) =>
      `${count} ${count === 1 ? 'waits' : 'wait'} for a decision, the longest for ${span}`,
    nobodyWaits: 'Nobody waits for a decision',
    applied: 'Applied',
    interviewed: 'Interviewed',
    passed: 'Passed',
    hired: 'Joined',
    promises: 'Promises',
    compared: (now, before) => `${now}, ${before} in the seven days before`,
    kept: (kept, broken) => `${kept} kept, ${broken} broken`,
    chart: 'Applications a day',
    standing: {
      screening: (count) => `${count} in screening`,
      interview: (count) => `${count} in the interview`,
      review: (count) => `${count} to decide`,
      people: (count) => `${count} meeting people`,
      offer: (count) => `${count} with an offer`,
    },
    joined: (hired, headcount) => `${hired} of ${headcount} joined`,
    position: (name, parts) => `${name}: ${parts.join(', ')}`,
    nobody: 'no candidate yet',
    more: (positions) => `${positions} more on the board`,
    asOf: (time) => `Who waits: as of ${time}`,
    open: 'Open the board',
  },
};
