import type { StaffLocale } from './staff-locale.js';

interface Lead {
  title: string;
  text: string;
}

interface OfferWords {
  asked: (by: string, candidate: string) => string;
  askedNote: string;
  approve: string;
  refuse: string;
  whyNot: string;
  open: string;
  label: Record<'pay' | 'startsOn' | 'place' | 'probation' | 'answer', string>;
  months: (count: number) => string;
  days: (count: number) => string;
  settled: Record<'approved' | 'refused' | 'takenBack', (by: string) => string>;
  news: {
    write: (name: string) => Lead;
    refused: (name: string, by: string) => Lead;
    sent: (name: string, by: string) => Lead;
    accepted: (name: string, day: string) => Lead;
    declined: (name: string) => Lead;
    expired: (name: string) => Lead;
    begin: (name: string, day: string) => Lead;
  };
}

/** Of cards about an offer (录用通知) between people of the company. */
export const offerWords: Record<StaffLocale, OfferWords> = {
  zh: {
    asked: (by, candidate) => `${by}想录用${candidate}，请您审批`,
    askedNote: '同意后马上发给候选人。候选人接受之前，招聘还可以撤回。',
    approve: '同意，发出',
    refuse: '不同意',
    whyNot: '为什么不同意，写给招聘看',
    open: '看录用通知',
    label: {
      pay: '薪酬',
      startsOn: '到岗日期',
      place: '工作地点',
      probation: '试用期',
      answer: '答复期限',
    },
    months: (count) => (count === 0 ? '没有' : `${count} 个月`),
    days: (count) => `发出后 ${count} 天内`,
    settled: {
      approved: (by) => `${by}同意了，已发给候选人`,
      refused: (by) => `${by}没有同意`,
      takenBack: (by) => (by === '' ? '不用再审批了' : `${by}收回了，不用再审批`),
    },
    news: {
      write: (name) => ({
        title: `${name}过了最后一轮，请写录用通知`,
        text: '写好后交审批，同意了就发给候选人。',
      }),
      refused: (name, by) => ({
        title: `${by}没有同意录用${name}的条件`,
        text: '改好可以再交一次。',
      }),
      sent: (name, by) => ({
        title: `${by}同意了，录用通知已发给${name}`,
        text: '候选人答复或到期时会告诉您。',
      }),
      accepted: (name, day) => ({
        title: `${name}接受了录用`,
        text: `说好 ${day} 到岗。到时会请您记一下有没有来。`,
      }),
      declined: (name) => ({ title: `${name}没有接受录用`, text: '这份投递到此结束。' }),
      expired: (name) => ({
        title: `给${name}的录用通知过期了`,
        text: '候选人没有答复。可以再写一份，或者结束这份投递。',
      }),
      begin: (name, day) => ({
        title: `${name}到岗了吗？`,
        text: `说好 ${day} 到岗。请在录用通知里记下来，岗位的人数和到岗率按它算。`,
      }),
    },
  },
  en: {
    asked: (by, candidate) => `${by} wants to hire ${candidate}. Please approve`,
    askedNote:
      'It goes to the candidate as soon as you agree. Until it is accepted it can be taken back.',
    approve: 'Agree and send',
    refuse: 'Don’t agree',
    whyNot: 'Why not? The recruiter reads it',
    open: 'See the offer',
    label: {
      pay: 'Pay',
      startsOn: 'First day',
      place: 'Place',
      probation: 'Probation',
      answer: 'To be answered',
    },
    months: (count) => (count === 0 ? 'None' : count === 1 ? '1 month' : `${count} months`),
    days: (count) => (count === 1 ? 'Within 1 day' : `Within ${count} days`),
    settled: {
      approved: (by) => `${by} agreed: sent to the candidate`,
      refused: (by) => `${by} did not agree`,
      takenBack: (by) =>
        by === '' ? 'No approval is needed any more' : `${by} took it back: nothing to approve`,
    },
    news: {
      write: (name) => ({
        title: `${name} passed the last round. Please write the offer`,
        text: 'It goes to whoever approves, then to the candidate.',
      }),
      refused: (name, by) => ({
        title: `${by} did not agree to the offer for ${name}`,
        text: 'You can change it and hand it in again.',
      }),
      sent: (name, by) => ({
        title: `${by} agreed: the offer has gone to ${name}`,
        text: 'You hear when it is answered or its time is over.',
      }),
      accepted: (name, day) => ({
        title: `${name} accepted the offer`,
        text: `First day: ${day}. You will be asked then whether they came.`,
      }),
      declined: (name) => ({
        title: `${name} turned the offer down`,
        text: 'This application ends here.',
      }),
      expired: (name) => ({
        title: `The offer to ${name} has run out`,
        text: 'It was not answered. You can write another one, or end the application.',
      }),
      begin: (name, day) => ({
        title: `Did ${name} come to work?`,
        text: `The first day is ${day}. Please note it on the offer: the headcount and the share of arrivals go by it.`,
      }),
    },
  },
};
