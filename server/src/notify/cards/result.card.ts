import type { Locale } from '@zhiyu/contracts/basics';
import type { CardBlock, CardButton } from '@zhiyu/contracts/card';
import type { CardContent } from '../card-content.js';
import { inLine, timeText } from '../time-text.js';

/** The next round; `at` null: the time is still to be agreed, by `agreeBy`. */
export interface NextRound {
  name: string;
  at: number | null;
  agreeBy: number;
  minutes: number;
  place: string;
  contactName: string;
  /** Null where the company shows none. */
  contactPhone: string | null;
  /** The calendar file; null while the time is open. */
  calendarHref: string | null;
}

export interface ResultProps {
  locale: Locale;
  candidateName: string;
  positionName: string;
  now: number;
  deciderName: string;
  /** What the decider wrote for the candidate; empty when nothing. */
  praise: string;
  /** The round with people that was passed; null: the online interview. */
  passed: string | null;
  next: NextRound;
  statusHref: string;
}

interface ResultWords {
  title: (name: string) => string;
  titleRound: (name: string, round: string) => string;
  /** After the last round: an offer is a letter of its own. */
  after: (contact: string) => string;
  decided: (name: string) => string;
  said: (name: string, words: string) => string;
  next: string;
  round: (name: string, minutes: number) => string;
  when: string;
  open: (contact: string, by: string) => string;
  where: string;
  contact: string;
  calendar: string;
  status: string;
  footnote: string;
}

const words: Record<Locale, ResultWords> = {
  zh: {
    title: (name) => `${name}，线上面试通过了`,
    titleRound: (name, round) => `${name}，通过了：${round}`,
    after: (contact) => `${contact}会联系您，谈后面的安排。是否录用以书面通知为准。`,
    decided: (name) => `由${name}决定。`,
    said: (name, text) => `${name}说：${text}`,
    next: '下一步',
    round: (name, minutes) => `${name}，${minutes} 分钟`,
    when: '时间',
    open: (contact, by) => `${contact}会在${inLine(by)} 前和您约`,
    where: '地点',
    contact: '联系人',
    calendar: '加到日历',
    status: '我的面试',
    footnote: '时间不方便，到“我的面试”里换一个',
  },
  en: {
    title: (name) => `${name}, you’ve passed the online interview`,
    titleRound: (name, round) => `${name}, you’ve passed: ${round}`,
    after: (contact) =>
      `${contact} will contact you about what comes next. Only a written offer is binding.`,
    decided: (name) => `${name} decided.`,
    said: (name, text) => `${name} says: ${text}`,
    next: 'Next',
    round: (name, minutes) => `${name}, ${minutes} min`,
    when: 'When',
    open: (contact, by) => `${contact} will agree a time with you by ${by}`,
    where: 'Where',
    contact: 'Contact',
    calendar: 'Add to calendar',
    status: 'My interview',
    footnote: 'If the time doesn’t suit you, choose another one in “My interview”',
  },
  ja: {
    title: (name) => `${name}さん、オンライン面接を通過しました`,
    titleRound: (name, round) => `${name}さん、通過しました：${round}`,
    after: (contact) =>
      `今後については${contact}よりご連絡します。採用は書面の通知をもって決まります。`,
    decided: (name) => `${name}が判断しました。`,
    said: (name, text) => `${name}より：${text}`,
    next: '次の段階',
    round: (name, minutes) => `${name}、${minutes} 分`,
    when: '日時',
    open: (contact, by) => `${contact}が${inLine(by)} までにご連絡します`,
    where: '場所',
    contact: '担当',
    calendar: 'カレンダーに追加',
    status: '面接の状況',
    footnote: 'ご都合が合わないときは、「面接の状況」で別の時間を選べます',
  },
  fr: {
    title: (name) => `${name}, vous avez réussi l’entretien en ligne`,
    titleRound: (name, round) => `${name}, vous avez réussi : ${round}`,
    after: (contact) => `${contact} vous contactera pour la suite. Seule une offre écrite engage.`,
    decided: (name) => `${name} a décidé.`,
    said: (name, text) => `${name} : ${text}`,
    next: 'La suite',
    round: (name, minutes) => `${name}, ${minutes} min`,
    when: 'Quand',
    open: (contact, by) => `${contact} conviendra d’une date avec vous avant le ${by}`,
    where: 'Où',
    contact: 'Contact',
    calendar: 'Ajouter au calendrier',
    status: 'Mon entretien',
    footnote: 'Si la date ne convient pas, changez-la dans « Mon entretien »',
  },
};

function buttonsOf(props: ResultProps): CardButton[] {
  const say = words[props.locale];
  const status: CardButton = {
    action: 'open',
    label: say.status,
    style: 'quiet',
    href: props.statusHref,
  };
  const { calendarHref } = props.next;
  return calendarHref === null
    ? [status]
    : [{ action: 'open', label: say.calendar, style: 'primary', href: calendarHref }, status];
}

/** Passed: by whom, and the next round with time, place and contact. */
export function resultCard(props: ResultProps): CardContent {
  const { locale, now, next, deciderName } = props;
  const say = words[locale];
  const time = (at: number) => timeText(at, now, locale);
  const fact = (label: string, value: string): CardBlock => ({ type: 'fact', label, value });
  const praise: CardBlock[] =
    props.praise === '' ? [] : [{ type: 'text', text: say.said(deciderName, props.praise) }];
  const contact = [next.contactName, ...(next.contactPhone === null ? [] : [next.contactPhone])];
  return {
    locale,
    eyebrow: props.positionName,
    title:
      props.passed === null
        ? say.title(props.candidateName)
        : say.titleRound(props.candidateName, props.passed),
    figure: null,
    blocks: [
      { type: 'text', text: say.decided(deciderName) },
      ...praise,
      fact(say.next, say.round(next.name, next.minutes)),
      fact(
        say.when,
        next.at === null ? say.open(next.contactName, time(next.agreeBy)) : time(next.at),
      ),
      fact(say.where, next.place),
      fact(say.contact, contact.join(' ')),
    ],
    buttons: buttonsOf(props),
    footnote: say.footnote,
  };
}

/** The last round was passed: who will be in touch; nothing is promised that nobody has arranged. */
export function lastRoundCard(
  props: Pick<
    ResultProps,
    'locale' | 'candidateName' | 'positionName' | 'deciderName' | 'statusHref'
  > & { passed: string; contactName: string },
): CardContent {
  const { locale, positionName, candidateName, passed, contactName, statusHref } = props;
  const say = words[locale];
  return {
    locale,
    eyebrow: positionName,
    title: say.titleRound(candidateName, passed),
    figure: null,
    blocks: [
      { type: 'text', text: say.decided(props.deciderName) },
      { type: 'text', text: say.after(contactName) },
    ],
    buttons: [{ action: 'open', label: say.status, style: 'quiet', href: statusHref }],
    footnote: '',
  };
}
