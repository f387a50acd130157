/** Invented résumés as plain text, in layouts that people use. */
export const retailResume = `张晓明
男 | 26岁 | 138-1234-5678 | zhangxm@example.com
求职意向：门店主管

教育背景
2015.09 - 2019.06  浙江大学  市场营销  本科
主修课程：市场营销学、消费者行为学

工作经历
2021.07 - 至今  杭州云杉零售有限公司  门店主管
• 负责门店日常运营，带领 8 人团队完成月度销售目标
• 盘点库存，损耗率从 3% 降到 1.2%
2019年7月 - 2021年6月  宁波银行股份有限公司杭州分行  综合柜员
• 办理柜面业务，点钞、假币识别

项目经验
2022.03 - 2022.08  会员体系升级项目  项目负责人
• 设计会员积分规则，复购率提升 15%

专业技能
熟练使用 Excel、PowerPoint，掌握 SQL 和 Python 数据分析
语言能力
英语（CET-6），普通话二级甲等
自我评价
踏实肯干，善于沟通。
`;

export const labelledResume = `个人简历

基本信息
姓名：李小红        性别：女
出生年月：1998年5月   籍贯：江苏南京
电话：+86 139 0013 9000   邮箱：lixh@example.com

教育经历
南京工业职业技术学院
会计专业 / 大专
2016/09 - 2019/07

实习经历
公司名称：南京苏果超市有限公司
职位：收银员
工作时间：2019/08-2020/10
工作内容：负责收银、理货及顾客服务。

技能证书
会计从业资格证；熟悉用友、金蝶；C1驾照
英语四级
`;

export const engineerResume = `JANE A. DOE
San Francisco, CA | (415) 555-0132 | jane.doe@example.com

PROFESSIONAL SUMMARY
Software engineer with 6 years of experience.

EXPERIENCE
Senior Software Engineer, Acme Inc.                    Jan 2020 – Present
San Francisco, CA
- Led migration to Kubernetes and reduced costs by 30%
Globex Corporation — Software Engineer    Jul 2017 - Dec 2019
- Developed REST APIs with Node.js and PostgreSQL.

EDUCATION
University of California, Berkeley
Bachelor of Science in Computer Science, GPA 3.8    Aug 2013 – May 2017

SKILLS
Languages: Python, Go, TypeScript, SQL
Tools: Docker, Kubernetes, AWS

LANGUAGES
English (Native), Spanish (Conversational)
`;

export const britishResume = `Curriculum Vitae
Name: Oliver Smith
Tel: +44 7700 900123
Email: oliver.smith@example.co.uk

Employment History
September 2019 - Present
Sales Assistant
Marks & Spencer, Manchester
Duties: till operation, stock control, customer service

June 2017 - August 2019
Barista
Costa Coffee, Leeds
Preparing drinks and cash handling.

Education and Qualifications
2015 - 2017   Leeds City College
A-levels: Business Studies (B), English (C)
2017 - 2020 BA (Hons) Marketing, Manchester Metropolitan University

Languages
English - native
French - basic
`;

export const analystResume = `王伟 - 数据分析师
手机：18600001111  邮箱：wangwei@example.com

一、教育背景
硕士   北京师范大学    应用统计    2018.9-2021.6
本科   山东大学（威海）   数学与应用数学    2014.9-2018.6

二、工作经历
启明数据科技有限公司    北京
数据分析师 | 商业化部门    2021.07-至今
1. 搭建广告投放数据看板，支持 20 个业务方
2. 设计 A/B 测试方案，点击率提升 12%

三、项目经历
用户流失预测模型    2020.10-2021.03
项目描述：基于 XGBoost 构建用户流失预测模型

四、技能
编程语言：Python、R、SQL
工具：Tableau、Power BI
语言：英语六级（560），可作为工作语言
`;

export const salesResume = `欧阳娜
13700001234 ｜ ouyang@example.cn ｜ 上海
工作经历
上海味源食品有限公司 销售经理 2020.03-至今
负责华东区渠道销售，管理经销商30家；
统一商贸（中国）投资有限公司 销售代表 2017.07-2020.02
负责商超渠道铺货
教育经历
上海海洋大学 本科 食品科学与工程 2013-2017
`;
