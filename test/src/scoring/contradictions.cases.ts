import type { ContradictionKind } from '@zhiyu/contracts/contradictions';
import type { Case, resumes } from './contradictions.resumes.js';

/** Two passages that cannot both hold, with words of each. */
export interface TrueCase extends Case {
  kind: ContradictionKind;
  one: string;
  other: string;
}

const t = (
  kind: ContradictionKind,
  answers: string[],
  [one, other]: [string, string],
  resume?: keyof typeof resumes,
): TrueCase => ({ kind, answers, one, other, ...(resume ? { resume } : {}) });

/** Written before the rules, by what a recruiter would ask about; each says two things of one fact. */
export const trueCases: TrueCase[] = [
  // With the résumé: how long at a place
  t(
    'duration',
    ['我之前在永辉超市做理货，做了四年，临期商品都归我管。'],
    ['四年', '2019.03-2021.02'],
    'store',
  ),
  t(
    'duration',
    ['在盒马鲜生我待了半年就离开了，主要做排班。'],
    ['半年', '2021.03-2024.05'],
    'store',
  ),
  t(
    'duration',
    ['我在星图科技工作了一年，后来想换个方向。'],
    ['一年', '2018.07-2022.06'],
    'engineer',
  ),
  t('duration', ['我在永辉干了五年多，从理货员做起。'], ['五年多', '2019.03-2021.02'], 'store'),
  t('duration', ['我有十五年的工作经验，什么场面都见过。'], ['十五年', '2019.03'], 'store'),
  // When
  t('date', ['我是2020年毕业的，毕业以后就去了超市。'], ['2020年毕业', '2014.09-2018.06'], 'store'),
  t('date', ['我2017年加入永辉超市，一直做日配。'], ['2017年加入', '2019.03-2021.02'], 'store'),
  t('date', ['二〇二三年我从永辉超市离职。'], ['二〇二三年', '2019.03-2021.02'], 'store'),
  t('date', ['2016年我入职星图科技，做后端。'], ['2016年', '2018.07-2022.06'], 'engineer'),
  // Employer
  t('employer', ['2020年我在华润超市上班，做收银。'], ['华润超市', '2019.03-2021.02'], 'store'),
  t('employer', ['2020年的时候我在天虹商场工作。'], ['天虹商场', '2018.07-2022.06'], 'engineer'),
  // Degree
  t('degree', ['我是本科毕业，学的软件工程。'], ['本科毕业', '大专'], 'engineer'),
  t('degree', ['我的最高学历是硕士。'], ['硕士', '本科'], 'store'),
  t('degree', ['我的学历是大专，不过我一直在学。'], ['大专', '本科'], 'store'),
  // Role
  t('role', ['我在永辉超市是店长，管整个门店。'], ['店长', '理货员'], 'store'),
  t('role', ['当时我在星图科技担任技术总监。'], ['技术总监', 'Java开发工程师'], 'engineer'),
  // Team
  t('team', ['在盒马鲜生的时候，我带了二十个人的团队。'], ['二十个人', '8人团队'], 'store'),
  t('team', ['库存中心重构这个项目，我们小组一共十二个人。'], ['十二个人', '5人小组'], 'engineer'),
  // Numbers
  t('number', ['在永辉超市我把损耗率降低了百分之六十。'], ['百分之六十', '降低了30%'], 'store'),
  t('number', ['线上订单准时率提升了45%，这是我在盒马鲜生最满意的事。'], ['45%', '15%'], 'store'),
  t('number', ['接口响应时间缩短了80%，上线以后很稳。'], ['80%', '40%'], 'engineer'),
  // Yes or no
  t('yesNo', ['说实话我从来没用过Kafka。'], ['没用过Kafka', 'Kafka'], 'engineer'),
  t('yesNo', ['SAP我没有用过，我们都用纸。'], ['SAP', 'SAP'], 'store'),
  // Between answers
  t(
    'duration',
    ['我做销售做了五年，客户都认识我。', '我做销售三年，主要跑社区店。'],
    ['五年', '三年'],
  ),
  t('duration', ['我有六年的教学经验。', '我一共有两年教学经验，带过三个班。'], ['六年', '两年']),
  t('date', ['我是2018年毕业的。', '2021年我大学毕业，之后在家待了一阵。'], ['2018年', '2021年']),
  t('degree', ['我的学历是大专。', '我是本科毕业，学校不错。'], ['大专', '本科']),
  t(
    'team',
    ['在华润万家的时候我们组有五个人。', '在华润万家，我们组一共十五个人，我是其中一个。'],
    ['五个人', '十五个人'],
  ),
  t(
    'yesNo',
    ['我没有带过团队，一直是自己干。', '我带过团队，最多的时候管八个人。'],
    ['没有带过团队', '带过团队'],
  ),
  t(
    'yesNo',
    ['我用过Python写报表，每周一份。', '我从没用过Python。'],
    ['用过Python', '没用过Python'],
  ),
  t('yesNo', ['我没有考过驾照。', '我考过驾照，平时也送货。'], ['没有考过驾照', '考过驾照']),
  // Inside one answer or story
  t(
    'ownPart',
    ['这个报表系统是我一个人做的。整个报表系统我和两个同事一起做，用了两周。'],
    ['一个人做的', '一起做'],
  ),
  t(
    'ownPart',
    ['盘点方案是我独立完成的，谁也没帮忙。', '+盘点方案是主管写的，我照着做。'],
    ['独立完成', '主管写的'],
  ),
  t(
    'team',
    ['我们小组有四个人，分工很清楚。', '+我们小组一共九个人，每个人管一块。'],
    ['四个人', '九个人'],
  ),
  t('number', ['我把退货率降到了3%。老板很高兴，因为退货率降到了8%。'], ['3%', '8%']),
  t(
    'duration',
    ['这个项目一共做了三个月。', '+这个项目一共做了一年，中间没有停。'],
    ['三个月', '一年'],
  ),
  t(
    'number',
    ['复购率提升了百分之二十。', '+复购率提升了百分之五十，靠的是会员群。'],
    ['百分之二十', '百分之五十'],
  ),
  // English
  t(
    'duration',
    ['I worked at Acme Retail for five years before I moved on.'],
    ['five years', '2019.01-2021.01'],
    'english',
  ),
  t(
    'date',
    ['I graduated in 2020 and started right away.'],
    ['2020', '2013.09-2017.06'],
    'english',
  ),
  t(
    'team',
    ['At Northwind Foods I managed a team of 20 people.'],
    ['team of 20', 'team of 6'],
    'english',
  ),
  t('yesNo', ['I have never used SQL at work or at home.'], ['never used SQL', 'SQL'], 'english'),
  t(
    'yesNo',
    ['I have used Tableau for two years.', 'I have never used Tableau.'],
    ['used Tableau', 'never used Tableau'],
  ),
  t(
    'duration',
    ['I have eight years of sales experience.', 'I have three years of sales experience in total.'],
    ['eight years', 'three years'],
  ),
];
