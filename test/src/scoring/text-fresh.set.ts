import type { ScoreRequest } from '@zhiyu/server/scoring/text/text.types';

type Asked = Pick<ScoreRequest, 'question'> & Partial<ScoreRequest>;

/** A question with answers and the share of the full score that one reader gave each before anything was scored. */
export interface FreshQuestion {
  asked: Asked;
  answers: [given: number, answer: string][];
}

/**
 * Questions of nine subjects that nothing was chosen on: written and graded first, scored after. What they showed was
 * mended by method where a method was found, so they too protect against change now and prove no quality.
 */
export const freshQuestions: FreshQuestion[] = [
  {
    asked: {
      language: 'zh',
      question: '高速公路上车辆发生故障应当怎样处理？',
      keyPoints: [
        '打开危险报警闪光灯',
        '将车移至应急车道',
        '在来车方向150米外设置警告标志',
        '车上人员转移到护栏外',
        '拨打报警电话',
      ],
    },
    answers: [
      [
        1,
        '开双闪，把车挪到应急车道停下，在后方150米以外放三角牌，人都撤到护栏外面去，然后打122报警。',
      ],
      [0.6, '打开危险报警闪光灯，车移到应急车道，打电话报警。'],
      [0.4, '先打双闪，再报警。'],
      [0.2, '车上的人留在车里等救援，不要下车，打报警电话。'],
      [
        0.8,
        '打开危险报警闪光灯；在来车方向五十米处设置警告标志；人员转移到护栏外；拨打报警电话；车移到应急车道。',
      ],
      [0, '原地等待，不开灯，坐在车里。'],
      [0, '平时要注意保养车辆，定期检查轮胎和刹车，避免故障。'],
      [1, '亮危险报警灯→靠应急车道→150米外摆警告标志→人撤护栏外→报警'],
      [0.2, '要在来车方向一百五十米外设置警告标志'],
      [0.6, '打開危險報警閃光燈，車上人員轉移到護欄外，撥打報警電話。'],
    ],
  },
  {
    asked: {
      language: 'zh',
      question: '客户开户时银行应当核实哪些内容？',
      references: ['客户身份证件是否真实有效；是否本人办理；职业和联系方式；开户用途；资金来源'],
    },
    answers: [
      [1, '身份证真假和有没有过期、是不是本人来办、做什么工作和电话、开户拿来干什么、钱从哪里来。'],
      [0.4, '核实身份证件是否有效，是否本人办理。'],
      [0.2, '要问清楚资金来源。'],
      [0, '推荐客户办理理财产品和信用卡。'],
      [1, '证件真实有效、本人、职业联系方式、用途、资金来源'],
      [0.6, '确认是本人，身份证真实有效，了解开户用途。'],
      [0, '不需要核实，客户来了就给开。'],
      [0.4, '职业、联系方式、资金来源'],
      [0, '核实客户的身高体重'],
      [0.2, '身份证不用管是否有效，问一下开户用途就行。'],
    ],
  },
  {
    asked: {
      language: 'zh',
      question: '为什么给植物移栽要带土、剪去部分枝叶，并选在阴天或傍晚？',
      references: [
        '带土移栽可以保护根毛和幼根，减少根的损伤，有利于吸收水分和无机盐；剪去部分枝叶可以减少叶片的蒸腾作用，避免水分过多散失；阴天或傍晚光照弱、气温低，蒸腾作用弱，植物失水少，容易成活。',
      ],
    },
    answers: [
      [
        1,
        '带着土是为了不弄断细小的根和根毛，这样还能吸水吸养分；剪掉一些叶子是让蒸腾变弱，水不会跑太多；阴天傍晚太阳小温度低，水蒸发得少，容易活。',
      ],
      [0.35, '带土可以保护根毛，利于吸水。'],
      [0.35, '剪枝叶和阴天移栽都是为了降低蒸腾作用，减少水分散失。'],
      [0.1, '剪去枝叶可以增强蒸腾作用，使水分散失更快。'],
      [0, '因为这样植物长得好看，花开得多。'],
      [0.65, '保护根毛，减少蒸腾，提高成活率。'],
      [0.9, '带土移栽保护幼根和根毛不受损伤；剪枝叶减少蒸腾失水；阴天傍晚蒸腾弱，失水少。'],
      [0.05, '移栽植物时要带土、剪枝叶、选阴天或傍晚，这样做是科学的。'],
      [0, '不会'],
      [0.3, '剪枝叶可以减少光合作用，带土可以保护根，阴天光照强。'],
    ],
  },
  {
    asked: {
      language: 'zh',
      question: '绿茶和红茶的加工有什么不同？',
      references: [
        '绿茶不发酵，采摘后经过杀青、揉捻、干燥，杀青用高温破坏酶的活性，保持绿色；红茶全发酵，经过萎凋、揉捻、发酵、干燥，茶多酚氧化，汤色红亮。',
      ],
    },
    answers: [
      [
        1,
        '绿茶是不发酵的，先高温杀青把酶破坏掉，再揉捻、烘干，所以是绿的；红茶是全发酵茶，要萎凋、揉捻、发酵再干燥，茶多酚氧化了所以汤是红的。',
      ],
      [0.4, '绿茶不发酵，红茶全发酵。'],
      [0, '红茶不发酵，绿茶全发酵。'],
      [0.05, '绿茶是绿色的，红茶是红色的。'],
      [0.5, '绿茶要杀青，红茶要萎凋和发酵。'],
      [0.1, '绿茶经过萎凋、发酵，茶多酚氧化；红茶经过杀青，保持绿色。'],
      [0.7, '绿茶：杀青、揉捻、干燥，不发酵；红茶：萎凋、揉捻、发酵、干燥'],
      [0, '绿茶产自杭州，红茶产自祁门。'],
      [0.45, '红茶发酵过，绿茶没有发酵。'],
      [0.3, '绿茶杀青是用低温保护酶的活性，红茶需要发酵，茶多酚氧化。'],
    ],
  },
  {
    asked: {
      language: 'zh',
      question: '客人投诉房间隔壁太吵，要求免房费，你会怎么处理？',
      rubric: [
        { level: 1, anchor: '推卸责任，让客人忍一忍，或直接免单' },
        { level: 2, anchor: '道歉，但没有行动' },
        { level: 3, anchor: '道歉并到现场了解，提醒隔壁客人安静' },
        { level: 4, anchor: '主动提出换房，在权限内给予补偿，如赠送早餐' },
        { level: 5, anchor: '事后回访，记录情况，向上级汇报并提出隔音或排房的改进' },
      ],
    },
    answers: [
      [
        1,
        '先跟客人说对不起，马上上楼去看看，请隔壁的客人小声一点。同时问他愿不愿意换一间安静的房，我权限里可以送早餐或者延迟退房。第二天再打电话问他睡得好不好，写进交接本，跟经理报告，建议以后排房避开电梯口，或者加隔音条。',
      ],
      [0.6, '道歉，去敲隔壁的门提醒他们安静，如果还是吵就给客人换房，送一份早餐。'],
      [0, '您忍一忍吧，我们也没办法，隔壁也是客人。'],
      [0.2, '非常抱歉给您带来不便，请您谅解。'],
      [0, '直接免房费，客人满意最重要。'],
      [0.4, '先道歉，然后到现场看看情况，提醒隔壁小点声。'],
      [0, '我没做过前台，不知道怎么处理。'],
      [0.75, '主动给客人换房，赠送早餐作为补偿，事后回访客人并记录，汇报给经理。'],
      [0.1, '免房费我做不了主，你找经理去。'],
      [0.5, '跟客人赔个不是，去隔壁说一声让他们轻点，实在不行帮他调一间房。'],
    ],
  },
  {
    asked: {
      language: 'zh',
      question: '地球到月球的平均距离大约是多少？',
      references: ['约38万千米'],
    },
    answers: [
      [1, '38万公里'],
      [1, '大约三十八万千米'],
      [1, '384000公里左右'],
      [0, '38千米'],
      [0, '3800万公里'],
      [1, '38万km'],
      [0, '1.5亿公里'],
      [1, '地球离月球平均约38万千米'],
      [0, '不知道'],
      [1, '380000千米'],
    ],
  },
  {
    asked: { language: 'zh', question: '《红楼梦》的作者是谁？', references: ['曹雪芹'] },
    answers: [
      [1, '曹雪芹'],
      [1, '作者是曹雪芹。'],
      [0, '罗贯中'],
      [0, '不是曹雪芹'],
      [1, '清代作家曹雪芹写的'],
      [0, '施耐庵'],
      [1, '曹雪芹（前八十回），高鹗续写'],
      [0, '《红楼梦》的作者'],
      [0.9, '曹雪琴'],
      [1, '曹霑，也就是曹雪芹'],
    ],
  },
  {
    asked: {
      language: 'en',
      question: 'What should you do when you find that customer data was sent to the wrong person?',
      keyPoints: [
        'tell your manager or the data protection officer at once',
        'ask the recipient to delete the data',
        'write down what happened',
        'inform the customer if there is a risk',
        'do not try to hide it',
      ],
    },
    answers: [
      [
        1,
        'I would report it to my supervisor or the DPO immediately, ask whoever got it to delete it, note down what happened, let the customer know if it is risky and never cover it up.',
      ],
      [0.4, 'Tell the manager at once and ask the recipient to delete it.'],
      [0.2, 'Write down what happened.'],
      [0, 'Ignore it and hope nobody notices.'],
      [0, 'Hide it from your manager.'],
      [
        0.6,
        'Inform the data protection officer, inform the customer if there is a risk, and document what happened.',
      ],
      [0, 'I would improve the marketing of our products.'],
      [0.2, 'Report it to my boss straight away.'],
      [
        0.8,
        'Tell your manager at once, ask the recipient to delete the data, write down what happened and inform the customer.',
      ],
      [0.1, 'Customer data is important and should be handled carefully.'],
    ],
  },
  {
    asked: {
      language: 'zh',
      question: '有限空间作业前必须做好哪些准备？',
      keyPoints: [
        '先通风，再检测，后作业',
        '检测氧气、可燃气体和有毒气体浓度',
        '佩戴防护用品和安全绳',
        '外面有专人监护',
        '办理作业审批',
      ],
    },
    answers: [
      [
        1,
        '作业前先把手续批下来，打开通风，然后测氧气、可燃气和毒气的含量，合格了才能进；人要戴好防护装备、系好安全绳，外头得有人看着。',
      ],
      [0.2, '先作业，再检测。有人监护。'],
      [0.6, '通风、检测、监护。'],
      [0.4, '佩戴防护用品和安全绳，外面有专人监护。'],
      [0, '准备好工具和材料，赶紧干完。'],
      [0.2, '不用通风检测，戴口罩就行，外面留一个人监护'],
      [0.8, '先通风、再检测、后作业；检测氧气和有毒气体；戴防护用品；专人监护'],
      [0.4, '办审批，系安全绳'],
      [0, '有限空间作业很危险，一定要注意安全。'],
      [1, '1.办理审批 2.通风检测后作业 3.测氧、可燃、有毒气体 4.穿戴防护用品、系安全绳 5.设监护人'],
    ],
  },
];
