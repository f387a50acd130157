import { unitsOf } from './normalise.js';

/** A longer clause tells something beside who somebody is. */
const longest = 14;

const zh = [
  /^(?:我|本人)(?:名字)?(?:叫(?![上来了过])|姓|名叫).{1,8}$/u,
  /^(?:我是)?(?:个)?(?:男|女)(?:的|性|生|孩|士)?$/u,
  /^(?:我)?(?:今年)?\d{2}多?岁(?:了)?$/u,
  /^(?:我是)?[^，]{1,5}族(?:人)?$/u,
  /^(?:我|本人)?(?:是|从|毕业于)?.{0,8}(?:大学|学院|职高|高中|中专|中职|技校|专科|大专|本科|硕士|博士|研究生)(?:毕业|念完|读完|出身|学历)(?:的|了|就出来了)?$/u,
  /^(?:我|本人)(?:是|毕业于).{0,8}(?:大学|学院|专科|大专|本科|硕士|博士|研究生).{0,4}$|^(?:985|211|双1流)$/u,
  /^.{0,4}(?:已婚|未婚|单身|离异|结婚了|没结婚)$|^我?(?:刚|已经)?(?:有|生完|生了).{0,3}(?:孩子|娃|宝宝)$|在家带(?:娃|孩子)$/u,
  /^.{0,4}(?:党员|团员|群众)$|户口(?:的)?$|^家在.{1,6}$|^家里.{0,4}(?:老师|农民|工人|医生|干部|做生意)(?:的)?$/u,
  /^.{0,3}(?:听力|视力|腿脚|身体)(?:不太?好|不便)$|^.{0,3}(?:普通话|口音|中文).{0,3}(?:不太?标准|不太?好|有点重|很重|自学的)$/u,
  /^我?(?:来自[^，]{1,8}|从[^，]{1,6}来(?:的)?)$/u,
];
const en = [
  /^(?:and )?my name(?:'s| is) .{1,40}$/u,
  /^(?:and )?i(?:'m| am) (?:a |an )?(?:man|woman|male|female|married|single|\d{2} years old|christian|muslim)(?: of .{1,20})?$/u,
  /^(?:and )?i (?:went to|graduated from|studied at) (?:an? |the )?.{1,40}$/u,
  /^(?:and )?i(?:'m| am) from .{1,20}$/u,
];

/**
 * Whether a clause only tells who somebody is: name, sex, age, people, school, family, party, residence, health, accent. Such a
 * clause is not read: it is no deed, and a “last year at home with the child” would tell the situation of a story.
 */
export function tellsWho(norm: string): boolean {
  if (/[a-z]{3}/u.test(norm) && !/\p{Script=Han}/u.test(norm)) {
    return en.some((pattern) => pattern.test(norm));
  }
  return unitsOf(norm) <= longest && zh.some((pattern) => pattern.test(norm));
}
