/** One sign of a UTF-16 unit, so that places in a text (spans, quotes) stay where they are. */
const block = '█';
export const blocks = (text: string) => block.repeat(text.length);

const months = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?';
const latinYear = '(?:19|20)\\d{2}';
/** 12 April 1999, April 12th, 1999, April 1999, 1999, 12/04/1999, 1999-04-12. */
const latinDate = [
  `(?:\\d{1,2}(?:st|nd|rd|th)?(?: of)? )?${months} ${latinYear}`,
  `${months} \\d{1,2}(?:st|nd|rd|th)?,? ${latinYear}`,
  `\\d{1,2}[./-]\\d{1,2}[./-](?:${latinYear}|\\d{2})`,
  `${latinYear}(?:[./-]\\d{1,2}){0,2}`,
].join('|');
const digit = '[\\d零〇一二三四五六七八九]';
const upTo99 = '(?:\\d{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九两])';
/** 1999年4月, 九九年四月三号. */
const chineseDate = `${digit}{2,4}年(?:${upTo99}月(?:份)?)?(?:${upTo99}[日号])?`;
const latinTens = '(?:twenty|thirty|forty|fifty|sixty)';
const latinAge = `(?:\\d{2}|${latinTens}(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)`;

/** What stands between words that are left and words that follow: the part in the middle goes. */
const told: RegExp[] = [
  // Where somebody went to school.
  /((?:毕业于|就读于|就读在|考上了?|考入|院校[是：:])\s*)([\p{Script=Han}A-Za-z]{2,20}?(?:大学|学院|职校|技校|师范|[一二三四五六七八九十]中|中学|高中))/gu,
  /(\b(?:graduated from|studied at|(?:a )?student at) (?:the )?)((?:[A-Z][\w.&'-]* ){0,5}(?:University|College|School|Institute)(?: of(?: [A-Z]\w+)+)?)/gu,
  // The own sex.
  /((?:我|本人)(?:是|作为)(?:一[个名位]?|个|名|位)?|作为(?:一[个名位]?)?)([男女](?:生|孩子?|人|士|性|的))/gu,
  /(\b(?:I am|I'm|I’m) an? (?:young )?)(woman|man|girl|boy|female|male|mother|father|mum|mom|dad)\b/giu,
  // When somebody was born, wherever it stands: a quote may begin behind 我.
  new RegExp(`()(${chineseDate}\\s*(?:出生|生人|生的))`, 'gu'),
  new RegExp(`((?:出生[于在]|生于)\\s*)(${chineseDate}|${latinDate})`, 'gu'),
  /(我是?)([06-9][05]后)/gu,
  new RegExp(`(\\bborn(?: (?:in|on))? (?:the )?)(${latinDate})`, 'giu'),
  new RegExp(
    `((?:date of birth|dob|birth ?day|birth date)[ \\t]*[:：]?[ \\t]*)(${latinDate})`,
    'giu',
  ),
  // How old.
  new RegExp(`()(${upTo99}[ \\t]?(?:周岁|岁))`, 'gu'),
  new RegExp(`(今年)(${upTo99})(?=[，,。.！!了]|$)`, 'gu'),
  new RegExp(`(\\b)(${latinAge}[ -]years?[ -]old)\\b`, 'giu'),
  new RegExp(`(\\baged? (?:of )?|█ of )(${latinAge})\\b`, 'giu'),
  new RegExp(`(\\b(?:I am|I'm|I’m) )(${latinAge})(?=\\s*(?:[.,;!?]|$|and\\b|now\\b))`, 'giu'),
  // What somebody is called, also where the recogniser spells it otherwise.
  /((?:^|[，,。.！!；;：:\s])(?:我的名字[叫是]|我名?叫))((?![他她它你您大同店一两几上了过来去人员顾客经师老])\p{Script=Han}{2,4})(?=[，,。.！!；;\s]|$)/gu,
  /(\b[Mm]y name(?: is|'s|’s) )(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,3})/gu,
  /(\b)((?:Mr|Mrs|Ms|Miss)\.?)(?= █)/gu,
  /()((?<=█)(?:女士|先生|小姐))/gu,
];

/** A text without what people say of themselves in an interview: school, sex, birth, age, name. Lengths stay. */
export function withoutSelfTold(text: string): string {
  return told.reduce(
    (left, pattern) =>
      left.replace(pattern, (_, before: string, what: string) => before + blocks(what)),
    text,
  );
}
