import type { Locale } from '@zhiyu/contracts/basics';

/** Asking for two things at once: a second question mark, a second question word in another clause. */
const marks: Record<Locale, RegExp> = {
  zh: /[？?]/gu,
  en: /\?/gu,
  ja: /[？?]|か。/gu,
  fr: /\?/gu,
};
const joined: Record<Locale, RegExp> = {
  zh: /分别(?:是|怎么|如何|说|讲|做|为)|以及.{0,12}(?:什么|怎么|怎样|如何|为什么|哪|多少)|各(?:是|为)什么/u,
  en: /\b(?:and|or)\s+(?:(?:in|with|by|to|for) )?(?:how|what|why|when|who|whom|where|which)\b/iu,
  ja: /(?:何|誰|いつ|どこ|どれ|なぜ)[^。]{0,14}(?:か|、)[^。]{0,3}(?:そして|また)/u,
  fr: /\bet\s+(?:(?:à|avec|par|de|dans) )?(?:comment|pourquoi|quand|qui|où|quels?|quelles?|combien)\b/iu,
};
/** A clause that asks, by its question word; only of languages that put a comma between the two. */
const asking: Partial<Record<Locale, RegExp>> = {
  zh: /什么|怎么|怎样|如何|为何|哪|多少|谁|吗$|几(?:个|次|件|天|家|条|位|点|年|成)/u,
  ja: /何|誰|いつ|どこ|どの|どれ|どう|どんな|なぜ|どちら|どのよう/u,
};
const clauseEnd: Partial<Record<Locale, RegExp>> = { zh: /[，；。、]/u, ja: /[。]/u };
/** Not questions although the word is one: 几次, 什么都. */
const notAsking =
  /什么都|怎么都|谁都|哪怕|那几|这几|好几|几次打断|第几|十几|几十|没有什么|誰も|いつも|どれも|何も|何か|任何|说“[^”]*”|“[^”]*”/gu;

/** Whether a sentence asks for more than one thing. */
export function asksTwice(text: string, locale: Locale): boolean {
  if ((text.match(marks[locale])?.length ?? 0) > 1 || joined[locale].test(text)) return true;
  const word = asking[locale];
  const end = clauseEnd[locale];
  if (!word || !end) return false;
  const clauses = text.replace(notAsking, '').split(end);
  return clauses.filter((clause) => word.test(clause)).length > 1;
}

const leadingWords: Record<Locale, RegExp> = {
  zh: /难道|不觉得|对吧|是吧|[，,]对不对|是不是应该|您(?:一定|肯定|想必)(?!会)|想必|当然应该|大家都知道|应该.{0,8}吧|相信您|不会.{0,6}吧/u,
  en: /\b(?:don't you|isn't it|wouldn't you|aren't you|surely|obviously|of course you|you must have|would you agree|no doubt you)\b/iu,
  ja: /ですよね|ではありませんか|当然|もちろん|はずですよ|きっとあなた/u,
  fr: /n'est-ce pas|évidemment|bien sûr|ne pensez-vous pas|vous devez sûrement|forcément que/iu,
};

/** Whether the wording says which answer is wanted. */
export function leads(text: string, locale: Locale): string | null {
  return leadingWords[locale].exec(text)?.[0] ?? null;
}

/** What an employer may not ask a candidate about, by topic. */
const protectedTopics: Record<Locale, RegExp> = {
  zh: /婚|怀孕|生育|生孩子|备孕|产假|二胎|三胎|孩子|子女|年龄|年纪|岁数|多大了|几岁|属相|生肖|星座|血型|户籍|户口|籍贯|老家|哪里人|本地人|外地人|民族|汉族|健康|疾病|病史|病假|残疾|残障|体检|乙肝|身体状况|宗教|信仰|信教|政治面貌|党员|性别|性取向|男朋友|女朋友|恋爱|配偶|丈夫|妻子|老公|老婆|父母|家庭|家里人|身高|体重|长相|相貌|口音/u,
  en: /\b(?:marri\w*|pregnan\w*|maternity|child(?:ren|care)?|kids|age|how old|born|birthplace|hometown|nationalit\w*|ethnic\w*|race|health|illness|disease|disab\w*|religio\w*|church|political|party member|gender|sexual\w*|husband|wife|spouse|boyfriend|girlfriend|parents|family|accent|weight)\b/iu,
  ja: /結婚|既婚|未婚|妊娠|出産|育児|子ども|子供|お子さん|年齢|何歳|本籍|出身地|国籍|民族|人種|健康|病気|病歴|障害者|障がい|宗教|信仰|支持政党|性別|恋人|配偶者|(?<![工丈])夫|妻|両親|家族|身長|体重|容姿/u,
  fr: /\b(?:mari(?:é|ée|age)|enceinte|grossesse|enfants?|âge|quel âge|né à|nationalité|ethni\w*|origines?|santé|maladie|handicap\w*|religi\w*|politique|sexe|orientation sexuelle|époux|épouse|conjoint\w*|parents|famille|accent|poids)\b/iu,
};

/** The protected topic that a text touches, in its own words; null: none. */
export function protectedTopic(text: string, locale: Locale): string | null {
  return protectedTopics[locale].exec(text)?.[0] ?? null;
}

const filler: Record<Locale, RegExp> = {
  zh: /^(?:表现|能力|回答|思路|水平)?(?:非常|很|较|比较|一般)?(?:优秀|良好|一般|较差|很差|出色|不足|强|弱|合格|不合格|完全符合|基本符合|部分符合|不符合)[。！]?$|表现(?:优秀|良好|出色|一般|较差)|能力(?:较|很|比较)?(?:强|弱)|回答(?:全面|完整|较好|一般)/u,
  en: /\b(?:excellent|good|average|poor|weak|strong|outstanding) (?:performance|answer|ability|skills?)\b|\b(?:meets|exceeds|below) (?:the )?expectations?\b/iu,
  ja: /(?:とても|非常に)?(?:優れている|良い回答|普通|劣っている)。?$/u,
  fr: /\b(?:excellente?|bonne?|moyenne?|faible) (?:réponse|performance|capacité)\b/iu,
};

/** An anchor that fits any question says nothing about this one. */
export function isFiller(text: string, locale: Locale): boolean {
  return filler[locale].test(text);
}
