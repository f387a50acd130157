/** Résumés as their text; the cases name them. */
export const resumes = {
  store: `王小明
教育经历
2014.09-2018.06 河海大学 市场营销 本科
工作经历
2019.03-2021.02 永辉超市 理货员
负责日配区陈列和临期商品管理，损耗率降低了30%
带领3人小组完成夜间盘点
2021.03-2024.05 盒马鲜生 组长
管理8人团队，线上订单准时率提升15%
技能
Excel、SAP、叉车`,
  engineer: `李强
教育经历
2015.09-2018.06 金陵科技学院 软件工程 大专
工作经历
2018.07-2022.06 星图科技有限公司 Java开发工程师
负责订单系统的开发，接口响应时间缩短40%
2022.07-至今 云帆软件 后端开发工程师
项目经历
2023.01-2023.08 库存中心重构
参与5人小组，负责扣减接口
技能
Java、MySQL、Redis、Kafka`,
  english: `Mary Brown
Education
2013.09-2017.06 Leeds University, Business, Bachelor
Work Experience
2019.01-2021.01 Acme Retail, Store Associate
Cut shrinkage by 20%
2021.02-2024.03 Northwind Foods, Shift Supervisor
Managed a team of 6
Skills
Excel, SQL`,
} as const;

/** An interview: one text an answer, in order; `+` in front: the answer to a follow-up question. */
export interface Case {
  resume?: keyof typeof resumes;
  answers: string[];
}
