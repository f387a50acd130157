import type { OutsideChannel } from '@zhiyu/contracts/channels';
import { inLine } from '../time-text.js';
import type { StaffLocale } from './staff-locale.js';

interface AlertText {
  eyebrow: string;
  title: string;
  text: string;
  button: string;
}

interface AlertWords {
  channels: Record<OutsideChannel, string>;
  promise: (of: { candidate: string; position: string; due: string }) => AlertText;
  channel: (of: { channel: string; since: string }) => AlertText;
  pile: (of: { count: number; longest: string; lines: string[] }) => AlertText;
  line: (position: string, count: number) => string;
  reason: string;
  over: string;
  answered: (time: string) => string;
  worksAgain: (time: string) => string;
  decided: (left: number, time: string) => string;
  newer: { title: string; detail: string };
}

/** The words of the alerts, for staff. */
export const alertWords: Record<StaffLocale, AlertWords> = {
  zh: {
    channels: {
      dingtalk: '钉钉',
      wecom: '企业微信',
      wecomkf: '微信客服',
      wecombot: '企业微信智能机器人',
      wecomrobot: '企业微信群机器人',
      feishu: '飞书',
      mail: '邮件',
      sms: '短信',
    },
    promise: ({ candidate, position, due }) => ({
      eyebrow: `${position}，承诺没守住`,
      title: `${candidate}没有按时等到答复`,
      text: `答应过${inLine(due)} 前答复，时间已经过了。`,
      button: '去答复',
    }),
    channel: ({ channel, since }) => ({
      eyebrow: '渠道出错',
      title: `${channel}发不出消息`,
      text: `${since} 起一直出错，已经超过 15 分钟。卡片都在网页收件箱里，没发出去的会再试。`,
      button: '看渠道',
    }),
    pile: ({ count, longest, lines }) => ({
      eyebrow: '等决定超过 48 小时',
      title: `${count} 位面试完没有决定，最久的等了 ${longest}`,
      text: lines.join('\n'),
      button: '去决定',
    }),
    line: (position, count) => `${position}：${count} 位`,
    reason: '原因',
    over: '已恢复',
    answered: (time) => `${time} 已经答复`,
    worksAgain: (time) => `${time} 又能发了`,
    decided: (left, time) =>
      left === 0 ? `${time} 都有了决定` : `${time} 只剩 ${left} 位超过 48 小时`,
    newer: { title: '有新的提醒', detail: '请看最新的一张' },
  },
  en: {
    channels: {
      dingtalk: 'DingTalk',
      wecom: 'WeCom',
      wecomkf: 'WeChat service account',
      wecombot: 'WeCom smart bot',
      wecomrobot: 'WeCom group robot',
      feishu: 'Feishu',
      mail: 'Mail',
      sms: 'SMS',
    },
    promise: ({ candidate, position, due }) => ({
      eyebrow: `${position}, a broken promise`,
      title: `${candidate} has had no answer in time`,
      text: `An answer was promised by ${due}, and the time has passed.`,
      button: 'Answer now',
    }),
    channel: ({ channel, since }) => ({
      eyebrow: 'A channel fails',
      title: `${channel} sends nothing`,
      text: `It has failed since ${since}, for more than 15 minutes. All cards are in the web inbox; what was not sent is tried again.`,
      button: 'Open the channels',
    }),
    pile: ({ count, longest, lines }) => ({
      eyebrow: 'No decision for more than 48 hours',
      title: `${count} ${count === 1 ? 'interview' : 'interviews'} without a decision, the longest for ${longest}`,
      text: lines.join('\n'),
      button: 'Decide',
    }),
    line: (position, count) => `${position}: ${count}`,
    reason: 'Reason',
    over: 'Over',
    answered: (time) => `Answered ${time}`,
    worksAgain: (time) => `It works again since ${time}`,
    decided: (left, time) =>
      left === 0 ? `All decided by ${time}` : `${left} left over 48 hours at ${time}`,
    newer: { title: 'There is a newer alert', detail: 'Please read the newest one' },
  },
};
