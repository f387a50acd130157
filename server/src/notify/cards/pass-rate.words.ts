import type { StaffLocale } from './staff-locale.js';

interface PassRateWords {
  eyebrow: (position: string) => string;
  title: string;
  counted: (of: { passed: number; decided: number; days: number }) => string;
  within: (of: { low: string; high: string; limit: string }) => string;
  drift: string;
  driftOf: (before: string, fallen: boolean) => string;
  dimension: string;
  dimensionOf: (name: string, mean: string, requirement: string) => string;
  question: string;
  questionOf: (text: string, share: string) => string;
  threshold: string;
  thresholdOf: (threshold: string, more: number) => string;
  meet: string;
  later: string;
  open: string;
  model: string;
  whyNot: string;
  footnote: string;
  and: string;
  asked: (name: string) => string;
  noTime: string;
  noTimeHow: string;
  arranged: (time: string) => string;
  noCalendar: string;
  join: string;
  decide: string;
  whatChanges: string;
  put: (name: string) => string;
  decided: (name: string) => string;
  risen: (name: string) => string;
  changeAsked: (name: string) => string;
  changeHow: string;
  changeDone: string;
  changeRefuse: string;
  changedBy: (name: string) => string;
  refusedBy: (name: string) => string;
}

/** The words about a share of passes that lies under its limit, for staff. */
export const passRateWords: Record<StaffLocale, PassRateWords> = {
  zh: {
    eyebrow: (position) => `${position}，通过率偏低`,
    title: '建议开一次流程优化会议',
    counted: ({ passed, decided, days }) =>
      `${days} 天里决定了 ${decided} 位，通过 ${passed} 位。人数够了，不是偶然。`,
    within: ({ low, high, limit }) => `在 ${low} 到 ${high} 之间，低于 ${limit}`,
    drift: '和之前比',
    driftOf: (before, fallen) =>
      fallen ? `之前是 ${before}，确实降了` : `之前是 ${before}，看不出变化`,
    dimension: '差得最多的维度',
    dimensionOf: (name, mean, requirement) => `${name}：平均 ${mean}，要求 ${requirement}`,
    question: '最难的题',
    questionOf: (text, share) => `${text}（平均得到 ${share}）`,
    threshold: '及格线',
    thresholdOf: (threshold, more) => `${threshold}；低 0.5 会多 ${more} 位过线`,
    meet: '约时间开会',
    later: '先不开',
    open: '看依据',
    model: '看能力模型和模拟',
    whyNot: '为什么不改',
    footnote: '按一下就找大家都空的时间，写进日历',
    and: '、',
    asked: (name) => `${name}发起了会议，正在找时间`,
    noTime: '接下来的工作日里没有大家都空的时间',
    noTimeHow: '挪开一些安排，再约一次',
    arranged: (time) => `会议约在${time}`,
    noCalendar: '没有接上聊天的日历，请自己记下',
    join: '进入会议',
    decide: '记下决定',
    whatChanges: '能力模型要改什么',
    put: (name) => `${name}选了先不开`,
    decided: (name) => `${name}记下了决定`,
    risen: () => '通过率已回到线上',
    changeAsked: (name) => `${name}请求修改能力模型`,
    changeHow: '改之前可以在模拟里看谁会变。发布的是新版本，旧的不变。',
    changeDone: '已改好',
    changeRefuse: '不改',
    changedBy: (name) => `${name}：已按此修改`,
    refusedBy: (name) => `${name}：不改`,
  },
  en: {
    eyebrow: (position) => `${position}, few pass`,
    title: 'A meeting about the process is proposed',
    counted: ({ passed, decided, days }) =>
      `Of ${decided} decided in ${days} days, ${passed} passed. That is enough not to be chance.`,
    within: ({ low, high, limit }) => `between ${low} and ${high}, under ${limit}`,
    drift: 'Compared with before',
    driftOf: (before, fallen) =>
      fallen ? `It was ${before} and has fallen` : `It was ${before}, no clear change`,
    dimension: 'Furthest below',
    dimensionOf: (name, mean, requirement) => `${name}: mean ${mean}, requirement ${requirement}`,
    question: 'Hardest question',
    questionOf: (text, share) => `${text} (mean ${share})`,
    threshold: 'Pass line',
    thresholdOf: (threshold, more) => `${threshold}; 0.5 lower, ${more} more would meet it`,
    meet: 'Find a time and meet',
    later: 'Not now',
    open: 'See the evidence',
    model: 'Model and simulator',
    whyNot: 'Why is nothing to change?',
    footnote: 'One press finds a time that suits everybody and puts it into the calendars',
    and: ', ',
    asked: (name) => `${name} asked for the meeting; a time is being found`,
    noTime: 'No time in the coming working days suits everybody',
    noTimeHow: 'Move something, then ask again',
    arranged: (time) => `The meeting is on ${time}`,
    noCalendar: 'No chat’s calendar is connected: please note it down',
    join: 'Join',
    decide: 'Write down the decision',
    whatChanges: 'What is to change in the model?',
    put: (name) => `${name} chose not to meet now`,
    decided: (name) => `${name} wrote down the decision`,
    risen: () => 'The share of passes is above the line again',
    changeAsked: (name) => `${name} asks for a change of the model`,
    changeHow:
      'The simulator shows who would be moved. A new version is published; the old one stays.',
    changeDone: 'Changed',
    changeRefuse: 'No change',
    changedBy: (name) => `${name}: changed accordingly`,
    refusedBy: (name) => `${name}: no change`,
  },
};
