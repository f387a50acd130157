import type { EventName } from '@zhiyu/contracts/events';
import { clockText, dayText } from '../notify/time-text.js';

type Both = { zh: string; en: string };
type Words = (payload: Record<string, string>) => Both;

const accommodations: Record<string, Both> = {
  time15: { zh: '时间 1.5 倍', en: '1.5 times the time' },
  time2: { zh: '时间 2 倍', en: 'twice the time' },
  noCamera: { zh: '不开摄像头', en: 'no camera' },
  textOnly: { zh: '只打字', en: 'writing only' },
};
const requests: Record<string, Both> = {
  extension: { zh: '多要几天', en: 'more days' },
  accommodation: { zh: '便利', en: 'an accommodation' },
  question: { zh: '提问', en: 'a question' },
  review: { zh: '人工复核', en: 'a second look' },
  erasure: { zh: '删除个人信息', en: 'erasing personal data' },
};
const states: Record<string, Both> = {
  granted: { zh: '同意', en: 'granted' },
  refused: { zh: '不同意', en: 'declined' },
  answered: { zh: '已回答', en: 'answered' },
};
const offers: Record<string, Both> = {
  draft: { zh: '录用通知在写', en: 'An offer is being written' },
  approval: { zh: '录用通知交审批', en: 'The offer waits for approval' },
  sent: { zh: '录用通知已发出', en: 'The offer was sent' },
  accepted: { zh: '候选人接受了录用', en: 'The candidate accepted the offer' },
  declined: { zh: '候选人没有接受录用', en: 'The candidate turned the offer down' },
  expired: { zh: '录用通知过期，没有答复', en: 'The offer ran out unanswered' },
  withdrawn: { zh: '录用通知撤回', en: 'The offer was taken back' },
  arrived: { zh: '到岗了', en: 'Came to work' },
  absent: { zh: '接受了录用，没有到岗', en: 'Accepted the offer and did not come' },
};
const named = (names: Record<string, Both>, key: string | undefined): Both =>
  names[key ?? ''] ?? { zh: key ?? '', en: key ?? '' };
const moment = (at: string | undefined, locale: 'zh' | 'en'): string => {
  const ms = Number(at);
  return `${dayText(ms, ms, locale)} ${clockText(ms)}`;
};
const givenByHr: Both = { zh: 'HR 给的', en: 'HR gave them' };

const granted = (staffId: unknown): Both =>
  staffId === null
    ? { zh: '岗位允许', en: 'the position allows it' }
    : { zh: 'HR 同意', en: 'HR agreed' };

const chooser = (byStaffId: unknown): Both =>
  byStaffId === null ? { zh: '候选人', en: 'The candidate' } : { zh: 'HR ', en: 'HR' };

/** Lines of the timeline about what was arranged with a candidate and asked for. */
export const arrangedWords: Partial<Record<EventName, Words>> = {
  ReminderChosen: ({ remindAt }) => ({
    zh: `请在${moment(remindAt, 'zh')} 提醒`,
    en: `Asked to be reminded on ${moment(remindAt, 'en')}`,
  }),
  DeadlineExtended: ({ deadline, days, staffId, asked }) => {
    const why = String(asked) === 'false' ? givenByHr : granted(staffId);
    return {
      zh: `延期 ${days ?? ''} 天，到${moment(deadline, 'zh')}（${why.zh}）`,
      en: `${days ?? ''} more days, until ${moment(deadline, 'en')} (${why.en})`,
    };
  },
  AccommodationGranted: ({ kind, staffId }) => ({
    zh: `便利：${named(accommodations, kind).zh}（${granted(staffId).zh}）`,
    en: `Accommodation: ${named(accommodations, kind).en} (${granted(staffId).en})`,
  }),
  AccommodationEnded: ({ kind }) => ({
    zh: `不再需要：${named(accommodations, kind).zh}`,
    en: `No longer needed: ${named(accommodations, kind).en}`,
  }),
  InterviewPaused: ({ thinking }) =>
    String(thinking) === 'true'
      ? { zh: '思考时暂停', en: 'Paused while thinking' }
      : { zh: '两题之间休息', en: 'Paused between questions' },
  InterviewResumed: ({ seconds }) => ({
    zh: `休息了 ${Math.max(1, Math.round(Number(seconds) / 60))} 分钟，接着来`,
    en: `Went on after ${Math.max(1, Math.round(Number(seconds) / 60))} min`,
  }),
  InterviewHeld: ({ minutes }) => ({
    zh: `HR 请候选人停一停，最多 ${minutes ?? ''} 分钟`,
    en: `HR stopped the interview for up to ${minutes ?? ''} min`,
  }),
  TimeGiven: ({ minutes }) => ({
    zh: `HR 给这题加了 ${minutes ?? ''} 分钟`,
    en: `HR gave ${minutes ?? ''} more min for the question`,
  }),
  CandidateTold: () => ({
    zh: 'HR 在面试中给候选人发了一句话',
    en: 'HR wrote to the candidate during the interview',
  }),
  MeetingMoved: ({ startsAt, byStaffId }) => ({
    zh: `${chooser(byStaffId).zh}把面试改到${moment(startsAt, 'zh')}`,
    en: `${chooser(byStaffId).en} moved the round to ${moment(startsAt, 'en')}`,
  }),
  MeetingCancelled: ({ byStaffId }) => ({
    zh: `${chooser(byStaffId).zh}取消了这一轮面试`,
    en: `${chooser(byStaffId).en} cancelled the round`,
  }),
  MeetingOffered: ({ times }) =>
    Number(times) === 0
      ? { zh: '可选时间改回所有空档', en: 'Every free time is offered again' }
      : { zh: `给出 ${times ?? ''} 个可选时间`, en: `Times offered: ${times ?? ''}` },
  MeetingStaffed: ({ staffIds }) => {
    const n = String(staffIds?.length ?? 0);
    return { zh: `选了 ${n} 位面试官`, en: `Interviewers chosen: ${n}` };
  },
  OfferChanged: ({ state }) => named(offers, state),
  RequestMade: ({ kind }) => ({
    zh: `候选人请求：${named(requests, kind).zh}`,
    en: `The candidate asked for ${named(requests, kind).en}`,
  }),
  RequestAnswered: ({ kind, state }) => ({
    zh: `答复请求“${named(requests, kind).zh}”：${named(states, state).zh}`,
    en: `Request for ${named(requests, kind).en}: ${named(states, state).en}`,
  }),
};
