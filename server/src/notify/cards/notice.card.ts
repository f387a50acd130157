import type { Locale } from '@zhiyu/contracts/basics';
import type { CardContent } from '../card-content.js';
import { inLine, timeText } from '../time-text.js';
import { type NoticeText, noticeWords } from './notice.words.js';
import type { StaffLocale } from './staff-locale.js';

interface NoticeProps {
  locale: Locale;
  positionName: string;
  now: number;
  /** The page the button opens. */
  href: string;
}

/** A plain message to a candidate; moments in ms. */
export type Notice =
  | { about: 'received'; contactName: string; answerBy: number }
  | { about: 'scoring'; deciderName: string; answerBy: number }
  | { about: 'promise'; contactName: string; answerBy: number }
  /** A promise was broken; the new one. */
  | { about: 'late'; contactName: string; answerBy: number }
  | { about: 'reminder'; deadline: number }
  | { about: 'newQuestion'; askerName: string; deadline: number }
  | { about: 'writtenTest'; title: string; minutes: number; deadline: number };

function textOf(props: NoticeProps, notice: Notice): NoticeText {
  const say = noticeWords[props.locale];
  const position = props.positionName;
  const time = (at: number) => timeText(at, props.now, props.locale);
  switch (notice.about) {
    case 'scoring':
      return say.scoring(position, notice.deciderName, time(notice.answerBy));
    case 'reminder':
      return say.reminder(position, time(notice.deadline));
    case 'newQuestion':
      return say.newQuestion(position, notice.askerName, time(notice.deadline));
    case 'writtenTest':
      return say.writtenTest(position, notice, time(notice.deadline));
    default:
      return say[notice.about](position, notice.contactName, time(notice.answerBy));
  }
}

function plain(locale: Locale, say: NoticeText, href: string): CardContent {
  return {
    locale,
    eyebrow: say.eyebrow,
    title: say.title,
    figure: null,
    blocks: [{ type: 'text', text: say.text }],
    buttons: [{ action: 'open', label: say.button, style: 'plain', href }],
    footnote: '',
  };
}

/** Received, being assessed, a dated promise, a reminder, one more question, a written test. */
export function noticeCard(props: NoticeProps, notice: Notice): CardContent {
  return plain(props.locale, textOf(props, notice), props.href);
}

/** What HR is asked for: a talk instead of the machine's interview, or another time. */
export type PersonWish = 'person' | 'reschedule';

export interface PersonAskedProps {
  locale: StaffLocale;
  wish: PersonWish;
  candidateName: string;
  positionName: string;
  now: number;
  answerBy: number;
  /** The candidate's file. */
  href: string;
}

const asked: Record<StaffLocale, Record<PersonWish, (name: string) => string>> = {
  zh: { person: (name) => `${name}想和真人面`, reschedule: (name) => `${name}想改面试时间` },
  en: {
    person: (name) => `${name} would rather talk to a person`,
    reschedule: (name) => `${name} asks for another time`,
  },
};

/** To HR: a candidate would rather talk to a person, or needs another time. */
export function personAskedCard(props: PersonAskedProps): CardContent {
  const { locale, wish, candidateName, positionName } = props;
  const time = timeText(props.answerBy, props.now, locale);
  const head = { eyebrow: positionName, title: asked[locale][wish](candidateName) };
  const say: NoticeText =
    locale === 'zh'
      ? { ...head, text: `已答应${inLine(time)} 前约时间。不影响评价。`, button: '看档案' }
      : {
          ...head,
          text: `A time is promised by ${time}. It doesn’t count against the candidate.`,
          button: 'Open the file',
        };
  return plain(locale, say, props.href);
}
