import type { Locale } from '@zhiyu/contracts/basics';
import { type CandidateTopic, candidateTopics } from '../channel.js';

/** What was understood of a candidate's words. */
export interface Understood {
  about: CandidateTopic;
  locale: Locale | null;
}

/** A line that can be tapped: it is sent as the candidate's own words, with its id. */
export interface Choice {
  say: string;
  id: string;
}

const idPrefix = 'ask.';
/** Longer words are no menu word; only their beginning is looked at. */
const readAtMost = 200;
/** 知道了，请发到这里: the first line of the welcome. */
const welcomeId = 'ready';

/** Any of these, by language. */
const anyOf = (...patterns: RegExp[]) =>
  new RegExp(patterns.map(({ source }) => source).join('|'), 'u');

/**
 * Words of each topic, looked for in this order: who wants a person gets one whatever else he says, and who wants
 * another time does not want to hear where he stands.
 */
const words: readonly [CandidateTopic, RegExp][] = [
  [
    'person',
    anyOf(
      /人工(?!智能)|真人|转人|找人|客服|hr面谈|联系hr/,
      /\b(human|person|agent|somebody|someone|recruiter)\b|\b(talk|speak) (to|with)\b/,
      /担当者|人と話|オペレーター/,
      /\b(une personne|quelqu'un|humain|recruteur|recruteuse)\b|\bparler (à|avec)/,
    ),
  ],
  [
    'reschedule',
    anyOf(
      /改.{0,3}时间|换.{0,3}时间|时间.{0,4}(改|换)|改期|改天|改约|另约|推迟|延期|延后|顺延|晚点再|来不及|没时间|没空/,
      /\b(reschedul\w*|postpone\w*|delay|another (time|day|date)|(change|move) .{0,12}(time|date|day|interview)|(do it|remind me) (later|tomorrow))\b|^later$/,
      /(日時|日程|時間).{0,4}(変更|変え|調整)|延期|リスケ|別の日/,
      /\b(reporter|décaler|repousser)\b|\b(changer|déplacer) .{0,16}(date|heure|horaire|jour|entretien)|\bautre (date|jour|moment|horaire)\b|\bplus tard\b/,
    ),
  ],
  [
    'status',
    anyOf(
      /进度|进展|结果|状态|到哪|哪一步|多久|什么时候|何时|有消息|有没有消息|通过了/,
      /\b(status|progress|results?|update|any news|outcome|when (will|do|can)|how long)\b/,
      /進捗|進行状況|状況|結果|どうなって|いつ/,
      /\b(statut|avancement|résultats?|des nouvelles|réponse)\b|\boù en est|\bquand\b/,
    ),
  ],
  [
    'help',
    anyOf(
      /帮助|菜单|怎么用|能做什么|可以做什么|你好|您好|在吗/,
      /\b(help|menu|hello|hi|hey|start)\b|^[?？]+$/,
      /ヘルプ|使い方|メニュー|こんにちは|はじめまして/,
      /\b(aide|bonjour|salut)\b/,
    ),
  ],
];

/** The whole message says only that he has read. */
const thanks =
  /^(?:(?:好的|好滴|好|行|嗯|哦|收到|知道了|请发到这里|了解|明白了|明白|谢谢您|谢谢你|谢谢|多谢|感谢|okay|ok|thank you|thanks|got it|send them here|ありがとうございます|ありがとう|わかりました|承知しました|ここに送ってください|merci beaucoup|merci|daccord|bien reçu|entendu|envoyezmoi tout ici) ?)+$/u;

/** Letters and small words that French has and English has not. */
const french =
  /[àâçèêëîïôùûœ]|é|\b(je|vous|bonjour|merci|votre|une|des|moi|ici|nous|est|quand|où|aide|statut|entretien|personne|changer)\b/iu;

/** By its letters: whoever writes Japanese in Chinese characters alone, or French without its own, is taken for the other. */
function localeOf(text: string): Understood['locale'] {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) {
    return 'ja';
  }
  if (/\p{Script=Han}/u.test(text)) {
    return 'zh';
  }
  if (!/\p{Script=Latin}/u.test(text)) {
    return null;
  }
  return french.test(text) ? 'fr' : 'en';
}

function topicOf(id: string): CandidateTopic | null {
  const named = id.startsWith(idPrefix) ? id.slice(idPrefix.length) : '';
  return candidateTopics.find((topic) => topic === named) ?? (id === welcomeId ? 'thanks' : null);
}

/**
 * What somebody wants, by simple words of four languages and by the menu's lines: nothing is guessed, and what is not
 * one of them is `other`.
 * @param menuId of the line that was tapped; empty where he wrote himself
 */
export function understand(text: string, menuId: string): Understood {
  const said = [...text.normalize('NFKC').replaceAll('’', "'")]
    .slice(0, readAtMost)
    .join('')
    .toLowerCase()
    .trim();
  const locale = localeOf(said);
  const tapped = topicOf(menuId);
  if (tapped) {
    return { about: tapped, locale };
  }
  if (thanks.test(said.replaceAll(/[\p{P}\p{S}]/gu, ''))) {
    return { about: 'thanks', locale };
  }
  const found = words.find(([, pattern]) => pattern.test(said));
  return { about: found?.[0] ?? 'other', locale };
}

const lines: Record<Locale, [CandidateTopic, string][]> = {
  zh: [
    ['status', '进度'],
    ['reschedule', '改时间'],
    ['person', '人工'],
  ],
  en: [
    ['status', 'Status'],
    ['reschedule', 'Change the time'],
    ['person', 'A person'],
  ],
  ja: [
    ['status', '進捗をきく'],
    ['reschedule', '日時を変更'],
    ['person', '担当者と話す'],
  ],
  fr: [
    ['status', 'Où en est-on ?'],
    ['reschedule', 'Changer l’heure'],
    ['person', 'Une personne'],
  ],
};

/** What can be asked, as lines to tap, in the language of the text they stand under. */
export function choicesUnder(text: string): Choice[] {
  const locale = localeOf(text) ?? 'zh';
  return lines[locale].map(([topic, say]) => ({ say, id: `${idPrefix}${topic}` }));
}
