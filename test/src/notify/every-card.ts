import type { Locale } from '@zhiyu/contracts/basics';
import type { CardContent } from '@zhiyu/server/notify/card-content';
import * as approval from '@zhiyu/server/notify/cards/approval.card';
import { type Alert, alertCard, alertEnded } from '@zhiyu/server/notify/cards/alert.card';
import { consentCopyCard } from '@zhiyu/server/notify/cards/consent-copy.card';
import type { DigestFacts } from '@zhiyu/contracts/digest';
import { digestCard } from '@zhiyu/server/notify/cards/digest.card';
import { gradeCard } from '@zhiyu/server/notify/cards/grade.card';
import { groupResultCard } from '@zhiyu/server/notify/cards/group-result.card';
import * as invitation from '@zhiyu/server/notify/cards/invitation.card';
import * as notice from '@zhiyu/server/notify/cards/notice.card';
import * as review from '@zhiyu/server/notify/cards/review.card';
import * as promiseDue from '@zhiyu/server/notify/cards/promise-due.card';
import { lastRoundCard, resultCard } from '@zhiyu/server/notify/cards/result.card';
import * as screening from '@zhiyu/server/notify/cards/screening-review.card';
import * as thanks from '@zhiyu/server/notify/cards/thanks.card';

export const at = (iso: string) => Date.parse(`${iso}+08:00`);
const now = at('2026-11-22T10:16:00');
export const href = '#/pages/file/index?id=1';

export const anInvitation = (locale: Locale): invitation.InvitationProps => ({
  ...{
    locale,
    now,
    positionName: '门店店长 · 杭州湖滨店',
    minutes: 18,
    questions: 6,
    keepDays: 90,
  },
  ...{ deadline: at('2026-11-25T22:00:00'), deciderName: '许澜', interviewHref: href },
});

export const anApproval = (more: Partial<approval.ApprovalProps> = {}): approval.ApprovalProps => ({
  ...{ locale: 'zh', now, candidateName: '陈雨桐', positionName: '门店店长', typed: 'all' },
  ...{ finishedAt: at('2026-11-22T10:15:00'), holderNames: ['何敬'], reportHref: href },
  ...{ scale: 'tenths', highPotential: false, weighed: null, promiseAt: at('2026-11-24T18:00:00') },
  total: { value: 85, standardError: 3, requirement: 75, coverage: 0.9 },
  dimensions: [
    { name: '服务意识', value: 90, standardError: 4, requirement: 75, verdict: 'meets' },
    { name: '情绪稳定', value: 72, standardError: 9, requirement: 75, verdict: 'crosses' },
    { name: '文化匹配', value: null, standardError: null, requirement: 70, verdict: 'unknown' },
  ],
  facts: ['一', '二', '三', '四'].map((n, i) => ({
    text: `看点${n}`,
    quote: `原话${n}`,
    seconds: i * 10,
  })),
  ...more,
});

export const aWeighed: approval.ApprovalWeighed = { voice: 5, face: 10, words: 81, differs: true };

const aConsentCopy = (locale: Locale, shares = { voice: 5, face: 10 }): CardContent =>
  consentCopyCard({
    ...{ locale, now, at: now, href, shares, positionName: '门店店长', companyName: '禾城银行' },
    state: { recording: true, automatedAssessment: true, facialObservation: false },
  });

export const aScreening = (locale: 'zh' | 'en'): screening.ScreeningReviewProps => ({
  ...{ locale, now, candidateName: '陈雨桐', positionName: '门店店长', held: 3, resumeHref: href },
  ...{ appliedAt: at('2026-11-21T09:00:00'), promiseAt: at('2026-11-24T18:00:00') },
  open: [
    {
      rule: '工作满 3 年',
      outcome: 'failed',
      found: '2 年 1 个月',
      line: 7,
      lineText: '2024.10 至今 店员',
    },
    { rule: '英语能交流', outcome: 'unknown', found: '', line: null, lineText: null },
  ],
});

export const aLetter = (locale: Locale): thanks.ThanksProps => ({
  ...{ locale, now, candidateName: '雨桐', companyName: '禾城银行', positionName: '柜员' },
  ...{
    deciderName: '沈岚',
    interviewed: true,
    checkedBy: '沈岚',
    poolMonths: 12,
    letterHref: href,
  },
  strengths: [
    { text: '先看见人', quote: '先陪阿姨把密码重置完', seconds: 256 },
    { text: '用数字说清过程', quote: '倒查了 63 笔', seconds: 592 },
  ],
  practice: { text: '补一句结果', quote: '应该是解决了', seconds: null },
});

