import { localeSchema } from '@zhiyu/contracts/basics';
import type { MotiveCase } from './motives.cases.js';

/** One a line: language, labels (0 = none), what is said. */
const cases = (lines: string): MotiveCase[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const [head = '', text = ''] = line.split(' | ');
      const [locale, ...says] = head.split(' ');
      return { locale: localeSchema.parse(locale), text, says: says.filter((one) => one !== '0') };
    });

/**
 * Answers to why somebody wants the work, with labels, by somebody who never saw how motives are read. With the stories: at first
 * sight 38 of 86 labels were found and 4 of 42 readings were wrong; a few phrases were added afterwards.
 */
export const freshWhy: MotiveCase[] = cases(`
zh 0 | 看到贵公司在招门店导购，我自己平时就喜欢研究穿搭，朋友买衣服都爱叫上我。能把喜欢的事当工作做，我觉得挺好的。
zh +pay | 说实话主要是想多挣点，孩子上小学了花销大。你们这边提成比我现在高，我愿意多跑。
zh +stability | 我在银行做外包三年了，合同一年一签，每到年底都怕不续。想找个能踏踏实实干下去的地方。
zh +growth | 希望通过这个岗位提升自己的专业能力，三年内能成为团队的技术骨干。
zh +growth +pay | 原来那家店干了两年还是普通店员，店长的位置怎么也轮不到我，底薪也一直没动过，所以想换个环境看看。
zh 0 | 离家近，走路十分钟就到，接孩子也方便。
zh -pay +growth | 我不太看重钱多钱少，够生活就行，关键是能学到真东西。
zh +stability +pay | 今年三十八了，不想再折腾，就想找个五险一金交得足、福利好点的单位一直干到退休。
zh +growth | 你们的数据量级是我现在公司碰不到的，我想真正做一次大规模实时数仓，把自己这块短板补上。
zh 0 | 我同学在你们二店上班，她说店长人好，同事也处得来，让我来试试。
zh -growth +stability | 当主管对我没什么吸引力，我就喜欢安安稳稳站柜台，把老顾客照顾好。
zh +pay +stability | 现在做销售这个月八千下个月三千，房贷压着心里发慌。想要底薪高一些、每个月都有保障的活儿。
zh 0 | 贵行品牌好、网点多，我对金融行业一直有兴趣，也认同贵行的服务理念。
zh +stability | 前公司天天搞到晚上十点，周末也随时叫回去，身体吃不消。听说你们这边作息规律，双休能保证，我就是冲这个来的。
zh 0 | 喜欢跟人打交道，一天不说话就难受，坐办公室真坐不住
zh +growth | 应聘组长是因为带过四个新人以后，我确定自己想走管理这条路，而不是一直做执行。
zh +pay | 坦白讲，上家答应的年终奖拖了半年没发，薪资这块我现在比较在意，希望说好的能兑现。
zh -stability +growth | 安稳对我来说真不是第一位的，趁年轻想去有挑战的项目里摔打摔打。
zh 0 | 我想把这家店的业绩做到区域前三，让公司在这条街上站稳脚跟。
zh 0 | 你们的APP我用了五年，有几个地方一直觉得可以更顺手，想亲手把它改好。
zh -pay +stability | 工资差不多就行，我图的是长久，隔一两年就重新找工作太累了。
zh +growth | 我学统计的，毕业后一直做报表，感觉在原地踏步。要是能来这边接触建模，有人带一带，那就太好了。
zh 0 | 嗯……就是投了好几家，你们先打的电话，我看了下还不错就来了。
zh +stability +growth | 希望能在一个稳定的平台上长期发展，和公司一起成长，不断进步。
zh +pay -growth | 钱给到位，活儿我肯定干好。升不升职的我没那个心思。
zh 0 | 我爱人调到这个城市了，我跟着搬过来的，所以就近找找合适的。
zh +growth | 你们招聘页面上把晋升路线写得很清楚，柜员、大堂、理财经理，我就想按这个台阶一级一级走上去。
zh +pay | 多劳多得才有劲头嘛，卖得多拿得多，死工资我反而提不起精神
zh +stability | 我们公司今年裁了两轮了，我这个组只剩三个人，天天人心惶惶的，这种日子我过够了。
zh 0 | 我奶奶就在用你们的老年挂号系统，看她自己会操作了特别高兴。我想做这种对普通人有用的东西。
zh +stability | 之前自己开过奶茶店，赔了。现在就想有份正经班上，准点来准点走，别再提心吊胆。
zh +growth | 导购、陈列、采购我都想轮一遍，将来能独当一面，自己管一家店。
zh +pay +stability | 刚买了房，一个月要还四千多，收入这块我不能不考虑；另外也希望别再换地方了，就在这儿扎下来。
zh 0 | 对贵司的企业文化比较认可，来之前也了解过你们的产品线，觉得和我的经历匹配度挺高。
zh -pay +growth | 待遇不是我来的原因，比现在低一点也能接受，我是想跟着你们做推荐算法的那几位学。
zh +growth | 想转行。做了六年会计，自己报班学了一年Python，希望有个地方让我从初级做起，慢慢把本事练出来。
zh 0 | 本来就爱你们家的衣服，每季新款我都来试，店员都认识我了哈哈。
zh +stability -growth -pay | 我这个人求稳，不图升官也不图发财，能一直干就行。
zh +growth | 其实原单位什么都挺好，就是五年了每天做的事一模一样，脑子都快生锈了，再待下去人就废了。
zh 0 | 我觉得自己细心、坐得住，点钞打字都快，柜台的活儿挺适合我。
en +growth | I've been a sales assistant for four years and there's nowhere left to go in my shop, the manager's not leaving anytime soon. I'd like a shot at supervisor.
en +pay | Honestly? Money. I've got rent to pay and your commission's better than where I am.
en 0 | I love shoes. I've got like forty pairs, so talking about them all day sounds pretty great.
en +stability -growth | my last two startups both ran out of cash so i'd really like to be somewhere that'll still be around in five years. not chasing a promotion or anything
en +growth -pay | Your team does distributed systems at a level I haven't reached yet and I want to get there. What I earn is secondary right now.
en 0 | It's two stops on the bus from my flat and a mate of mine works in the stockroom.
en +growth | I am seeking a challenging role in which I can apply my analytical skills and continue to develop professionally.
en +stability | With two kids I need fixed shifts. The zero-hours thing I'm on now changes every single week and I can't plan anything.
en 0 | You doubled revenue last year and opened twelve stores, which is impressive. I think the brand is really strong and I'd be proud to represent it.
en +pay +growth | Haven't had a raise in three years and nobody's taught me anything new in two. So, time to go.
en -growth | I'm happy at the counter, I don't need to be anybody's boss. What I like is when regulars come in and ask for me by name.
en 0 | The product, really. It got me through budgeting at uni and I still think it's the best-designed thing on my phone.
en +pay +stability | The pension and the health cover are a big part of it, I won't pretend otherwise. And I want to stay put this time, this should be my last move.
en -stability +growth | Where I am now is dead safe, I could sit there till I'm sixty, but safe isn't what I'm after. I'd rather be thrown into something hard.
en 0 | I used to lead six people in a call centre and I miss it. There's a buzz when a team gels and I think I'm decent at making that happen.
en +growth +pay | Ideally I'd be running a data team here in three or four years, and yeah, I'd expect the pay to move along with that.
fr +stability | J'enchaîne les CDD depuis quatre ans et j'en ai marre de ne pas savoir où je serai dans six mois. Je voudrais me poser.
fr +pay | Franchement, c'est le salaire qui m'a fait postuler. À poste égal vous payez mieux que mon employeur actuel.
fr 0 | J'aime le contact avec les gens, conseiller, discuter, voir quelqu'un repartir content de son achat.
fr +growth | Mon but serait de passer cheffe de rayon d'ici deux ou trois ans, et si possible de suivre vos formations internes.
fr -pay +growth | L'argent n'est pas mon moteur. Je viens parce que vos développeurs font des choses que je ne sais pas encore faire et que j'ai envie d'apprendre.
fr 0 | j'habite juste à côté et ma cousine bosse chez vous, elle dit que l'ambiance est sympa
fr +stability +pay | Un vrai CDI, une bonne mutuelle, le treizième mois : voilà, avec une famille c'est ce que je cherche.
fr 0 | Votre marque me parle depuis longtemps, je trouve les collections superbes et le côté fabriqué en France compte pour moi.
fr -growth +stability | Après vingt ans d'encadrement, monter encore ne m'intéresse plus. Je préfère un guichet avec des horaires réguliers et des soirées tranquilles.
fr +growth | Je plafonne là où je suis : toujours les mêmes tableaux Excel, aucun projet un peu costaud. Il me faut du neuf.
ja 0 | 人と話すのが好きで、前のアルバイトでもお客様に名前を覚えてもらえるのがうれしかったです。
ja +stability | 今は契約社員で、更新の時期が来るたびに不安になります。次は正社員として腰を落ち着けたいです。
ja +growth | 御社の研修制度に魅力を感じました。入社後は専門知識を身につけ、将来はリーダーを任される人材になりたいと考えております。
ja +pay | 正直、今の給料だと一人暮らしがきつくて…。もう少し稼げるところを探してました。
ja 0 | 家から自転車で十分なのと、友達がここで働いてるので雰囲気を聞いていて、いいなと思いました。
ja -pay +growth | 年収は下がっても構いません。機械学習を現場で一から教わりながらやれる機会はなかなかないので応募しました。
ja 0 | 母が御社の家計簿アプリを毎日使っていて、文字が大きくて見やすいと喜んでいます。そういうものを作る側に回りたいです。
ja +pay +stability | 前の会社はサービス残業ばかりでした。働いた分はちゃんともらえて、決まった時間に帰れる生活がしたいです。
ja -growth +stability | 出世にはあまり興味がないです。同じ窓口で長くコツコツ続けるほうが性に合っています。
ja +pay +growth | 売った分だけ歩合がつくのがいいなと思って。あと二十代のうちに店長までいきたいです。
`);

