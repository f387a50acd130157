/** A quote is shown in one breath; more of a line is cut. */
const mostLetters = 40;

/** What a line must not hold to be quoted: orders to a machine or grader, marks, addresses of any kind. */
const orders =
  /忽略|无视|忘记(?:之前|以上|前面)|指令|提示词|系统(?:提示|消息)|满分|高分|打分|评分|给我.{0,6}分|直接(?:通过|录用|录取)|必须(?:通过|录用|录取)|候选人.{0,8}(?:优秀|通过)|扮演|ignore|disregard|override|instruction|prompt|system\s*:|assistant|score|grade|rating|hire (?:this|me)|you are|<[^>]{1,40}>|\{[^}]{0,200}\}|```/iu;
const addresses =
  /https?:|www\.|[\w.+-]+@[\w-]+\.|\b\w+\.(?:com|cn|net|org|io)\b|(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}|微信号|QQ\s*[:：]?\s*\d/iu;
/** Nothing about the person: age, family, health, sex, origin, belief, or the name of a school. */
const personal =
  /\d{1,2}\s*岁|年龄|出生|生日|婚|未育|已育|孩子|子女|怀孕|产假|育儿|配偶|家庭|父母|健康|身体|疾病|病假|残疾|性别|^\s*[男女]\s*$|[男女]\s*[|｜/，,]|民族|汉族|籍贯|户口|户籍|宗教|信仰|党员|政治面貌|985|211|双一流|名校|重点大学|QS\s*\d|毕业于|maternity|pregnan|married|children|gender|religio|disab|years old/iu;
const controls = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;

/**
 * A line of a résumé as it may be shown: bullets, controls and quote marks off, at most 40 characters.
 * A résumé is data: a line that holds an order, an address or something personal is not quoted.
 * @returns null where nothing fit to be quoted is left
 */
export function quoteOf(line: string): string | null {
  const plain = line
    .replace(controls, '')
    .replace(/^[\s·•●▪◦*\-–—]+|^[(（]?\d{1,2}[.、)）]\s*/u, '')
    .replace(/[“”"「」『』`<>{}[\]\\|]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  // Letters of another width or with marks between them say the same.
  const said = [line, plain].map((text) => text.normalize('NFKC'));
  const refused = [orders, addresses, personal].some((one) => said.some((text) => one.test(text)));
  if (refused || plain.length < 4) return null;
  const letters = [...plain];
  if (letters.length <= mostLetters) return plain.replace(/[。；;，,]+$/u, '');
  return `${letters.slice(0, mostLetters).join('')}…`;
}
