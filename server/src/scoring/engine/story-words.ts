import type { Locale } from '@zhiyu/contracts/basics';
import type { FollowUpPart } from '@zhiyu/contracts/follow-up';

/**
 * Words by which a part of a story is taken as told. They are kept wide on purpose: asking for something that was
 * said is worse than not asking for something that was not. Chinese is read after `normalise`: 一 is 1, 她 is 他, 您 is 你.
 */
type PartWords = Record<Exclude<FollowUpPart, 'ownPart' | 'numbers'>, RegExp>;

const zh: PartWords = {
  situation:
    /\d+(?:月|号|日|点)|周[1-7末日天]|星期|早上|上午|中午|下午|晚上|凌晨|昨天|前天|今年|去年|那(?:时|边|会儿|家|位|个)|本科|大学|高中|研究生|学生会|社团|毕业|比赛|课题|项目|活动|大促|旺季|国庆|春节|过年|元旦|门店|店里|公司|单位|部门|车间|班组|医院|学校|银行|仓库|餐厅|酒店|工地|窗口|柜台|专柜|现场|有(?:个|位|1)|1(?:个|位|名|家).{0,6}(?:客户|顾客|客人|阿姨|大爷|同事|用户|学生|病人|患者|家长|老人|先生|女士|师傅|老板|供应商|厂|店)|(?:遇到|碰到|碰上|赶上|接到|收到|发生)(?:了|过)|(?:第1|上1|前1)次|入职|实习|兼职|任职|上(?:个|1)|工作(?:时|中|的时候)/u,
  task: /负责|任务|目标|指标|要求|需要|必须|得(?=在|把|要|让|先|尽)|[让叫派请]我|安排|交给|交代|分配|委托|希望|想|为了|要|截止|期限|问题|难点|难题|挑战|困难|职责|岗位|担任|作为|目的|计划|打算|准备|投诉|故障|不够|不足|缺/u,
  action:
    /首先|第1步|其次|接着|然后|先.{1,24}(?:再|然后)|联系|沟通|协调|解释|说明|安抚|安慰|道歉|组织|制定|调整|检查|核对|确认|提出|建议|推动|跟进|排查|培训|演示|汇报|收集|统计|对比|测试|优化|分析|整理|设计|开发|编写|搭建|邀请|拜访|介绍|推荐|帮(?:他|忙|助|客|顾)|询问|倾听|听(?:他|完)|请(?:他|教|示)|跟他|和他|给他|向他|教他|陪他|告诉|加班|复盘|盘点|登记|记录|采用|通过.{2,}|拆|分工|轮流|1步步|逐/u,
  result:
    /最后|最终|结果|终于|后来(?!我)|成果|成效|成绩|效果|反馈|满意|解决|完成|达成|达到|做到|提[升高前]|下降|降[低到了]|减[少了]|增[加长]|涨|恢复|正常|通过了|表扬|夸|感谢|谢|好评|续|签[了约下]|成[功交]|失败|没成|输|赢|获奖|第1名|等奖|拿[到了下]|省[了下]|节[省约]|缩短|追回|超额|上线|按时|如期|准时|顺利|圆满|办[好完成]|搞定|[做弄修改补搬卖]好|[换退买卖赔走][了上]|同意|答应|接受|认可|肯定|采纳|转正|晋升|升[职到]|离开|没有?再|零(?:投诉|差错|事故|失误)|0(?:投诉|差错|事故|失误)|避免了|学会了|好了|没事了|成了|行了|可以了|重新发|发布(?:了|之后)|交付|提交了|定下|选了|[改更纠]正|丢|没(?:拿|签|谈成|做成|赶|办成|能)|亏|没有?(?:1[个件单笔次箱名位]|人|出|怪|发生|影响|耽误|损失|转|让|造成|被)|为0|得(?:还|很|挺|非常|比较)?(?:行|好|不错|可以|顺)|答上|(?:出来|上来|下来|回来|起来|到位)了|总算|按[期时]|优秀|名次|录用|从\d.{0,12}(?:到|变)/u,
  learned:
    /学[到会习]|懂得?|明白|反思|复盘|总结|教训|经验|体会|领悟|感悟|启发|心得|收获|下1?次|以后(?=我|每|都|就|会|遇|要|再|做|在|碰|不|多|先)|今后|将来|往后|如果(?:再|能|重)|再(?:遇|碰|来1次)|重新来|改进|意识到|认识到|发现自己|成长|提醒自己|养成|从那|从此|从这|自那|之后每|后悔|做得不够|应该更|让我(?:知|觉|更)|(?:之后|事后|后来|此后|后来每|现在)(?:我|每|都)|每次.{0,8}都|我(?:觉得|认为|发现|相信).{0,14}(?:比|才|关键|重要|更|应该|不能|1开始就|[要得]讲)|记住|习惯|深刻/u,
};

