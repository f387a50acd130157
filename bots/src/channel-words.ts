import type { Locale } from '@zhiyu/contracts/basics';
import type { ChannelHost } from './channel.js';

interface ChannelWords {
  /** A list was sent without a choice. */
  chooseFirst: string;
  notSaved: string;
  /** The decision takes longer than the chat waits. */
  working: string;
  /** The first words of a bot that may only write to who has written to it. */
  writeOnce: string;
}

/** What a channel says by itself. */
export const channelWords: Record<Locale, ChannelWords> = {
  zh: {
    chooseFirst: '请先在卡片上选择，再提交。',
    notSaved: '刚才没有保存成功，请再按一次。',
    working: '收到了，正在处理，卡片马上更新',
    writeOnce: '您好。请回复任意一句话，之后面试相关的卡片会发到这里。',
  },
  en: {
    chooseFirst: 'Choose on the card first, then submit.',
    notSaved: 'That was not saved. Please press again.',
    working: 'Received. The card changes in a moment',
    writeOnce: 'Hello. Write anything here; cards about interviews come to this chat from then on.',
  },
  ja: {
    chooseFirst: '先にカードで選択してから送信してください。',
    notSaved: '保存できませんでした。もう一度押してください。',
    working: '受け付けました。まもなくカードが更新されます',
    writeOnce: 'こんにちは。何か一言お送りください。以後、面接のカードがここに届きます。',
  },
  fr: {
    chooseFirst: 'Choisissez d’abord sur la carte, puis envoyez.',
    notSaved: 'Rien n’a été enregistré. Appuyez encore une fois.',
    working: 'Bien reçu. La carte change dans un instant',
    writeOnce:
      'Bonjour. Écrivez un mot ici ; les cartes des entretiens vous parviendront ensuite dans cette conversation.',
  },
};

/**
 * The channel's own words in the language of a card, or of the company's people where it is about none. Chinese where
 * nobody can say.
 */
export async function wordsFor(
  host: ChannelHost | null,
  cardId: string | null,
): Promise<ChannelWords> {
  const locale = await host?.locale?.(cardId).catch(() => undefined);
  return channelWords[locale ?? 'zh'];
}
