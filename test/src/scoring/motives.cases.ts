import type { Locale } from '@zhiyu/contracts/basics';

/** What is said, and of which motives: + looked for, - said not to be what matters. */
export interface MotiveCase {
  locale: Locale;
  text: string;
  says: string[];
}

const cases = (locale: Locale, all: [text: string, ...says: string[]][]): MotiveCase[] =>
  all.map(([text, ...says]) => ({ locale, text, says }));

/** Answers to “why do you want this work?”. */
export const toWhy: MotiveCase[] = [
  ...cases('zh', [
    ['我想换到零售，是因为可以学到更多商品和陈列的东西。', '+growth'],
    ['原来的公司没有晋升机会，干了四年还是专员，所以想换个地方。', '+growth'],
    ['我最看重的是发展空间，薪资不是最重要的。', '+growth', '-pay'],
    ['就想找一份稳定的工作，不想再折腾了。', '+stability'],
    ['说实话，上一家工资太低了，房租都不够。', '+pay'],
    ['我不是为了钱来的，我想在这里学点东西。', '+growth', '-pay'],
    ['离家近，作息规律，能长期做下去。', '+stability'],
    ['做销售多劳多得，提成高，我想多赚点钱。', '+pay'],
    ['比起工资，我更在意能不能一直进步。', '+growth', '-pay'],
    ['待遇其次，主要是想跟着好的师傅锻炼自己。', '+growth', '-pay'],
    ['希望三年内能做到店长。', '+growth'],
    ['我希望有五险一金，工作稳定一点。', '+stability', '+pay'],
    ['收入和努力成正比，这一点吸引我。', '+pay'],
    ['我喜欢有挑战的事，不太想要太安稳的环境。', '+growth', '-stability'],
    ['因为我喜欢和人打交道，看到顾客满意我就高兴。'],
    ['原来那家公司不稳定，总是裁员。', '+stability'],
    ['工资高低都无所谓，我就是喜欢衣服。', '-pay'],
    ['我分析过一次收入下降的原因，发现是周三的促销停了。'],
    ['我带过一个新人，我看着他成长，现在他做了组长。'],
    ['我的同事想涨薪，后来他走了。'],
    ['我们店的业绩一直很稳定。'],
    ['不想一辈子没有发展空间。', '+growth'],
    ['我更看重稳定的收入。', '+stability', '+pay'],
  ]),
  ...cases('en', [
    ['I want to grow and become a store manager within three years.', '+growth'],
    ['My last job had no room for promotion, so I left.', '+growth'],
    ['What I want is a stable job with regular hours.', '+stability'],
    ['To be honest, the pay raise matters most to me.', '+pay'],
    ["It's not about the money, I like a challenge.", '+growth', '-pay'],
    ['Salary is not the most important thing for me.', '-pay'],
    ['I value long-term stability more than a higher salary.', '+stability', '-pay'],
    ['I like talking to people.'],
    ['The system was stable after my change.'],
    ['I helped my junior colleague; she learned something new every week.'],
  ]),
  ...cases('fr', [
    ['Je cherche à évoluer et à prendre des responsabilités.', '+growth'],
    ['Je voudrais un emploi stable, sur le long terme.', '+stability'],
    ['Mon ancien salaire était trop bas.', '+pay'],
    ['Le salaire n’est pas le plus important pour moi.', '-pay'],
    ['J’aime le contact avec les clients.'],
  ]),
  ...cases('ja', [
    ['もっと成長したいと思っています。', '+growth'],
    ['安定した会社で長く働きたいです。', '+stability'],
    ['給料よりも、挑戦できる環境を重視しています。', '+growth', '-pay'],
    ['前の会社は給料が低かったので転職を考えました。', '+pay'],
    ['人と話すことが好きです。'],
  ]),
];

/** Answers to questions that ask for a story: only what the speaker plainly wants counts. */
export const toStory: MotiveCase[] = [
  ...cases('zh', [
    ['那天我先安抚顾客，稳定他的情绪，再看小票。'],
    ['我希望系统稳定一点，所以加了重试。'],
    ['我把每个人的工资核对了一遍，发现少算了一天。'],
    ['我想帮新人快点成长，每天带他做一遍。'],
    ['经理希望我们提高收入，我就做了一张表。'],
    ['客户想要稳定的供货，我每周给他报一次库存。'],
    ['那个月我拿到了提成，也拿了奖金。'],
    ['这件事让我成长了很多。'],
    ['我想学更多东西，所以主动要了这个项目。', '+growth'],
    ['我一直希望工作稳定，所以没有跟着他们走。', '+stability'],
  ]),
  ...cases('en', [
    ['I promised the customer a stable price for three months.'],
    ['We gave the customer his money back.'],
    ['I wanted to learn something new, so I asked for that project.', '+growth'],
  ]),
];