/** Stories of the same hand. */
export const freshStories: MotiveCase[] = cases(`
zh 0 | 有个顾客拿着穿过的鞋来退，在店里嚷嚷。我先请她坐下，倒了杯水听她讲完，最后按规定给换了一双，走的时候她还说了谢谢。
zh 0 | 那天晚上盘点少了两百块，我和同事把小票一张一张对，发现是一笔退货录了两遍。第二天一早我就跟店长说明了情况。
zh 0 | 上线前一天发现发薪系统算个税时四舍五入有误，我连夜写脚本比对了八千名员工的工资，找到问题打了补丁，没影响发工资。
zh 0 | 双十一我们组冲到了区域第一，我那个月拿了六千多奖金，大家一起去吃了顿火锅。
zh 0 | 跟同事闹过矛盾，他觉得我抢他客户。下班我约他聊开了，后来我们定了谁先接待谁跟进的规矩，年底他还升了副店长呢。
zh 0 | 服务老是半夜崩，我花两周做了压测和限流，之后系统稳定跑了三个月没再报警。
zh +growth | 经理问谁愿意接那个没人要的老系统，我主动举了手，就是想逼自己把底层搞懂。三个月下来文档补全了，我确实长进不小。
zh 0 | 有位大爷来转存，一开始想买高收益的产品，我把风险讲清楚，他说自己年纪大了求个稳，最后买了国债。
zh 0 | 项目做到第三周客户突然改需求，离交付只剩十天。我把功能分成必须做的和能往后放的，跟客户谈妥，第一批按时交了。
zh -pay | 做到一半的时候有家公司出一倍半的工资挖我，我没走，半路丢下团队说不过去，钱少点我真无所谓。
zh 0 | 组里新来的小伙子总抱怨没有晋升机会，想辞职。我跟他谈了几次，帮他排了学习计划，后来他留下来了。
zh 0 | 月底报表对不上，差了三万七。从源表一层层往下查，是时区造成的重复计数，改完我又加了一道校验。
zh 0 | 那年我们店增长了百分之四十，主要是我建了会员群，每天发搭配图，老客回头的多了。
zh +stability | 那次连着三周没休息，项目是保住了。但我也想明白了，这种没日没夜的干法不长久，我还是需要一份作息正常的工作。
zh 0 | 一位女士嫌利率低要销户，情绪很激动。我帮她算了提前支取要损失多少，她冷静下来，决定到期再取。
zh 0 | 查一个内存泄漏查了四天，最后是有个监听器没注销。就改了一行，组长请我喝了杯咖啡。
zh +pay | 我当时业绩第一，提成却按老规则算，少给了快两千。我拿着合同跟经理一条条对，最后补回来了，也是因为这事我才想找一家提成算得明白的公司。
zh 0 | 两个组员为排班吵起来，都想要固定早班。我让他们各写三个最不能让的时间，再轮着排，之后没再吵过。
zh +growth | 第一次带项目什么都不懂，硬着头皮上的，最后晚了两天交付，客户没追究。做完发现我就喜欢这种跳一跳才够得着的事，后来难活我都抢着要。
zh 0 | 收银机坏了，门口排了二十多个人。我拿本子手写单子，同事用手机收款，半小时把人都送走了。
en 0 | A man brought back a blender with no receipt and started shouting at our Saturday girl. I stepped in, found the purchase on his loyalty card and did the exchange. He apologised to her before he left.
en 0 | We were fifty quid short at close. I recounted, then went through the voids and found a refund that had been keyed as a sale, so I logged it and told my manager that night.
en 0 | I noticed the payroll export was dropping anyone hired on the 31st. I wrote a failing test first, fixed the date logic, and nobody missed their salary that month.
en 0 | Q4 was brutal, we'd lost two reps. I split their accounts by postcode, called everyone in ten days and ended on 140% of quota, got a nice bonus out of it too.
en 0 | Me and another dev kept reverting each other's changes, it got a bit petty. I suggested we pair for an afternoon and it turned out we were reading the ticket differently.
en 0 | The client was growing so fast their database fell over every Monday. I moved the heavy reports to a replica and it's been stable since.
en +growth | Nobody wanted the migration but I asked for it, because I'd been coasting for months and wanted to properly learn Kubernetes. We cut over in six weeks with about an hour of downtime.
en 0 | One of my team was about to quit because she'd been passed over for a pay rise. I put together her numbers, took them to the director and got it approved, and she's still there.
fr 0 | Un client refusait de payer des frais de tenue de compte et haussait le ton. Je l'ai emmené dans un bureau, on a relu la convention ensemble, et j'ai pu lui en rembourser une partie.
fr 0 | Il manquait trente euros dans ma caisse. J'ai tout recompté avec ma responsable : un rouleau de pièces était resté dans le coffre.
fr 0 | On devait livrer le vendredi et un bug de facturation est apparu le mercredi. J'ai isolé le module, on a livré sans, puis j'ai corrigé le lundi ; on a même touché une petite prime.
fr +growth | Ma responsable est tombée malade en plein solde et j'ai dû gérer l'équipe dix jours. Tout s'est bien passé, et c'est là que j'ai compris que je voulais évoluer vers ce genre de poste.
ja 0 | サイズ違いの商品を渡してしまい、お客様に強く叱られました。すぐにご自宅までお届けしてお詫びしたところ、その後も来店してくださっています。
ja 0 | 閉店後のレジが五千円合わず、ジャーナルを最初から見直しました。両替の記録漏れだとわかり、以後は二人で確認するようにしました。
ja 0 | 納期の一週間前に担当者が抜けてしまいましたが、毎朝作業を割り振り直してなんとか間に合わせました。おかげでその期は賞与が少し増えました。
ja +growth | 給与計算のバッチが夜中に落ちる不具合を調べました。誰も手をつけたがらなかったのですが、自分の力を試したくて手を挙げ、三日で原因を突き止めました。
`);
