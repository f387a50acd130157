import type { AccommodationKind } from '@zhiyu/contracts/arrangements';
import type { RequestKind } from '@zhiyu/contracts/requests';
import { inLine } from '../time-text.js';
import type { StaffLocale } from './staff-locale.js';

export type RequestOutcome = 'granted' | 'refused' | 'answered';

export interface RequestWords {
  title: Record<RequestKind, (name: string) => string>;
  extensionText: (days: number, deadline: string) => string;
  accommodationText: (kinds: string[]) => string;
  accommodations: Record<AccommodationKind, string>;
  review: { text: string };
  erasure: { text: string };
  by: string;
  note: string;
  grant: string;
  refuse: string;
  answer: string;
  reopen: string;
  whyNot: string;
  inWords: string;
  erase: string;
  eraseSure: string;
  eraseYes: string;
  eraseNote: string;
  open: string;
  done: Record<RequestOutcome, (name: string) => string>;
}

export const requestWords: Record<StaffLocale, RequestWords> = {
  zh: {
    title: {
      extension: (name) => `${name}想多要几天`,
      accommodation: (name) => `${name}需要便利`,
      question: (name) => `${name}有一个问题`,
      review: (name) => `${name}请人再看一次`,
      erasure: (name) => `${name}要求删除个人信息`,
    },
    extensionText: (days, deadline) => `再要 ${days} 天。现在的截止时间是${inLine(deadline)}。`,
    accommodationText: (kinds) => `${kinds.join('、')}。不用说原因，也不影响评分。`,
    accommodations: {
      time15: '时间 1.5 倍',
      time2: '时间 2 倍',
      noCamera: '不开摄像头',
      textOnly: '只打字',
    },
    review: { text: '结果是不通过。请没有参与决定的人再看一遍，把看法写给候选人。' },
    erasure: { text: '简历、录制、文字和联系方式会全部删除，不能恢复。' },
    by: '答复期限',
    note: '回答会发给候选人',
    grant: '同意',
    refuse: '不同意',
    answer: '回答',
    reopen: '放回待决定',
    whyNot: '写一句原因，会发给候选人',
    inWords: '写下回答，会发给候选人',
    erase: '删除',
    eraseSure: '删除后不能恢复',
    eraseYes: '确认删除',
    eraseNote: '依个人信息保护法，15 天内要处理并答复',
    open: '看档案',
    done: {
      granted: (name) => `${name}同意了`,
      refused: (name) => `${name}没有同意`,
      answered: (name) => `${name}回答了`,
    },
  },
  en: {
    title: {
      extension: (name) => `${name} asks for more days`,
      accommodation: (name) => `${name} asks for an accommodation`,
      question: (name) => `${name} has a question`,
      review: (name) => `${name} asks for a second look`,
      erasure: (name) => `${name} asks to erase personal data`,
    },
    extensionText: (days, deadline) =>
      `${days} more ${days === 1 ? 'day' : 'days'}. It closes on ${deadline} now.`,
    accommodationText: (kinds) =>
      `${kinds.join(', ')}. No reason is needed, and it doesn’t touch the score.`,
    accommodations: {
      time15: '1.5 times the time',
      time2: 'twice the time',
      noCamera: 'no camera',
      textOnly: 'writing only',
    },
    review: {
      text: 'The outcome is no. Somebody who did not decide looks again and writes what they find.',
    },
    erasure: { text: 'Résumé, recordings, words and contact are erased and cannot come back.' },
    by: 'Answer by',
    note: 'Your answer goes to the candidate',
    grant: 'Agree',
    refuse: 'Decline',
    answer: 'Answer',
    reopen: 'Back to review',
    whyNot: 'One sentence why; it goes to the candidate',
    inWords: 'Your answer; it goes to the candidate',
    erase: 'Erase',
    eraseSure: 'It cannot be undone',
    eraseYes: 'Erase for good',
    eraseNote: 'By the law on personal information it has to be answered within 15 days',
    open: 'Open the file',
    done: {
      granted: (name) => `${name} agreed`,
      refused: (name) => `${name} declined`,
      answered: (name) => `${name} answered`,
    },
  },
};
