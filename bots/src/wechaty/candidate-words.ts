import { type CandidateTopic, candidateTopics } from '../channel.js';

/** What was understood of a candidate's words. */
export interface Understood {
  about: CandidateTopic;
  locale: 'zh' | 'en' | null;
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

/**
 * Words of each topic, looked for in this order: who wants a person gets one whatever else he says, and who wants
 * another time does not want to hear where he stands.
 */
const words: readonly [CandidateTopic, RegExp][] = [
  [
    'person',
    /人工(?!智能)|真人|转人|找人|客服|hr面谈|联系hr|\b(human|person|agent|somebody|someone|recruiter)\b|\b(talk|speak) (to|with)\b/u,
  ],
  [
    'reschedule',
    /改.{0,3}时间|换.{0,3}时间|时间.{0,4}(改|换)|改期|改天|改约|另约|推迟|延期|延后|顺延|晚点再|来不及|没时间|没空|\b(reschedul\w*|postpone\w*|delay|another (time|day|date)|(change|move) .{0,12}(time|date|day|interview)|(do it|remind me) (later|tomorrow))\b|^later$/u,
  ],
  [
    'status',
    /进度|进展|结果|状态|到哪|哪一步|多久|什么时候|何时|有消息|有没有消息|通过了|\b(status|progress|results?|update|any news|outcome|when (will|do|can)|how long)\b/u,
  ],
  [
    'help',
    /帮助|菜单|怎么用|能做什么|可以做什么|你好|您好|在吗|\b(help|menu|hello|hi|hey|start)\b|^[?？]+$/u,
  ],
];

/** The whole message says only that he has read. */
const thanks =
  /^(?:(?:好的|好滴|好|行|嗯|哦|收到|知道了|请发到这里|了解|明白了|明白|谢谢您|谢谢你|谢谢|多谢|感谢|okay|ok|thank you|thanks|got it) ?)+$/u;

function localeOf(text: string): Understood['locale'] {
  if (/\p{Script=Han}/u.test(text)) {
    return 'zh';
  }
  return /\p{Script=Latin}/u.test(text) ? 'en' : null;
}

function topicOf(id: string): CandidateTopic | null {
  const named = id.startsWith(idPrefix) ? id.slice(idPrefix.length) : '';
  return candidateTopics.find((topic) => topic === named) ?? (id === welcomeId ? 'thanks' : null);
}

/**
 * What somebody wants, by simple words of Chinese and English and by the menu's lines: nothing is guessed, and what
 * is not one of them is `other`.
 * @param menuId of the line that was tapped; empty where he wrote himself
 */
export function understand(text: string, menuId: string): Understood {
  const said = [...text.normalize('NFKC')].slice(0, readAtMost).join('').toLowerCase().trim();
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

const lines: Record<'zh' | 'en', [CandidateTopic, string][]> = {
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
};

/** What can be asked, as lines to tap, in the language of the text they stand under. */
export function choicesUnder(text: string): Choice[] {
  const locale = localeOf(text) ?? 'zh';
  return lines[locale].map(([topic, say]) => ({ say, id: `${idPrefix}${topic}` }));
}
