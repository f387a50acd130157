import type { Locale } from '@zhiyu/contracts/basics';
import type { CardBlock } from '@zhiyu/contracts/card';
import type { CardContent } from '../card-content.js';

export interface PoolInviteProps {
  locale: Locale;
  candidateName: string;
  companyName: string;
  positionName: string;
  place: string;
  pay: string;
  contactName: string;
}

interface PoolInviteWords {
  title: (name: string) => string;
  why: (company: string, position: string, contact: string) => string;
  place: string;
  pay: string;
  come: string;
  decline: string;
  footnote: string;
  came: string;
  cameDetail: string;
  declined: string;
  declinedDetail: string;
  over: string;
  overDetail: string;
}

const words: Record<Locale, PoolInviteWords> = {
  zh: {
    title: (name) => `${name}，有一个岗位想问问您`,
    why: (company, position, contact) =>
      `${company}在招${position}。您说过有合适的岗位可以联系您。${contact}想请您再来看看。`,
    place: '地点',
    pay: '待遇',
    come: '愿意，用上次的简历投递',
    decline: '这次不用',
    footnote: '不用也没关系，一年内不再为岗位联系您。',
    came: '已经投递',
    cameDetail: '招聘先看您的简历，有结果会告诉您',
    declined: '好的，这次不用',
    declinedDetail: '一年内不再为岗位联系您',
    over: '这个岗位已经不招了',
    overDetail: '您还在人才库里，有别的岗位再联系您',
  },
  en: {
    title: (name) => `${name}, a position made us think of you`,
    why: (company, position, contact) =>
      `${company} is looking for a ${position}. You said we may contact you when a position fits. ${contact} would like you to have a look.`,
    place: 'Place',
    pay: 'Pay',
    come: 'Yes, apply with my last résumé',
    decline: 'Not this time',
    footnote: 'A no is fine: we won’t ask you about positions again for a year.',
    came: 'You have applied',
    cameDetail: 'We check your résumé against the requirements first and tell you the result',
    declined: 'All right, not this time',
    declinedDetail: 'We won’t ask you about positions again for a year',
    over: 'This position is no longer open',
    overDetail: 'You stay in the talent pool; we contact you about others',
  },
  ja: {
    title: (name) => `${name}さん、ご紹介したい求人があります`,
    why: (company, position, contact) =>
      `${company}では${position}を募集しています。合う求人があれば連絡してよいと伺っていました。${contact}がぜひご検討いただきたいとのことです。`,
    place: '場所',
    pay: '待遇',
    come: '前回の履歴書で応募する',
    decline: '今回は見送る',
    footnote: '見送っても構いません。一年間は求人のご連絡をしません。',
    came: '応募しました',
    cameDetail: 'まず応募条件に沿って履歴書を確認し、結果をお知らせします',
    declined: '今回は見送り',
    declinedDetail: '一年間は求人のご連絡をしません',
    over: 'この求人は締め切りました',
    overDetail: '人材プールには残ります。別の求人があればご連絡します',
  },
  fr: {
    title: (name) => `${name}, un poste nous a fait penser à vous`,
    why: (company, position, contact) =>
      `${company} recrute pour le poste ${position}. Vous aviez accepté d’être contacté quand un poste convient. ${contact} aimerait votre avis.`,
    place: 'Lieu',
    pay: 'Rémunération',
    come: 'Oui, postuler avec mon dernier CV',
    decline: 'Pas cette fois',
    footnote: 'Un non convient aussi : plus de message sur des postes pendant un an.',
    came: 'Candidature envoyée',
    cameDetail: 'Votre CV est d’abord comparé aux exigences, puis nous vous répondons',
    declined: 'Entendu, pas cette fois',
    declinedDetail: 'Plus de message sur des postes pendant un an',
    over: 'Ce poste n’est plus ouvert',
    overDetail: 'Vous restez dans le vivier ; nous vous parlerons d’autres postes',
  },
};

/** To somebody in the talent pool: which position, why he hears of it, and that a no is fine. */
export function poolInviteCard(props: PoolInviteProps): CardContent {
  const { locale, companyName, positionName, contactName, place, pay } = props;
  const say = words[locale];
  const facts: CardBlock[] = [
    { type: 'fact' as const, label: say.place, value: place },
    { type: 'fact' as const, label: say.pay, value: pay },
  ].filter(({ value }) => value !== '');
  return {
    locale,
    eyebrow: `${companyName} · ${positionName}`,
    title: say.title(props.candidateName),
    figure: null,
    blocks: [{ type: 'text', text: say.why(companyName, positionName, contactName) }, ...facts],
    buttons: [
      { action: 'come', label: say.come, style: 'primary' },
      { action: 'decline', label: say.decline, style: 'plain' },
    ],
    footnote: say.footnote,
  };
}

/** What it has become. */
export function poolInviteEnded(card: CardContent, end: 'came' | 'declined' | 'over'): CardContent {
  const say = words[card.locale];
  const glyph = ({ came: 'pass', declined: 'unknown', over: 'hold' } as const)[end];
  const record: CardBlock = {
    type: 'record',
    glyph,
    title: say[end],
    detail: say[`${end}Detail`],
  };
  return { ...card, blocks: [...card.blocks, record], buttons: [], footnote: '' };
}

/** One sentence to the person who pressed. */
export function poolInviteSaid(locale: Locale, end: 'came' | 'declined' | 'over'): string {
  return words[locale][end];
}
