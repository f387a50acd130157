/**
 * Answers in other words than anybody's cues: written from the text and the hint of the questions alone, with their
 * levels and before the engine was made to read such answers. One author; they protect against change and show an
 * order, not how near a person's grade is.
 *
 * - good, level 4: one occasion, several steps of the own, what came of it (mostly with a figure), told in everyday words.
 * - weak, level 2: about the question, and no occasion, no deed of the own or no result.
 * - elsewhere, level 1: a whole story, or a plan, about something that nobody asked for.
 */
export interface Paraphrased {
  position: string;
  question: string;
  locale: 'zh' | 'en';
  good: string;
  weak: string;
  elsewhere: string;
}

export const paraphrased: Paraphrased[] = [
  {
    ...{ position: 'bank-teller', question: 'angry-customer', locale: 'zh' },
    good: '前年腊月二十几，储蓄所里挤满了人，一个大爷拍着玻璃骂，说他的养老钱被我们吞了。我把手上的活停住，站起来喊了声叔，问他哪天取的、取了多少。他嗓门大，我就压低声音一句一句问。我翻了流水，原来是头一天机器没吐钞，钱第二天自动退回卡上。我把那一行指给他看，又陪他去机器上查了余额，五分钟后他不吭声了，临走还塞给我两个橘子。打那以后碰到这种事我头一句都问时间。',
    weak: '遇到发火的人我觉得要有耐心，态度好一点，一般他们骂一会儿就走了，这种人每个地方都有，习惯就好了。',
    elsewhere:
      '大三那年我们宿舍四个人报名数学建模，三天三夜没怎么合眼。我管编程，头一天就把数据洗完，第二天模型跑不收敛，我换了个算法，重写了两百行，凌晨四点出了图。最后拿了省里二等奖，我明白了一件事，先跑通再求精。',
  },
  {
    ...{ position: 'bank-teller', question: 'error-free-work', locale: 'zh' },
    good: '去年双十一我在快递站录单，一晚上一千三百多票，八点前要交车。我把面单按尾号摞成十堆，录完一堆就拿计数器扫一遍，张数对不上就只翻那一堆。中间站长老喊我接电话，我就在堆上压支笔，回来从笔那儿接着来。那一晚下来零错单，站里平常一晚要错七八票。我现在管账也照着这么分堆。',
    weak: '我做事一直很仔细，量大的时候就多用点心，慢慢来，不着急，我平时基本不会错的，同事都说我靠谱。',
    elsewhere:
      '我和女朋友去年去云南骑车，从大理到丽江两百公里。第二天链条断了，我用石头把销子砸进去，硬是推着走了六公里找到修车铺，天黑前赶到了客栈。那一趟我学会了出门要带备件。',
  },
  {
    ...{ position: 'bank-teller', question: 'urgent-transfer', locale: 'zh' },
    good: '这八成是骗子。我会先把他的卡和身份证压在手边，跟他说机器正在走，请他把手机开免提放台上，我听两句。然后我小声问他，那头的人见过没有，警号报了没有，为什么不让跟人讲。要是他答不上来，我就写张纸条递过去，真的公安从来不叫人挪钱。同时我按一下桌下的铃，请当班的头儿过来，再打九六一一零把警察叫到跟前，让穿制服的当面跟他讲。他还是铁了心要转的话，我就告诉他今天这笔我不能出，他可以恨我，可钱还在。',
    weak: '客户要转就转嘛，钱是他自己的，我会提醒他一句小心，他坚持的话我也没有权力拦。',
    elsewhere:
      '我先把地扫了，再把桌子擦一遍，因为早上人多容易脏。然后我会把书按高矮排好，为了让孩子们好找，最后检查一下窗户关了没有。',
  },
  {
    ...{ position: 'bank-teller', question: 'why-teller', locale: 'zh' },
    good: '我外婆不识字，每个月领退休金都要我陪着去，窗口里那个姐姐每回都把数念两遍，再让外婆自己按手印，外婆回家能高兴一天，因为这个我从高中起就想坐到那扇玻璃后面。我在超市收了两年银，一天四百多单，最忙的时候我靠喝口水、数三下再接下一个，两年里没和人红过脸，也没赔过一分钱。我想头一年把手上的活练到不用想，第二年去考那张理财的证。',
    weak: '因为银行稳定，离家近，父母也希望我去，待遇还可以，重复就重复吧，哪里都一样。',
    elsewhere:
      '我喜欢做菜，因为做菜的时候很放松。我上大学的时候在宿舍煮面，后来学了烘焙，现在每个周末都烤面包送给邻居。',
  },
  {
    ...{ position: 'sales', question: 'keep-customer', locale: 'zh' },
    good: '前年有家幼儿园用了我们三年的教具，九月份园长在群里发火，说柜子掉漆，小孩手上沾得到处都是，要把尾款扣下，明年换别家。我当天坐最后一班高铁过去，蹲在教室里一个一个柜子摸，拍了四十多张照片，半夜发给厂里。第三天我押着货车把二十六个柜子全换了新的，还请环保站来测了甲醛，报告贴在门口。十月园长把尾款打过来了，今年又开了个分园，教具还是从我这里拿的。我后来每季度都去园里转一圈。',
    weak: '老客户不高兴的话，主要就是多陪陪他，吃个饭，聊一聊感情，一般关系到位了就没什么问题，我觉得做人最重要。',
    elsewhere:
      '我高中的时候数学很差，月考只有四十分。我每天早起一个小时，把错题抄到一个本子上，三个月抄了六本，高考考了一百二十八分。从那以后我相信笨办法最管用。',
  },
  {
    ...{ position: 'sales', question: 'lost-deal', locale: 'zh' },
    good: '去年春天有个学校食堂的桌椅，一百二十套，我跑了两个月，样品都抬进去了，结果被一家小厂抢走。我后来请总务的王老师喝茶，他讲真话：那家能在五一放假那三天装完，我报的是边上课边装。我压根没打听过他们的校历。我回来以后给自己立了个规矩，头一回见面先要一张全年的日程表。到年底，另外两所学校就是靠卡着寒假装完拿下来的，一共八十万。',
    weak: '丢单很正常，现在竞争太激烈了，别人价格低我们也没办法，我当时已经尽力了，可能运气不好吧。',
    elsewhere:
      '我家养过一只流浪狗，刚捡来的时候后腿断了。我每天下班抱着它去打针，自己看视频学着给它做按摩，四个月以后它能跑了。我学到的是耐心。',
  },
  {
    ...{ position: 'software-engineer', question: 'incident', locale: 'zh' },
    good: '去年国庆第二天夜里，收银台一按付款就转圈，三百多家店排长队。我被电话叫醒，打开面板一看，有台机器的连接数顶到头了。我先把它从转发名单里摘掉，两分钟后能付了。再往下翻，是我们前一天上的一个小功能，拿了连接忘了还。我把那一行补上，天亮前发了出去，前后四十分钟。第二周我加了一条：连接数到七成就打电话，还让合代码的机器人专门盯着这种写法，到现在没有再犯过。',
    weak: '线上出问题很常见，我们一般是看看日志，找到原因就改掉，重启一下，大部分情况都能好，后面注意一点就行。',
    elsewhere:
      '我在老家帮我爸卖过两年西瓜，一开始一天卖不了二十个。我切了试吃摆在路口，又写了个牌子不甜不要钱，一个夏天卖了三千斤，赚了四千块。我明白了做买卖要让人放心。',
  },
  {
    ...{ position: 'software-engineer', question: 'disagreement', locale: 'zh' },
    good: '前年要给后台换一套存日志的东西，老周要用他熟的那套，我看中另一套，两个人在群里吵了三天。我不想再打嘴仗，周末自己搭了两个小的，灌了同样的两亿条，写了一张纸：写多快、查多快、占多少盘、挂一台会怎样。周一我把纸摊在桌上请他先挑毛病，他挑出一处我测得不公平，我当场重跑。最后他自己说那就用你这套，但是备份按他的来。用了一年半，查一条从十几秒变成不到一秒，备份也真救过我们一回。',
    weak: '有分歧的时候我觉得大家好好说就行，一般我会听领导的，领导定了就照做，没必要争，和气最重要。',
    elsewhere:
      '去年我参加了半程马拉松，之前从来没跑过十公里以上。我照着表练了四个月，每周跑三次，膝盖疼就改游泳，最后两小时零五分跑完。我学会了按计划来。',
  },
  {
    ...{ position: 'team-manager', question: 'low-performer', locale: 'zh' },
    good: '前年组里有个小姑娘小唐，别人一天回八十个电话，她只有三十来个，我上头的人让我劝退。我坐在她旁边听了一下午，发现她每接一个都要翻三本手册，怕说错。我把最常问的二十条缩成一张卡片夹在她屏幕边上，头两周我每天下班和她一起听五通，听完只说一处。一个月她到了五十六，第三个月八十五，后来我请假那阵子是她替我带的新人。我从那时起先看人怎么干活，再谈数字。',
    weak: '表现不好的组员我会找他谈话，让他加油，告诉他公司有要求，如果实在不行也没办法，只能换人，毕竟团队要看结果。',
    elsewhere:
      '我小时候学游泳，怎么都不敢把头埋进水里。我自己在家用脸盆练憋气，一天练二十次，一个夏天下来能游五十米了。我明白了怕什么就先拆小。',
  },
  {
    ...{ position: 'team-manager', question: 'wrong-decision', locale: 'zh' },
    good: '我当店长第二年，暑假前我拍板把两个老师傅的班全排到晚上，想着晚上人多。没问他们家里的事，也没看前一年的客流。结果早上排队排到马路上，一个礼拜被骂上了本地的论坛，一个师傅递了辞呈。我当天给片区打电话，说这事是我定错了，别扣他们的钱，又拎着水果去师傅家赔不是，把班重新摊开让大家自己勾。过了十天早上的队没了，师傅也没走。现在我排什么都先贴出来晾两天。',
    weak: '人都会犯错，我做的决定大部分还是对的，有时候下面的人执行不到位，结果就不太好，这个也不能全怪我。',
    elsewhere:
      '前年我去西藏旅游，本来打算坐火车，后来改了自驾。路上遇到塌方，我绕了一百多公里，油快没了，我找牧民买了一桶，晚上十一点到了那曲。最后一路平安，拍了很多照片。',
  },
  {
    ...{ position: 'data-analyst', question: 'wrong-data', locale: 'zh' },
    good: '去年三月我给老板发了张周表，说新来的人里四成第二个月还在。发完半小时我心里不踏实，四成比往常高了一大截，就随手抽了二十个人去翻他们的单子，有七个是同一个手机号换了名字注册的。我马上在群里说这张表先别用，两小时后重算，是两成八。运营已经照四成下了券，我陪他们把还没发的一万二千张停住了。之后我在出表的脚本里加了一道，同号的先并成一个人，每回出表前还随机抽十个人肉眼看，一年多没再翻过车。',
    weak: '数据有错很正常，我们系统里的数据本来就不准，我一般发现了就跟技术说一声，让他们去改，改完再跑一遍。',
    elsewhere:
      '我和室友开过一家奶茶外卖，两个人轮流骑车。有个月下雨单子多，我排了张路线图，把一栋楼的并到一起送，一天多跑了三十单，月底多赚了两千。我学会了先想再跑。',
  },
  {
    ...{ position: 'store-staff', question: 'hesitant-customer', locale: 'zh' },
    good: '前年冬天我在商场卖羽绒被，有个小伙子来来回回摸了三趟又放下。我没跟着他说价钱，问了一句给谁盖，他说给奶奶，老人家嫌沉。我把两斤半的那床抱出来，让他闭上眼压在手背上，又把三斤的压上去，他一下就笑了。我顺手告诉他老人怕响，换了面料软的那个。他拿了两斤半的走了，第二年冬天带着他姑姑又来找我，一口气抱走三床。我后来卖东西都先问给谁用。',
    weak: '犹豫的顾客我会给他推荐卖得最好的那款，告诉他今天打折，不买就没了，一般都会买的，实在不买就算了。',
    elsewhere:
      '我参加过学校的辩论赛，我是三辩。决赛前一天队友嗓子哑了，我把他的稿子连夜背下来，上场替他说了四分钟，最后我们赢了两票。我觉得平时多准备一点总没错。',
  },
  {
    ...{ position: 'bank-teller', question: 'angry-customer', locale: 'en' },
    good: 'Two winters ago I was on the desk of a small hotel when a man came down at midnight shouting that his room had no heating and his baby was blue. I walked round the counter, said his name, and let him shout until he ran out of breath. I handed him my own key card for the lounge, which was warm, and while his wife took the baby in I rang the night plumber and stood with him at the boiler. Twenty minutes later the pipes were hot; I had already moved their bags two floors up. He shook my hand at breakfast and booked the same week the following year. Since then I keep one heated room empty in January.',
    weak: 'Angry people are everywhere. I just stay polite, say sorry, and wait for them to calm down. It is not really a big problem for me.',
    elsewhere:
      'Last summer I built a cedar canoe with my uncle. I steamed the ribs, sanded the hull for two weeks and sealed every joint twice because the first coat leaked. In the end it carried three of us forty kilometres down the river, and I learned to be patient with wood.',
  },
  {
    ...{ position: 'sales', question: 'keep-customer', locale: 'en' },
    good: "A bakery I had supplied for four years rang me in March, furious: our flour had weevils and they had binned a whole night of bread. I drove over within the hour, tipped every sack onto a table and counted them with the owner. I took all thirty sacks back, paid for the lost batch out of my own budget, and borrowed flour from a competitor so that they could bake that evening. Then I traced it to one damp corner of our store and had it re-floored. Two months later she doubled her weekly order and sent me her cousin's café.",
    weak: 'If a client is unhappy I usually take them to lunch. Good relations solve most things, and if they leave there are always other clients.',
    elsewhere:
      "When I was nineteen I taught myself the piano. I practised forty minutes every morning, recorded myself, and after a year I played at my sister's wedding. I learned that small steps add up.",
  },
  {
    ...{ position: 'team-manager', question: 'wrong-decision', locale: 'en' },
    good: 'In my second year as head of the night crew I moved everyone onto one long truck route because it looked cheaper on paper. I had not ridden it myself. Within ten days three drivers were falling asleep at the wheel and a pallet of vaccines went warm; we binned nine thousand euros of stock. I told my director the same afternoon that the choice had been mine alone, called each driver to say so, and put the old split back that night. I rode along for a week and we ended up with two shorter loops. Breakdowns fell from six a month to one, and nothing changes on my floor now until I have sat in the seat.',
    weak: "Everyone makes mistakes. Most of my decisions work, and when they don't it is often because people did not follow them properly.",
    elsewhere:
      'Last year I planned a trip for eight friends. I compared flights, booked two houses and made a list of what everyone should bring. It rained for five days, so I found an indoor climbing hall, and in the end everybody said it was the best holiday.',
  },
];