export const candidateCards = (locale: Locale): CardContent[] => {
  const invited = anInvitation(locale);
  const later = at('2026-11-23T10:00:00');
  const notices: notice.Notice[] = [
    { about: 'received', contactName: '许澜', answerBy: later },
    { about: 'scoring', deciderName: '许澜', answerBy: later },
    { about: 'promise', contactName: '许澜', answerBy: later },
    { about: 'late', contactName: '许澜', answerBy: later },
    { about: 'reminder', deadline: later },
    { about: 'newQuestion', askerName: '许澜', deadline: later },
    { about: 'writtenTest', title: '门店计算', minutes: 30, deadline: later },
  ];
  const next = {
    ...{ name: 'HR 面试', at: later, agreeBy: later, minutes: 40, place: '湖滨店二楼' },
    ...{ contactName: '许澜', contactPhone: '0571-1234', calendarHref: '/api/calendar/1' },
  };
  const passed = {
    ...{ locale, now, candidateName: '雨桐', positionName: '门店店长', deciderName: '许澜' },
    ...{ praise: '步骤讲得很具体', statusHref: href, passed: null },
  };
  return [
    invitation.invitationCard(invited),
    invitation.invitationLater(invited, later),
    invitation.invitationPerson(invited, later),
    invitation.invitationDone(invited, now),
    invitation.invitationExpired(invited),
    ...notices.map((one) =>
      notice.noticeCard({ locale, positionName: '门店店长', now, href }, one),
    ),
    resultCard({ ...passed, next }),
    resultCard({ ...passed, passed: 'HR 面试', next }),
    lastRoundCard({ ...passed, passed: '终面', contactName: '许澜' }),
    resultCard({ ...passed, next: { ...next, at: null, calendarHref: null, contactPhone: null } }),
    thanks.thanksCard(aLetter(locale)),
    thanks.thanksCard({ ...aLetter(locale), interviewed: false, checkedBy: null }),
    thanks.thanksJoined(aLetter(locale), at('2027-11-22T00:00:00')),
    aConsentCopy(locale),
  ];
};

export const decided: approval.Decided = {
  ...{ kind: 'hold', byName: '何敬', at: at('2026-11-22T10:30:00'), reason: 'needsTalk' },
  ...{ note: '想再听一个带团队的例子。', next: '雨桐答完加问后，会再提醒两位' },
};

const dayMs = 86_400_000;
const counted = (now_: number, before: number) => ({ now: now_, before });

export const digestFacts: DigestFacts = {
  waiting: { count: 3, since: now - 2 * dayMs },
  applied: counted(12, 8),
  interviewed: counted(5, 6),
  passed: counted(2, 1),
  hired: counted(1, 0),
  promises: { kept: 7, broken: 1 },
  positions: [
    {
      ...{ name: '门店店员', headcount: 5 },
      standing: { screening: 2, interview: 3, review: 1, people: 0, offer: 0, hired: 4 },
    },
    {
      ...{ name: '仓库主管', headcount: 1 },
      standing: { screening: 0, interview: 0, review: 0, people: 0, offer: 0, hired: 0 },
    },
  ],
  days: [2, 0, 1, 4, 3, 1, 1].map((applied, n) => ({
    ...{ day: at('2026-11-16T00:00:00') + n * dayMs, applied },
  })),
};

export const aDigest = (locale: 'zh' | 'en', facts: Partial<DigestFacts> = {}): CardContent =>
  digestCard({ locale, now, href, rhythm: 'weekly', facts: { ...digestFacts, ...facts } });

const alerts: Alert[] = [
  { about: 'promise', candidateName: '陈雨桐', positionName: '门店店长', dueAt: now },
  { about: 'channel', channel: 'wecom', since: now, reason: '不认服务器的 IP' },
  { about: 'channel', channel: 'mail', since: now, reason: '' },
  { about: 'pile', since: now - 3 * dayMs, positions: [{ name: '门店店长', count: 4 }] },
];

const alertCards = (locale: 'zh' | 'en'): CardContent[] =>
  alerts.flatMap((alert) => {
    const card = alertCard({ locale, now, href }, alert);
    const ends = [
      { by: 'answered' as const, at: now },
      { by: 'decided' as const, at: now, left: 0 },
      { by: 'newer' as const },
    ];
    return [card, ...ends.map((end) => alertEnded(card, end))];
  });

export const staffCards = (locale: 'zh' | 'en'): CardContent[] => {
  const promise: promiseDue.PromiseDueProps = {
    ...{ locale, now, candidateName: '陈雨桐', positionName: '门店店长', ownerName: '许澜', href },
    dueAt: now + 72 * 60_000,
  };
  const person = { locale, now, candidateName: '陈雨桐', positionName: '门店店长', href };
  return [
    approval.approvalCard(anApproval({ locale })),
    approval.approvalCard(anApproval({ locale, weighed: aWeighed })),
    approval.approvalDecided(approval.approvalCard(anApproval({ locale })), decided),
    screening.screeningReviewCard(aScreening(locale)),
    screening.screeningReviewDecided(aScreening(locale), {
      ...{ invited: false, byName: '许澜', at: now, reason: 'requirementMissing' },
    }),
    promiseDue.promiseHalfCard(promise),
    promiseDue.promiseEndCard(promise),
    promiseDue.promiseKeptCard(promise, now),
    notice.personAskedCard({ ...person, wish: 'person', answerBy: now }),
    notice.personAskedCard({ ...person, wish: 'reschedule', answerBy: now }),
    review.mentionCard(person, { byName: '何敬', text: '这一步是她自己做的吗？', seconds: 96 }),
    review.reviewAskedCard(person, '许澜'),
    review.roundNamedCard(person, {
      ...{ byName: '许澜', name: '终面', when: '11月24日 14:00', place: '湖滨店二楼' },
    }),
    review.roundEndedCard(person),
    review.apartCard(person, 2),
    aDigest(locale),
    aDigest(locale, { waiting: { count: 0, since: null }, positions: [] }),
    digestCard({ locale, now, href, rhythm: 'daily', facts: digestFacts }),
    ...alertCards(locale),
    gradeCard({
      ...{ locale, href, dimension: '服务意识', question: '请讲一次处理投诉的经历。' },
      ...{ words: '我先请她坐下，听她把话说完。', anchors: [{ level: 1, text: '只讲规定' }] },
    }),
    groupResultCard({
      ...{ locale, now, href, positionName: '门店店长', from: at('2026-11-16T00:00:00') },
      ...{ passed: 3, hired: 1, headcount: 5 },
    }),
  ];
};
