import type { CardBlock } from '@zhiyu/contracts/card';
import type { CardContent } from '../card-content.js';
import type { StaffLocale } from './staff-locale.js';

interface ReviewProps {
  locale: StaffLocale;
  candidateName: string;
  positionName: string;
  /** The review room, at the second that it is about. */
  href: string;
}

/** Who wrote what, at which second. */
interface Said {
  byName: string;
  text: string;
  seconds: number | null;
}

const words = {
  zh: {
    mention: (by: string) => `${by}在评论里提到了您`,
    asked: (by: string, candidate: string) => `${by}请您给${candidate}评分`,
    askedText: '看文字稿，按锚点给每个维度评级。交之前互相看不到。',
    askedRound: '按锚点给面试里看到的维度评级。交之前互相看不到。',
    apart: (candidate: string) => `${candidate}：评分差了两级`,
    apartText: '先谈 5 分钟，再决定。差的维度和各自的依据在复核室里。',
    apartOn: '差两级以上的维度',
    named: (by: string, candidate: string) => `${by}请您面试${candidate}`,
    ended: (candidate: string) => `给${candidate}写评分卡`,
    endedText: '面试时间过了。趁还记得，按锚点评级；交之前互相看不到。',
    when: '时间',
    where: '地点',
    card: '看评分卡',
    see: '看这一处',
    rate: '去评分',
    compare: '看差在哪',
    about: (candidate: string) => `关于${candidate}`,
  },
  en: {
    mention: (by: string) => `${by} named you in a comment`,
    asked: (by: string, candidate: string) => `${by} asks you to rate ${candidate}`,
    askedText:
      'Read the transcript and rate each dimension by its anchors. Nobody sees the others’ before handing in.',
    askedRound:
      'Rate by the anchors what you saw in the interview. Nobody sees the others’ before handing in.',
    apart: (candidate: string) => `${candidate}: ratings are two levels apart`,
    apartText:
      'Talk for five minutes, then decide. The dimensions and everybody’s evidence are in the review room.',
    apartOn: 'Dimensions two levels apart',
    named: (by: string, candidate: string) => `${by} asks you to interview ${candidate}`,
    ended: (candidate: string) => `Rate ${candidate}`,
    endedText:
      'The round is over. Rate it by the anchors while you remember; nobody sees the others’ before handing in.',
    when: 'When',
    where: 'Where',
    card: 'Scorecard',
    see: 'See this place',
    rate: 'Rate',
    compare: 'See the difference',
    about: (candidate: string) => `About ${candidate}`,
  },
} as const;

function plain(
  { locale, positionName, href }: ReviewProps,
  say: { title: string; blocks: CardBlock[]; button: string },
): CardContent {
  const { title, blocks, button } = say;
  const buttons = [{ action: 'open', label: button, style: 'plain' as const, href }];
  return { locale, eyebrow: positionName, title, figure: null, blocks, buttons, footnote: '' };
}

/** To a colleague whom a comment names. */
export function mentionCard(props: ReviewProps, { byName, text, seconds }: Said): CardContent {
  const say = words[props.locale];
  const note = say.about(props.candidateName);
  const blocks: CardBlock[] = [{ type: 'quote', text, seconds, note }];
  return plain(props, { title: say.mention(byName), blocks, button: say.see });
}

/** To a colleague who is asked to rate an interview. @param seen a round with people, at which he was */
export function reviewAskedCard(props: ReviewProps, byName: string, seen = false): CardContent {
  const say = words[props.locale];
  const blocks: CardBlock[] = [{ type: 'text', text: seen ? say.askedRound : say.askedText }];
  return plain(props, { title: say.asked(byName, props.candidateName), blocks, button: say.rate });
}

/** To everybody who has rated: two levels lie between them. @param dimensions how many */
export function apartCard(props: ReviewProps, dimensions: number): CardContent {
  const say = words[props.locale];
  const blocks: CardBlock[] = [
    { type: 'text', text: say.apartText },
    { type: 'fact', label: say.apartOn, value: String(dimensions) },
  ];
  return plain(props, { title: say.apart(props.candidateName), blocks, button: say.compare });
}

/** To a colleague who was chosen to be in a round with people. */
export function roundNamedCard(
  props: ReviewProps,
  { byName, name, when, place }: { byName: string; name: string; when: string; place: string },
): CardContent {
  const say = words[props.locale];
  const blocks: CardBlock[] = [
    { type: 'text', text: name },
    { type: 'fact', label: say.when, value: when },
    { type: 'fact', label: say.where, value: place },
  ];
  return plain(props, { title: say.named(byName, props.candidateName), blocks, button: say.card });
}

/** To those who were there and have not handed in, once the round's time is over. */
export function roundEndedCard(props: ReviewProps): CardContent {
  const say = words[props.locale];
  const blocks: CardBlock[] = [{ type: 'text', text: say.endedText }];
  return plain(props, { title: say.ended(props.candidateName), blocks, button: say.rate });
}
