import { AppError } from '@zhiyu/contracts/errors';

/**
 * What an employer may not ask (就业促进法, 妇女权益保障法 第四十三条, 个人信息保护法): marriage and children, health and
 * illness, origin, faith, and what else has nothing to do with the work. Words are only looked for in questions of the
 * staff; a question about work can say the same in other words.
 */
const topics: RegExp[] = [
  /结婚|婚姻|婚育|已婚|未婚|离婚|单身|[有找谈]对象|[男女]朋友|怀孕|孕期|生育|二胎|三胎|[生要有带]孩子|几个孩子|家庭计划|备孕/u,
  /户口|户籍|籍贯|哪里人|老家|民族|信教|宗教|信仰|政治面貌|党员/u,
  /病史|残疾|乙肝|艾滋|抑郁|身体状况|健康状况|[您你].{0,4}(?:生过|得过|有).{0,4}病/u,
  /多大年纪|多大年龄|今年几岁|[您你]的年龄|几几年的|属什么|[您你](?:的)?(?:身高|体重)|长相|相貌|星座|血型/u,
  /父母(?:是)?做什么|家庭条件|家里(?:有)?几口|家境|征信|欠债|犯罪记录/u,
  /\b(?:married|marriage|marital|your (?:husband|wife|partner)|boyfriend|girlfriend|pregnan\w*|(?:your|any|have|having) (?:children|kids)|family planning)\b/iu,
  /\b(?:your (?:religion|faith|ethnic\w*|nationality)|political party|where are you from|birthplace|hukou)\b/iu,
  /\b(?:how old are you|your age|date of birth|your (?:disab\w*|illness|health|height|weight)|medical history|hepatitis)\b/iu,
];

/** Refuses a question of the staff that touches what may not be asked. @throws questionUnlawful with its words */
export function refuseUnlawful(text: string): void {
  for (const topic of topics) {
    const words = topic.exec(text)?.[0];
    if (words !== undefined) {
      throw new AppError('questionUnlawful', { words });
    }
  }
}
