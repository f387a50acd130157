import type { Locale } from '@zhiyu/contracts/basics';
import type { CardContent } from '../card-content.js';
import { inLine, timeText } from '../time-text.js';

export interface OwnOfferProps {
  locale: Locale;
  candidateName: string;
  companyName: string;
  positionName: string;
  contactName: string;
  now: number;
  /** Until when it can be answered. */
  expiresAt: number;
  /** The page with all that is offered. */
  href: string;
}

/** What the candidate hears of the own offer. */
export type OwnOfferNews = 'sent' | 'remind' | 'takenBack' | 'expired';

type Words = Record<OwnOfferNews, (of: OwnOfferProps, until: string) => [string, string]> & {
  open: string;
};

// What is offered stands on the page alone: messages lie on locked screens.
const words: Record<Locale, Words> = {
  zh: {
    open: '看录用通知',
    sent: ({ companyName, candidateName, contactName }, until) => [
      `${candidateName}，${companyName}想录用您`,
      `条件都写在里面，请在${inLine(until)} 前答复。有想问的，先问${contactName}，不影响录用。`,
    ],
    remind: ({ contactName }, until) => [
      '录用通知还等着您答复',
      `${until} 截止。还在考虑、想多要几天，请告诉${contactName}。`,
    ],
    takenBack: ({ contactName }) => [
      '录用通知撤回了',
      `抱歉。原因写在里面，接下来怎么办，${contactName}会和您联系。`,
    ],
    expired: ({ contactName }) => [
      '录用通知过了答复的时间',
      `如果您还愿意来，请联系${contactName}。`,
    ],
  },
  en: {
    open: 'See the offer',
    sent: ({ companyName, candidateName, contactName }, until) => [
      `${candidateName}, ${companyName} would like to hire you`,
      `Everything is written inside. Please answer by ${until}. Questions first? ${contactName} answers them, and the offer stands.`,
    ],
    remind: ({ contactName }, until) => [
      'Your offer is waiting for an answer',
      `It closes on ${until}. If you need more time, tell ${contactName}.`,
    ],
    takenBack: ({ contactName }) => [
      'Your offer was taken back',
      `We are sorry. The reason is written inside, and ${contactName} will tell you what comes next.`,
    ],
    expired: ({ contactName }) => [
      'The time to answer your offer is over',
      `If you would still like to come, please contact ${contactName}.`,
    ],
  },
  ja: {
    open: '内定通知を見る',
    sent: ({ companyName, candidateName, contactName }, until) => [
      `${candidateName}さん、${companyName}より内定のお知らせです`,
      `条件はすべて中に書いてあります。${until} までにお返事ください。ご質問は${contactName}まで。内定には影響しません。`,
    ],
    remind: ({ contactName }, until) => [
      '内定通知へのお返事をお待ちしています',
      `締め切りは${inLine(until)} です。もう少し時間が必要なときは、${contactName}にお伝えください。`,
    ],
    takenBack: ({ contactName }) => [
      '内定通知が取り下げられました',
      `申し訳ありません。理由は中に書いてあります。今後については${contactName}からご連絡します。`,
    ],
    expired: ({ contactName }) => [
      '内定通知の回答期限が過ぎました',
      `まだ入社のご意向があれば、${contactName}にご連絡ください。`,
    ],
  },
  fr: {
    open: 'Voir l’offre',
    sent: ({ companyName, candidateName, contactName }, until) => [
      `${candidateName}, ${companyName} souhaite vous embaucher`,
      `Tout est écrit à l’intérieur. Répondez avant le ${until}. Une question ? ${contactName} y répond, l’offre reste valable.`,
    ],
    remind: ({ contactName }, until) => [
      'Votre offre attend une réponse',
      `Elle prend fin le ${until}. S’il vous faut plus de temps, dites-le à ${contactName}.`,
    ],
    takenBack: ({ contactName }) => [
      'Votre offre a été retirée',
      `Nous en sommes désolés. La raison est écrite à l’intérieur, et ${contactName} vous dira la suite.`,
    ],
    expired: ({ contactName }) => [
      'Le délai de réponse est passé',
      `Si vous souhaitez toujours venir, contactez ${contactName}.`,
    ],
  },
};

/** To the candidate: an offer has come, waits, was taken back, or its time is over. */
export function ownOfferCard(props: OwnOfferProps, news: OwnOfferNews): CardContent {
  const { locale, positionName, now, expiresAt, href } = props;
  const say = words[locale];
  const [title, text] = say[news](props, timeText(expiresAt, now, locale));
  return {
    ...{ locale, eyebrow: positionName, title, figure: null },
    blocks: [{ type: 'text', text }],
    buttons: [{ action: 'open', label: say.open, style: 'primary', href }],
    footnote: '',
  };
}
