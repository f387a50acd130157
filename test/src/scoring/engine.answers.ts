import type { Locale } from '@zhiyu/contracts/basics';

/** Answers to one question of a seed, graded by a person after its anchors before the engine read them. */
export interface GradedQuestion {
  position: string;
  question: string;
  locale: Locale;
  /** About level 4-5. */
  strong: string;
  /** About level 3. */
  middling: string;
  /** About level 1-2. */
  weak: string;
}

export const gradedQuestions: GradedQuestion[] = [
  {
    position: 'store-staff',
    question: 'return-conflict',
    locale: 'zh',
    strong:
      '去年十二月我在羽绒服专柜，周六下午一位阿姨拿着剪了吊牌的衣服要退，后面排了七八个人，她声音很大。我先请她到旁边坐下，倒了杯水，让小王接着收银，然后听她说完，原来是她儿子穿着小了。我跟她说不好意思，吊牌剪了按规定不能退款，但是可以给您换大一码，差价八十块。她同意了，前后十分钟办好，走的时候还跟我说谢谢。后来我跟店长提了建议，把退换规则贴在试衣间，第二个月这种纠纷从每周五六起降到两起。我学到的是先安顿人，再讲规则。',
    middling:
      '有一次顾客拿剪了吊牌的衣服来退，我听她说完，跟她解释了退换规定，剪了吊牌不能退，不过可以换一件别的款式，她想了想就换了一件，补了差价。',
    weak: '这种情况我就跟她说规定就是这样，吊牌剪了退不了，她非要退我也没办法，是她自己没看清楚，后来她就走了。',
  },
  {
    position: 'store-staff',
    question: 'expiry-dates',
    locale: 'zh',
    strong:
      '收货的时候先验日期，超过保质期三分之一的就拒收，并且登记。上架的时候按先进先出，新到的放后面，日期早的放前面。每天早班检查一遍冷藏，常温的每周查一次，记在台账上。到了临期，就贴上临期标签打折，单独放一个区，告诉顾客。过期的马上下架封存，两个人一起销毁并签字，能退供应商的退供应商。另外报店长少订货，我们店这样做以后损耗从百分之三降到百分之一点二。',
    middling: '上架要先进先出，日期早的放前面，然后定期检查保质期，快过期的拿出来打折。',
    weak: '过期的东西就扔掉吧，平时看到了就拿下来，其他的我不太清楚。',
  },
  {
    position: 'store-staff',
    question: 'count-difference',
    locale: 'zh',
    strong:
      '我不会改数，因为改了就是做假账，下次还会丢。我会先请搭班同事一起再复点一遍货架和仓库，然后查这几天的收货单、退货、调拨和报损记录，看是不是少收了或者调出去没做单。还找不到就马上给店长打电话如实报告，登记差异，两个人签字，第二天请店长一起看监控。之后我会建议围巾挪到收银台看得见的地方，每天交接班点一次数，避免再丢。',
    middling: '我不同意直接改，会再数一遍，货架和仓库都找一下，还是少的话就告诉店长。',
    weak: '大家都等着走，那就先改成二十一条吧，别说出去，下次注意就行了，反正就几条围巾。',
  },
  {
    position: 'software-engineer',
    question: 'incident',
    locale: 'zh',
    strong:
      '今年三月的一个晚上，支付接口大量超时，告警电话打给我。我先看监控，发现错误率从千分之一涨到百分之十五，影响了大概两千个订单。我先把下午发布的版本回滚，八分钟后恢复，同时在群里每十分钟通报一次给客服和产品。恢复以后我去查日志和慢查询，逐个排除了网络、缓存，最后发现是新加的一个查询没走索引，把连接池占满了。第二天我写了复盘文档，加了慢查询告警和发布前的压测，还在代码评审清单里加了一条看执行计划。到现在半年，同样的问题没有再发生。',
    middling:
      '有一次线上服务报错，我登上去看了日志，发现是空指针，因为上游传了空值，我就改了代码加了判断，发布之后就好了。',
    weak: '故障一般都是运维处理的，我遇到过一次，重启了一下就好了，具体什么原因我也不清楚，后来也没管。',
  },
  {
    position: 'software-engineer',
    question: 'disagreement',
    locale: 'zh',
    strong:
      '去年做订单导出，同事想用消息队列异步，我觉得直接分页查库就够。我们先把各自的理由写在一个文档里，他担心数据量大了会超时，我担心引入队列运维太复杂。我花了一天做了个原型，用一百万条数据压测，结果分页要九十秒，队列方案二十秒。数据出来以后我承认我判断错了，就按他的方案做，我提的失败重试也加了进去。上线三个月我跟进看过，导出失败率从百分之四降到千分之二。之后遇到这种分歧我都先拿数据比，不先争。',
    middling:
      '我和同事对用哪个框架有不同意见，我说了我的理由，他也说了他的理由，我们讨论了一下，最后选了他的方案。',
    weak: '我觉得他的方案就是不对，跟他说也说不通，后来就各做各的，领导让怎么做就怎么做呗。',
  },
  {
    position: 'data-analyst',
    question: 'wrong-data',
    locale: 'zh',
    strong:
      '上个季度我发了一份复购率周报，第二天我自己核对的时候发现比财务的数高了三个点。我先抽了二十个用户的订单明细，又跟财务系统的数据交叉核对，确认是退款订单没有剔除。我当天就给收到周报的运营和老板发邮件说明哪里错了，附上更正后的版本，并且评估了影响：有一个补贴方案本来要按这个数加预算，我请他们先暂停。之后我写了一个自动检查脚本，每天对比两个来源，差异超过百分之一就报警，这半年没有再出过这类错误。',
    middling:
      '有一次我发现报表里的销售额不对，我去查了一下，原因是重复计算了，我就改了SQL，重新发了一版报告。',
    weak: '我做报表一般没出过错，有时候有异常值我就直接删掉，或者悄悄改过来，也不用告诉别人。',
  },
  {
    position: 'sales',
    question: 'lost-deal',
    locale: 'zh',
    strong:
      '前年我跟一家酒店的员工福利单，四十万，跟了三个月，最后输给了别家。我没有就这么算了，专门约采购经理喝咖啡请教原因，他告诉我是因为他们财务要求按月开票，我一直没问过财务。是我自己的问题，只跟采购谈，没弄清谁参与决定。从那以后我每个单子第一次拜访就问清楚谁拍板、谁审核，做成一张清单。半年后我用这个办法重新拿回了这家酒店，签了二十八万，同类客户的成单率从两成提高到三成五。',
    middling:
      '我丢过一个学校的单子，主要是我跟进得不够及时，对手先去做了演示，后来我就注意多跟进，定期回访客户。',
    weak: '丢单主要就是价格高，公司不给降价，客户又只看便宜，没办法，运气不好吧，以后再努力就是了。',
  },
  {
    position: 'bank-teller',
    question: 'cash-shortage',
    locale: 'zh',
    strong:
      '我会先冷静下来，马上告诉运营主管，不会自己垫钱。然后先复点一遍钱箱、抽屉和点钞机里有没有夹钞，再把今天的流水和凭证一笔一笔勾对，重点看五百元左右的和大额取款。还没查到，就请主管一起调监控，两个人复核。按规定登记差错，做挂账处理，不能改账。如果查到是多付给客户了，就打电话跟客户说明，请他回来退还。事后我会想一下是哪一步出的错，比如改成付款前再点一遍，避免下次再发生。',
    middling:
      '我会重新清点一遍现金，再核对一下今天的流水，如果还是找不到，就报告主管，请主管处理。',
    weak: '五百块也不多，我自己补上就算了，同事都在等我走，没必要麻烦领导，明天再说。',
  },
  {
    position: 'bank-teller',
    question: 'why-teller',
    locale: 'zh',
    strong:
      '我想做柜员，是因为我在社区服务中心做过一年窗口，每天接待六七十个人，很多是老人，有位大爷不会用自助机，我陪他办了三次，后来他学会了，专门来谢我，我觉得能帮到人很有意义。我知道柜员重复多、检查严，我在窗口也是每天核对单据，一年里差错是零。累的时候我会在换班时下楼走十分钟，把桌面清一遍再开始。入职以后我打算半年内考下银行从业资格，先把反假和系统练熟，两年里成为能带新人的柜员。',
    middling:
      '我之前做过收银，知道柜员要细心，要核对现金和证件，我比较有耐心，觉得自己适合这份工作。',
    weak: '主要是比较稳定，家里人让我来的，离家也近，银行听起来也不错，先做着看吧。',
  },
  {
    position: 'store-staff',
    question: 'return-conflict',
    locale: 'en',
    strong:
      'Last December I worked in a clothing store. A customer wanted to return a down jacket with the tags cut off, and the queue behind her was getting long. I asked her to sit down at the side and got her some water, and my colleague took over the till so the line kept moving. I listened until she finished; the jacket was too small for her son. I apologised and explained the policy, then offered to exchange it for a larger size and pay the difference of 80 yuan. She agreed, it was done in ten minutes and she thanked me. Afterwards I suggested that we put up the return rules in the fitting room, and such complaints fell by half the next month. I learned to settle the person first.',
    middling:
      'Once a customer came to return a coat without tags. I listened to her, explained the policy and offered an exchange, and she took another coat.',
    weak: 'I told her that is the rule and we can not take it back. It was her own fault, she should read the sign. In the end she left.',
  },
  {
    position: 'bank-teller',
    question: 'cash-shortage',
    locale: 'en',
    strong:
      'First I would tell my supervisor at once; I would never put in my own money. Then I count the cash again, look in the drawer and the counting machine, and check every voucher against the journal, beginning with amounts around 500. If it is still missing I ask the supervisor to watch the camera recording with me, so that two people check. I register the difference in the log and we book it as the rules say. If we find that a customer got too much, I call him and ask him politely to come back. Afterwards I would change my habit and count twice before I pay out, so that it does not happen again.',
    middling:
      'I would count the cash again and check the transactions of the day, and if I still cannot find it I report to my supervisor.',
    weak: 'It is only 500 yuan. I would just pay it myself so that everybody can go home, no need to bother the boss about it.',
  },
];
