import { inLine } from '../notify/time-text.js';

export type DialogueLocale = 'zh' | 'en';

/** Where an application stands, as a candidate is told in a sentence. */
export type Standing =
  | { at: 'received' | 'handedIn' | 'expired' | 'decided' | 'withdrawn' }
  /** `by`: the deadline. */
  | { at: 'invited'; by: string }
  | { at: 'passed'; next: { name: string; time: string } | null };

interface DialogueWords {
  position: (company: string, position: string) => string;
  standing: (standing: Standing) => string;
  postponed: (remind: string, deadline: string) => string;
  putOff: (deadline: string) => string;
  timeAsked: (contact: string, by: string) => string;
  nothingToMove: string;
  personAsked: (contact: string, by: string) => string;
  help: string;
  notUnderstood: string;
  stranger: string;
  page: string;
}

const zhStanding = (standing: Standing): string => {
  switch (standing.at) {
    case 'received':
      return '投递收到了，正在看。';
    case 'invited':
      return `线上面试在等您，${standing.by} 截止。`;
    case 'handedIn':
      return '您的面试收到了，正在看。';
    case 'expired':
      return '线上面试过了截止时间。要新的时间，请回复“改时间”。';
    case 'passed':
      return standing.next
        ? `这一轮通过了。下一轮是${standing.next.name}，${standing.next.time}。`
        : '这一轮通过了。下一步写在您的页面上。';
    case 'decided':
      return '结果出来了，写在您的页面上。';
    case 'withdrawn':
      return '您已经退出了这次应聘。';
  }
};

const enStanding = (standing: Standing): string => {
  switch (standing.at) {
    case 'received':
      return 'Your application has arrived and is being read.';
    case 'invited':
      return `The online interview is waiting for you, until ${standing.by}.`;
    case 'handedIn':
      return 'Your interview has arrived and is being read.';
    case 'expired':
      return 'The online interview’s deadline has passed. For another time, reply “change the time”.';
    case 'passed':
      return standing.next
        ? `You passed this round. Next: ${standing.next.name}, ${standing.next.time}.`
        : 'You passed this round. What comes next stands on your page.';
    case 'decided':
      return 'There is a result. It stands on your page.';
    case 'withdrawn':
      return 'You have withdrawn this application.';
  }
};

/** What the conversation says; times are written out already. */
export const dialogueWords: Record<DialogueLocale, DialogueWords> = {
  zh: {
    position: (company, position) => `${company}，${position}：`,
    standing: zhStanding,
    postponed: (remind, deadline) =>
      `好的，${remind} 再提醒您。${deadline} 截止，之前哪天做都行。这还不够的话，请回复“人工”。`,
    putOff: (deadline) =>
      `已经记着再提醒您了。${deadline} 截止，之前哪天做都行。这还不够的话，请回复“人工”。`,
    timeAsked: (contact, by) =>
      `已经告诉${contact}您想改时间，会在${inLine(by)} 前和您约。不影响评价。`,
    nothingToMove: '现在没有约好的面试时间可以改。有别的事，请回复“人工”。',
    personAsked: (contact, by) =>
      `好的，已经告诉${contact}，会在${inLine(by)} 前联系您。不影响评价。`,
    help: '可以问“进度”：走到哪一步、什么时候答复；“改时间”；“人工”：请招聘的同事联系您。',
    notUnderstood:
      '这句话我没看懂，也没有转给别人。可以回复“进度”“改时间”，或者“人工”，请招聘的同事联系您。',
    stranger: '还不知道您是哪位。请从面试通知里的链接进来，再说一次。',
    page: '打开我的页面',
  },
  en: {
    position: (company, position) => `${company}, ${position}: `,
    standing: enStanding,
    postponed: (remind, deadline) =>
      `Fine, you’ll be reminded on ${remind}. Any day until ${deadline} will do. If that isn’t enough, reply “person”.`,
    putOff: (deadline) =>
      `You’ll be reminded, as you asked. Any day until ${deadline} will do. If that isn’t enough, reply “person”.`,
    timeAsked: (contact, by) =>
      `${contact} knows that you need another time and will arrange one by ${by}. It doesn’t count against you.`,
    nothingToMove:
      'There is no interview time that could be moved now. For anything else, reply “person”.',
    personAsked: (contact, by) =>
      `Fine, ${contact} knows and will contact you by ${by}. It doesn’t count against you.`,
    help: 'You can ask for “status”: where your application stands and when we answer; “change the time”; “person”: somebody of recruiting contacts you.',
    notUnderstood:
      'I didn’t understand that, and nobody was told. Reply “status”, “change the time”, or “person” and somebody of recruiting contacts you.',
    stranger:
      'I don’t know yet who you are. Please come in by the link of your interview message and say it again.',
    page: 'Open my page',
  },
};
