/** A good answer to a question of the bank, written from the question's text alone, without its anchors and cues. */
export interface BankAnswer {
  competency: string;
  question: string;
  answer: string;
}

export const bankAnswers: BankAnswer[] = [
  {
    competency: 'accountability',
    question: 'own-nobodys-task',
    answer:
      '我会先把这件事接过来，当天就问两个部门的负责人各自卡在哪里，把缺的那一步写下来，自己先做掉影响客户的部分，再请两位主管定下以后由谁管，免得又没人管。',
  },
  {
    competency: 'accountability',
    question: 'own-unseen',
    answer:
      '我在实验室管过试剂柜，没有人会去看最里面那几瓶的日期。我每个月底自己留下来一瓶一瓶看标签，过期的挑出来登记。有一回就挑出三瓶快到期的，换掉了，后来组里做实验没有出过废批。',
  },
  {
    competency: 'communication',
    question: 'com-refuse-promise',
    answer:
      '我会跟他说，您信任我，我更不能说一句做不到的话。我把能保证的写在合同里，做不到的也摆出来，再拿两家差不多情况的老用户的数字给他看，让他自己判断，不签也没关系。',
  },
  {
    competency: 'composure',
    question: 'calm-three-urgent',
    answer:
      '我先花五分钟问清楚三件事各自最晚什么时候要、晚了谁受影响，然后给三个人都说实话，今天能做完哪一件，剩下的明天几点给。有人不同意就请主管来定先后。',
  },
  {
    competency: 'composure',
    question: 'calm-night-incident',
    answer:
      '去年除夕夜里支付页面打不开，群里一百多条消息在催。我让一个同事专门回消息，自己关掉群，按时间往前翻发布记录，二十分钟后发现是证书到期，换上就好了。后来我们给证书加了到期前三十天的提醒。',
  },
  {
    competency: 'drive',
    question: 'drive-behind-target',
    answer:
      '先算一下还差多少、平均每天要做多少，再看哪几个单子最有希望在月底落地，把时间都放在这几个上。每周五看一次进度，落后就换打法，同时早点告诉领导可能差多少。',
  },
  {
    competency: 'innovation',
    question: 'inno-half-budget',
    answer:
      '我会先看去年的钱花在哪里，哪一块其实没带来人。把舞台和印刷品砍掉，改成请老会员各带两个朋友来，场地跟商场换，用他们的中庭。先在一个店试一场，看来了多少人再铺开。',
  },
  {
    competency: 'integrity',
    question: 'int-colleague-breach',
    answer:
      '我会先私下问他是不是弄错了，请他自己改回来。他要是不愿意，我会告诉主管，因为这些数字大家都要用，他平时照顾我是另外一回事，我可以在别的地方还他这个人情。',
  },
  {
    competency: 'leadership',
    question: 'lead-feuding-pair',
    answer:
      '我会分开听他们各讲一遍，只问事情不问对错。再把两个人叫到一起，把活按接口重新划开，谁交什么、哪天交写在白板上，我自己盯前两周。评理的话我不接，只说怎么把东西按时交出去。',
  },
  {
    competency: 'learning',
    question: 'learn-hard-feedback',
    answer:
      '有一次师傅说我写的周报没人看得懂，当时脸上挂不住。晚上我把三个月的周报翻出来，确实全是流水账。后来我改成先写一句结论，再写两个数，发之前请隔壁组的人看一眼，三个月后领导开会直接用我的那一页。',
  },
  {
    competency: 'planning',
    question: 'plan-fewer-people',
    answer:
      '我会把剩下的活全列出来，分成上线必须有的和可以晚一版的，跟产品一起砍掉后面那些。再看哪些要等别人，先把这些启动，每周一三五碰一次，留三天给联调，砍不动就早点跟老板说要人。',
  },
  {
    competency: 'problemSolving',
    question: 'prob-first-fix-wrong',
    answer:
      '仓库老是发错货，我一开始以为是标签字小，换了大字没用。我跟着拣货走了两天，看到两种瓶子放在相邻的格子里，就把它们分到两条通道，发错从一周九次降到一次。',
  },
  {
    competency: 'serviceAwareness',
    question: 'svc-own-slip',
    answer:
      '我有一回把客户的地址抄错一个门牌号，蛋糕送到了隔壁小区，孩子生日差点耽误。我马上骑车去拿回来亲自送上门，跟家长说是我抄错了，路上先让店里又做了一个小的备着。之后我抄完地址都念一遍给对方听。',
  },
  {
    competency: 'teamwork',
    question: 'team-cross-goal',
    answer:
      '我们要快点上新，质检那边只看退回来的有多少。我去跟他们坐了一天，把最容易出毛病的三项提前到打样就查，他们省了返工，我们早了四天，两边的头儿后来都照这么办。',
  },
  {
    competency: 'communication',
    question: 'com-interrupted',
    answer:
      '我会说您先讲完，我记一下您觉得哪一个数不对。能当场对上的就对，对不上的写下来会后找他一起查，当天把结果发给所有人，剩下十分钟先把要大家拍板的那一条讲完。',
  },
  {
    competency: 'drive',
    question: 'drive-two-deadlines',
    answer:
      '我看哪一件做不好后果更大，比如给外面看的那件出错就收不回来，我把时间多给它。另一件我先跟要的人说好，到期给一个能用的版本，差的地方哪天补上。',
  },
  {
    competency: 'planning',
    question: 'plan-clash',
    answer:
      '我拿着现在的排期去找上级，告诉他插进来的话哪一件会晚两天，让他选。定了以后马上告诉受影响的人，再把能拆出去的杂活请别的组帮半天。',
  },
  {
    competency: 'problemSolving',
    question: 'prob-figure-dropped',
    answer:
      '先看是不是数没进来，对一下支付那边的笔数。数是真的，就按天、按城市、按入口分开看，是每天都少还是某一天掉下去的。一小时到了我先讲查到哪一步，排除了什么，下午再给结论。',
  },
  {
    competency: 'serviceAwareness',
    question: 'svc-past-return',
    answer:
      '先请她坐下，把外套接过来仔细看是线开了还是布料有毛病。真是做工的事，我帮她送厂里检，几天给信。不是的话退不了全款，我会跟她讲明白，能免费修的替她修好。',
  },
  {
    competency: 'teamwork',
    question: 'team-mate-behind',
    answer:
      '我不等了，直接坐到他旁边，请他带我看看还剩哪些。挑两块我能做的接过来，剩下的我们俩一起去跟组长讲，要么加个人，要么那个功能晚一天给。',
  },
  {
    competency: 'teamwork',
    question: 'team-mate-behind',
    answer: '他说没问题我也不放心，会问他要个进度看看，真不行就跟领导说，大家一起帮他做完。',
  },
];
