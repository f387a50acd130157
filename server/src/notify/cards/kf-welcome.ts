import type { Locale } from '@zhiyu/contracts/basics';

interface WelcomeWords {
  head: string;
  /** Tapping it is a message of the candidate's. */
  ready: string;
  tail: string;
}

const words: Record<Locale, WelcomeWords> = {
  zh: {
    head: '您好，这里是招聘助手。面试的通知和结果会发到这里。',
    ready: '知道了，请发到这里',
    tail: '也可以在这里问：“进度”“改时间”“人工”。',
  },
  en: {
    head: 'Hello, this is the recruiting assistant. Interview notices and the result come here.',
    ready: 'Got it, send them here',
    tail: 'You can also ask here: “status”, “change the time”, “person”.',
  },
  ja: {
    head: 'こんにちは。採用アシスタントです。面接のご案内と結果をここにお送りします。',
    ready: 'わかりました。ここに送ってください',
    tail: 'ここで「進捗」「日時の変更」「担当者」とおたずねいただけます。',
  },
  fr: {
    head: 'Bonjour, ici l’assistant de recrutement. Les convocations et le résultat arrivent ici.',
    ready: 'D’accord, envoyez-moi tout ici',
    tail: 'Vous pouvez aussi écrire ici : « statut », « changer l’heure », « une personne ».',
  },
};

/** Nobody knows the language of somebody whom no link names: both of the product's own. */
const stranger: WelcomeWords = {
  head: '您好，这里是招聘助手。我们还不知道您是哪位：请从面试通知里的链接进来。\nHello, we don’t know yet who you are: please come in by the link of your interview message.',
  ready: '知道了 / Got it',
  tail: '',
};

/**
 * What somebody is told who comes into the 微信客服 conversation: a tap on the first line opens it for our messages.
 * @param locale of the candidate; null where the link names nobody
 */
export function kfWelcome(locale: Locale | null) {
  const { head, ready, tail } = locale === null ? stranger : words[locale];
  return { head, items: [{ say: ready, id: 'ready' }], tail };
}
