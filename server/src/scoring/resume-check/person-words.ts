import type { ParsedResume } from '@zhiyu/contracts/resume';

/** What a line says of the person and not of the work: sex, age, birth, marriage, origin, photograph, rank of a school. */
const ofPerson = [
  /(?:性别|年龄|出生(?:年月|日期|地)?|生日|籍贯|户籍|户口|民族|婚姻(?:状况)?|婚育(?:状况)?|政治面貌|照片|gender|sex|age|date of birth|dob|nationality|marital status|photo)[ \t]*[:：]/iu,
  /已婚|未婚|离异|已育|未育|\b(?:un)?married\b/iu,
  /(?:^|[\s|｜/／·,，、])(?:男|女|male|female|[1-6]\d[ \t]?(?:周岁|岁))(?=$|[\s|｜/／·,，、])/iu,
  /(?:19|20)\d{2}年(?:\d{1,2}月)?(?:出?生|生人)|\b\d{2} years old\b/iu,
  /(?:985|211|双一流|C9)[ \t/、]*(?:985|211|双一流)?[ \t]*(?:工程|高校|院校|大学|本科)|名校|毕业于|毕业院校/u,
];

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A name counts where it stands alone: 高峰 is not in 高峰期. */
function alone(name: string): RegExp {
  return new RegExp(`(?:^|[\\s|｜/／·,，、:：])${escaped(name)}(?=$|[\\s|｜/／·,，、])`, 'iu');
}

/** A line without its bullet. */
export function unbulleted(text: string): string {
  return text.replace(/^[\s·•●▪◦*–—-]+/u, '');
}

/** Whether a line tells who somebody is or where he learned: such a line is named by its number and never quoted. */
export function tellsWho({
  name,
  phone,
  email,
  education,
}: ParsedResume): (text: string) => boolean {
  const schools = education.map(({ school }) => school);
  const own = [phone, email, ...schools].flatMap((field) => field?.value.trim() ?? []);
  const words = own.filter((word) => word.length > 1);
  const patterns = [...ofPerson, ...(name ? [alone(name.value.trim())] : [])];
  return (text) =>
    words.some((word) => text.includes(word)) || patterns.some((pattern) => pattern.test(text));
}