const en: PartWords = {
  situation:
    /\b(?:last|ago|yesterday|once|one (?:day|time|customer|client|of)|there was|there were|in my|at my|at the|at a|at an|back in|my (?:first|last|previous|old)|previous|worked (?:at|in|for|as|on)|during|while|intern\w*|university|college|school|project|company|semester|season|(?:when|after|before) (?:i|we|he|she|they|our|the|a|an|my|one) \w+(?:ed|came|went|was|were|had|got|left|broke|said)?|monday|tuesday|wednesday|thursday|friday|saturday|sunday|christmas|summer|winter|spring|autumn|morning|evening|night|(?:19|20)\d\d|[a-z]{2,}ed|was|were|had|did|went|came|got|made|took|said|told|gave|found|left|lost|won)\b/u,
  task: /\b(?:responsible|responsibilit\w*|task|goal|target|need\w*|had to|have to|has to|must|asked|my (?:job|role|part|duty)|assigned|deadline|supposed|want\w*|objective|in charge|problem|issue|challenge\w*|required?|expected|in order|so that|make sure|aim\w*|try|tried|hoped?|plan\w*|complain\w*)\b/u,
  action:
    /\b(?:i|we)(?:'d|'ve|'ll)? (?:\w+ly )?(?!(?:think|believe|feel|hope|guess|was|were|am|are)\b)[a-z]{2,}|\b(?:first|then|next|after that|by \w+ing)\b/u,
  result:
    /\b(?:result\w*|outcome|final\w*|in the end|at the end|eventually|ended up|agreed?|accept\w*|happy|pleased|satisf\w*|thank\w*|left|success\w*|succeed\w*|fail\w*|lost|won|on time|solv\w*|resolv\w*|fixed|worked|went (?:well|up|down)|normal|approved|promot\w*|feedback|since then|no more|never|better|faster|less|fewer|more than|impro\w*|increas\w*|reduc\w*|drop\w*|fell|rose|grew|saved?|finish\w*|complet\w*|achiev\w*|reach\w*|renew\w*|signed|recover\w*|passed|launch\w*|praise\w*|took|bought|came back|done)\b/u,
  learned:
    /\b(?:learn\w*|lesson\w*|taught|teach\w*|next time|since then|from then|looking back|hindsight|reali[sz]\w*|should have|differently|now i|nowadays|reflect\w*|takeaway|future|experience|understood|understand|importance|made me|showed me|always|habit|regret\w*|grew|in retrospect)\b/u,
};

const ja: PartWords = {
  situation:
    /年|月|週|当時|ある(?:日|時|とき|お客)|以前|学生|大学|アルバイト|バイト|前職|会社|店|プロジェクト|お客様が|インターン|研修|入社|頃|ころ|とき|時に|際|先日|昨日|現場|部署|職場/u,
  task: /目標|担当|任さ|課題|役割|必要|求め|頼ま|指示|しなければ|ため|目的|責任|べき|たい|問題|依頼|ノルマ|期限|困/u,
  action:
    /しま|した|して|って|いて|行い|調べ|伝え|聞き|話し|確認|提案|作成|相談|説明|まず|次に|それから/u,
  result:
    /結果|最終的|最後|結局|おかげ|解決|達成|成功|失敗|満足|喜|感謝|増え|増加|減り|減っ|減少|向上|改善|でき(?:ました|た)|なりました|なった|評価|受賞|完了|間に合|回復|いただけ|いただき|納得|契約|防げ|防ぐ/u,
  learned:
    /学び|学ん|学習|教訓|気づ|気付|反省|今後|次回|次から|次は|これから|経験|わかりました|分かりました|わかった|分かった|実感|以来|心がけ|大切|重要|成長|活か|生かし/u,
};

const fr: PartWords = {
  situation:
    /\b(?:ans?|année|mois|semaine|hier|jour|quand|lorsqu\w*|pendant|stage|entreprise|magasin|université|école|projet|chez|une fois|il y a|dernière?|ancien\w*|poste|équipe|travaillais|étais|avait|était|(?:19|20)\d\d|matin|soir|été|hiver)\b/u,
  task: /devais|devait|fallait|faut|objectif|mission|responsable|charg|demand|tâche|besoin|pour |afin|but|problème|délai|rôle|voul|souhait|réclam|plain/u,
  action: /\b(?:j'|j’|je |nous |on )|\b(?:puis|ensuite|d'abord|après)\b/u,
  result:
    /résult|final|enfin|résolu|réuss|satisf|remerci|augment|rédui|baiss|amélior|gagn|obten|obtenu|termin|livr|accept|content|heureu|perd|échou|signé|grâce|succès|fini|à temps|plus jamais|mieux|validé|félicit|revenu|partie?\b/u,
  learned:
    /appris|apprend|leçon|retenu|compris|depuis|désormais|prochaine fois|à refaire|avec le recul|expérience|rends? compte|rendu compte|à l'avenir|dorénavant|enseign|important/u,
};

export const partWords: Record<Locale, PartWords> = { zh, en, ja, fr };

/** How one speaks of habits and of cases: where nothing tells an occasion, only these words say that there is none. */
export const habitWords: Record<Locale, RegExp> = {
  zh: /平时|平常|1般|通常|经常|往往|总是|从来|每次|1向|如果|要是|假如|万一|应该|会先|都会|就会|我会|我觉得|我认为|这种|这样的|这类|类似|无论|不管/u,
  en: /\b(?:usually|always|often|generally|normally|in general|tend to|would|if|whenever|when (?:a|an|someone|somebody|people)|never|should|i think|i believe|every time|such)\b/u,
  ja: /普段|ふだん|いつも|通常|場合|たら|常に|ようにして|べき|と思い|大切だ/u,
  fr: /d'habitude|généralement|toujours|souvent|\bsi\b|en général|normalement|chaque fois|\b\w+rais\b|je pense|je crois|il faut/u,
};

/** A group did it. */
export const groupWords: Record<Locale, RegExp> = {
  zh: /我们|咱们|大家|团队|小组|全组|我组|班组|同事们|伙伴/u,
  en: /\b(?:we|we'd|we've|our|us|together|everyone|everybody)\b/u,
  ja: /私たち|私達|わたしたち|我々|われわれ|みんな|皆で|全員|チーム/u,
  fr: /\b(?:nous|notre|nos|on|ensemble|l'équipe|l’équipe)\b/u,
};

/**
 * The candidate did something: 我 with a deed, not only 我在…上班, 我是, 我觉得. `(?=(...))\1` takes the adverbs at once,
 * so that none of them can be mistaken for the deed.
 */
export const ownWords: Record<Locale, RegExp> = {
  zh: /由我|自己|本人|亲自|独自|(?<![\d几两])个人|我的(?:部分|任务|工作|职责|角色|做法|建议|方案)|我这边|我(?=((?:当时|之前|以前|那时候?|后来|就|也|还|便|首先|1开始|最后|马上|立刻|立即|赶紧|主动|1直|每天|经常|通常|1般|平时|会|先|再|又|都|曾经?|主要|具体|只)*))\1(?!们|是|叫|来自|毕业|所在|觉得|认为|感觉|喜欢|希望|相信|知道|不知|不清楚|不太|不懂|没有?遇|没有?做过|的|家(?!访)|国|方|司|校|店|部门|团队|经理|同事|领导|班(?!里)|组(?!织)|比较|很|非常|特别|挺|记得|印象|在.{1,16}(?:上班|工作|实习|任职|就职|期间|时候?|公司|单位|超市|店|银行|酒店|餐厅|工厂|医院|部|部门|团队|项目组?|学校|大学|里|中)$).{2,}/u,
  en: /\b(?:my (?:part|role|job|task|own|idea|suggestion)|myself|on my own|personally|by me)\b|\bi(?=((?:'d|'ve|'ll| would| will| also| then| first| immediately| quickly| just| still| always| often| usually| even| finally| later| did)*))\1 (?!(?:think|thought|believe|feel|felt|like|liked|hope|guess|was|am|were|had been|have been|work(?:ed)? (?:at|in|for|as|with)|joined|graduated|remember|recall|mean|know|knew)\b)[a-z]{2,}/u,
  ja: /(?:私|僕|自分|わたし|俺|個人)(?!たち|達)/u,
  fr: /moi-même|personnellement|de mon côté|pour ma part|mon rôle|\bj['’](?!étais|ai travaillé)|\bje (?!pense|crois|suis|travaill)/u,
};

const dates: Record<Locale, RegExp> = {
  zh: /\d{4}年|\d{1,2}月(?:份|底|初|中)?(?:\d{1,2}[日号])?|\d{1,2}[日号]|大[1-4]|周[1-7]|星期[1-7]|双11|双12|618|第\d+(?!名)|1(?=次|个(?!月|多?小时|星期|半|工作日|季)|位|名|些|下|样|起|直|定|般|边|种|点|家|件|句|遍|旦|切|致|同|方|时|般|步|回|天|路|番|共|度|向|并|贯|再|律)/gu,
  en: /\b(?:19|20)\d\d\b|\b(?:one day|one time|one of|first|second)\b/gu,
  ja: /\d{4}年|\d{1,2}月(?:\d{1,2}日)?|1つ|一つ|一度|第\d+/gu,
  fr: /\b(?:19|20)\d\d\b|\bun(?:e)?\b|premi\w*/gu,
};

const figures: Record<Locale, RegExp> = {
  zh: /\d|半|翻倍|翻番|加倍|几[十百千万个]|数[十百千万]|上[百千万]|[十百千万]分|成(?:左右|多)|大多数|全部|零/u,
  en: /\d|%|\b(?:half|twice|doubl\w*|tripl\w*|percent|dozens?|hundreds?|thousands?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|zero)\b/u,
  ja: /\d|[二三四五六七八九十百千万]+(?:人|件|回|日|時間|分|割|倍|円|名|個|週|か月|ヶ月|年|点|本|台)|半分|半減|倍|ゼロ|全員/u,
  fr: /\d|%|\b(?:moitié|doubl\w*|tripl\w*|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|quinze|vingt|trente|cent|mille|dizaine|centaine|zéro)\b/u,
};

/** Whether a text has a figure that is not only a date, an ordinal or 一 in a set phrase. */
export function hasFigure(norm: string, locale: Locale): boolean {
  return figures[locale].test(norm.replace(dates[locale], ' '));
}
