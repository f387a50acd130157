const companyStrong =
  /(?:有限(?:责任)?公司|股份公司|分公司|子公司|公司|集团|银行|支行|分行|事务所|工作室|研究院|研究所|设计院|出版社|报社|电视台|医院|幼儿园|酒店|超市|商场|百货|专卖店|旗舰店|便利店|门店|餐厅|合作社|信用社|证券|保险|基金会|协会|委员会|管理局|税务局|居委会|法院|检察院|派出所|街道办|商行|工厂|厂|俱乐部|培训中心|服务中心|中心)(?:[（(][^）)]{1,16}[）)])?$/;
const companyWeak =
  /公司|集团|银行|科技|网络|信息|传媒|文化|教育|大学|学院|学校|中学|小学|餐饮|零售|商贸|贸易|物流|地产|置业|电子|软件|能源|汽车|制造|咨询|金融|药业|生物|广告|腾讯|阿里|百度|字节|京东|美团|华为|网易|小米|滴滴|拼多多|携程|快手|顺丰|联想|中兴|海尔|美的|格力|比亚迪|麦当劳|肯德基|星巴克|优衣库|宜家|沃尔玛|屈臣氏|永辉|盒马|店$|局$|社$|部队|创业/;
const latinCompany =
  /\b(?:Inc|Ltd|LLC|LLP|PLC|Corp(?:oration)?|Co|GmbH|Group|Bank|Company|Limited|Holdings|Technologies|Technology|Solutions|Systems|Labs?|Studios?|Partners|Associates|Hotel|Hospital|University|College|School|Institute|Retail|Stores?|Supermarket|Foods?|Industries|International|Consulting|Capital|Insurance|Media|Network|Agency|Foundation|Software|Services|Ventures|Pharma\w*|Motors|Electronics|Enterprises|Restaurant|Caf[eé]|Coffee|Market|Shop)\b\.?|\b(?:Google|Microsoft|Amazon|Apple|Meta|Facebook|Netflix|IBM|Intel|Oracle|Alibaba|Tencent|ByteDance|Huawei|Deloitte|PwC|KPMG|EY|McKinsey|Walmart|Tesco|IKEA|HSBC|Barclays|Starbucks|McDonald['’]s|Uber|Airbnb|Stripe|Shopify)\b/;

const titleStrong =
  /(?:经理|主管|总监|工程师|专员|助理|店长|副店长|店员|营业员|柜员|导购员?|促销员|收银员?|理货员|实习生|顾问|分析师|设计师|程序员|架构师|主任|组长|队长|班长|代表|会计师?|出纳|教师|老师|讲师|编辑|客服|文员|行政|司机|厨师|服务员|储备干部|管培生|管理培训生|培训生|总裁|总经理|创始人|合伙人|负责人|志愿者|部长|副部长|干事|主席|副主席|社长|会长|翻译|律师|护士|医生|药师|研究员|助教|科员|秘书|记者|策划|美工|剪辑师?|摄影师|教练|店助|大堂|督导|业务员|销售员|库管|仓管员?|采购员?|质检员?|操作员|技术员|测试员|督学|班主任|辅导员|规划师|精算师|审计师?|咨询师|培训师|理财师|产品经理|主播|场记|前台|内勤|外勤|跟单员?|买手|组员|队员|成员|干部|骨干|CEO|CTO|CFO|COO|HR|HRBP)(?:[（(][^）)]{1,12}[）)])?$/;
const titleWeak =
  /开发|运营|销售|测试|产品|设计|实习|市场|财务|人事|采购|前端|后端|算法|运维|兼职|管理岗|柜面|导购|客户|培训|岗$|员$|师$|长$|工$/;
const latinTitle =
  /\b(?:Engineer|Manager|Developer|Analyst|Intern|Assistant|Director|Lead|Leader|Consultant|Designer|Officer|Teller|Associate|Representative|Rep|Specialist|Coordinator|Administrator|Architect|Scientist|Supervisor|Clerk|Cashier|Accountant|Teacher|Tutor|Head of|VP|Vice President|President|CEO|CTO|CFO|COO|Founder|Co-?founder|Researcher|Executive|Agent|Adviser|Advisor|Buyer|Planner|Trainee|Apprentice|Programmer|Writer|Editor|Nurse|Barista|Server|Waiter|Waitress|Secretary|Receptionist|Technician|Operator|Merchandiser|Auditor|Banker|Instructor|Lecturer|Professor|Fellow|Volunteer|Contractor|Freelancer?|Salesperson|Stylist|Keyholder|Owner|Strategist|Marketer|Recruiter|Tester|Internship|Member|Captain)s?\b/;

/** How much a cell reads like an employer, 0-1. */
export function companyScore(text: string): number {
  const cell = text.trim();
  if (companyStrong.test(cell)) return 1;
  const capitals = /^[A-Z][A-Z&.' -]{5,}$/.test(cell);
  const usual = capitals ? cell.replace(/\B[A-Z]+/g, (tail) => tail.toLowerCase()) : cell;
  if (latinCompany.test(usual)) return 0.85;
  if (/(?:公司|集团|银行|大学)/.test(cell)) return 0.75;
  return companyWeak.test(cell) ? 0.45 : 0;
}

/** How much a cell reads like a job title or a role, 0-1. */
export function titleScore(text: string): number {
  const cell = text.trim();
  if (titleStrong.test(cell)) return 1;
  if (latinTitle.test(cell)) return cell.length <= 60 ? 0.95 : 0.3;
  const any = cell.split(/\s{2,}|[|｜\t]|\s/).some((part) => titleStrong.test(part));
  if (any) return 0.9;
  return titleWeak.test(cell) && cell.length <= 16 ? 0.45 : 0;
}

const cities =
  '北京 上海 天津 重庆 广州 深圳 杭州 南京 武汉 成都 西安 苏州 宁波 青岛 济南 大连 沈阳 长沙 郑州 合肥 福州 厦门 昆明 贵阳 南宁 海口 南昌 太原 石家庄 哈尔滨 长春 兰州 无锡 东莞 佛山 珠海 温州 绍兴 嘉兴 金华 常州 徐州 烟台 香港 澳门 台北 远程';
const isCity = new Set(cities.split(' '));

const chinesePlace = /^[\u4e00-\u9fff]{2,4}[省市](?:[\u4e00-\u9fff]{2,8}[市区县])?$/;
const cityAndDistrict = /^[\u4e00-\u9fff]{2,4}[·\-/][\u4e00-\u9fff]{2,5}$/;

/** A place and nothing else: 杭州, 上海市浦东新区, London, UK, Remote. */
export function isPlace(text: string): boolean {
  const cell = text.trim();
  if (isCity.has(cell.replace(/市$/, ''))) return true;
  // 云杉超市 ends like a town.
  if (chinesePlace.test(cell)) return !companyStrong.test(cell);
  if (cityAndDistrict.test(cell)) return isCity.has(cell.slice(0, 2));
  return /^(?:Remote|Hybrid|On-?site|UK|US|USA|UAE|PRC)$/i.test(cell) || isLatinPlace(cell);
}

function isLatinPlace(cell: string): boolean {
  const [town = '', country, ...more] = cell.split(/,\s*/);
  if (country === undefined) return latinTowns.has(town);
  const plain = /^[A-Z][\p{L}' -]{1,24}$/u.test(town) && more.length === 0;
  const known = /^[A-Z]{2,3}$/.test(country) || latinTowns.has(town) || countries.has(country);
  return plain && known && companyScore(town) === 0 && titleScore(cell) === 0;
}

const latinTowns = new Set(
  (
    'London Manchester Leeds Birmingham Edinburgh Glasgow Bristol Oxford Cambridge Beijing Shanghai ' +
    'Shenzhen Guangzhou Hangzhou Nanjing Chengdu Wuhan Suzhou Hong_Kong Singapore New_York San_Francisco ' +
    'Seattle Boston Chicago Austin Los_Angeles Paris Berlin Munich Tokyo Toronto Vancouver Sydney Melbourne ' +
    'Dublin China England United_Kingdom United_States'
  )
    .split(' ')
    .map((town) => town.replace('_', ' ')),
);
const countries = new Set(
  'China|England|Scotland|United Kingdom|United States|Germany|France|Canada|Australia|Japan|Ireland|Singapore|India|California|Texas|Washington'.split(
    '|',
  ),
);

/** 市场部, 研发中心部门: where somebody worked inside a company. */
export function isDepartment(text: string): boolean {
  return (
    /^[\u4e00-\u9fffA-Za-z]{2,12}(?:部|部门|事业部|事业群|科室|科)$/.test(text.trim()) &&
    !/俱乐部$/.test(text.trim())
  );
}
