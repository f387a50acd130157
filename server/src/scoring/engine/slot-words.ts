import type { Locale } from '@zhiyu/contracts/basics';
import type { Slot } from './engine.types.js';

const outcomeZh =
  /满意|解决|完成|达成|达到|提升|提高|下降|降低|降到|减少|增加|增长|涨到|恢复|通过|表扬|感谢|好评|续约|续签|签(?:了|约|下)|成功|省(?:了|下)|节省|缩短|追回|拿到|超额|上线|学会了|没有再|没再|道谢|谢谢|从\d.{0,12}(?:到|变)|最后.{0,6}(?:都|全|没)/u;
const outcomeEn =
  /\b(?:result|resolved|solved|satisfied|thanked|increas\w*|reduc\w*|improv\w*|drop\w*|fell|rose|grew|saved?|finish\w*|completed?|achiev\w*|reached|renewed|signed|won|recovered|passed|launched|shorten\w*|praised?|from \d\S* to|came back|in the end)\b/u;

/** Words that tell each part of a story; the text has gone through `normalise`. */
export const slotWords: Record<Locale, Record<Exclude<Slot, 'resultNumber'>, RegExp>> = {
  zh: {
    situation:
      /有1(?:次|回|天|个|位)|当时|那(?:天|年|次|时候|个月)|(?:去|前|今|大\d)年|上(?:个?月|周|学期)|之前|以前|曾经|刚(?:入职|毕业|到|来)|\d+年|\d+月|实习|期间|在.{1,12}(?:上班|工作|公司|店|银行|项目|团队|部门)|(?:客户|顾客|用户|同事|领导|阿姨|大爷).{0,8}(?:来|说|要|问|投诉|找|发现)/u,
    ownAction:
      /我(?!们|觉得|认为|的|叫|希望|感觉|喜欢|不知|不清楚|不太|不懂|没有?遇|没有?做过|家|国|方|司|(?:们)?(?:店|部门|公司|团队|经理|同事|领导)).{2,}|自己(?:动手|做|写|去|查|学|来)/u,
    steps:
      /首先|第1|其次|第2|接着|然后|先.{1,24}(?:再|然后|接着|最后)|再(?:去|把|跟|给|和|问|看|请|按|根据|确认|做)|(?:^|会|我)先|最后/u,
    reason:
      /因为|由于|为了|避免|以免|防止|原因|考虑到|确保|保证|否则|不然|这样(?:才|就|可以|能)|毕竟/u,
    result: outcomeZh,
    reflection:
      /学到|明白了?|反思|复盘|总结|教训|下(?:1)?次|以后(?:我|每|都|就|会|遇)|如果(?:再|能)|改进|意识到|体会|养成|从那以后|从此|后悔|做得不够|应该更早/u,
  },
  en: {
    situation:
      /\b(?:once|last (?:year|month|week|summer|spring|winter)|one (?:day|time|customer|client|morning|afternoon)|when i (?:was|worked)|at (?:my|the) (?:last|previous|old|first)|during|in (?:19|20)\d\d|years? ago|months? ago|there was|internship|a (?:customer|client|colleague|user) (?:came|said|asked|complained|wanted|called))\b/u,
    ownAction:
      /\bi(?:'d|'ll| would| will| also| then| first| immediately| quickly)? (?!(?:think|believe|feel|like|hope|guess|was|am|had|have|do|did not|don't|can't|didn't)\b)[a-z]{2,}/u,
    steps: /\b(?:first|firstly|second|secondly|then|next|after that|finally|before i)\b/u,
    reason:
      /\b(?:because|since|so that|in order to|to avoid|to make sure|otherwise|the reason|to ensure|to prevent)\b/u,
    result: outcomeEn,
    reflection:
      /\b(?:learn(?:ed|t)|lesson|next time|since then|from then on|looking back|in hindsight|realized|realised|i should have|would do differently|now i always)\b/u,
  },
  fr: {
    situation:
      /(?<!\p{L})(?:il y a (?:\d|un|une|deux|trois|quatre|cinq|six|quelques|longtemps)|l'(?:an|année|été|hiver|automne) (?:derni|pass)\p{L}*|(?:le mois|la semaine|un jour|une fois|ce jour|à l'époque|l'année où)|en (?:19|20)\d\d|en (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)|pendant|durant|lors|quand j\p{L}*|lorsqu\p{L}*|stage|alternance|dans mon (?:ancien|précédent|premier|dernier)\p{L}*|mon ancien\p{L}*|une? (?:client|cliente|collègue|utilisateur|utilisatrice|patient|patiente) (?:est|m'a|a|avait|voulait|demandait))(?!\p{L})/u,
    ownAction:
      /(?<!\p{L})(?:j'(?!ai (?:été|eu|pensé|cru|peur|envie|appris|compris)(?!\p{L})|étais|avais (?:peur|envie)|aime|espère|estime|imagine)|je (?!pense|crois|suppose|sais|ne|n'|suis(?! (?:all|part|rest|retourn|ven|mont))|veux|voudrais|trouve que|travaill|préfér))[\p{L}' ]{2,}/u,
    steps:
      /(?<!\p{L})(?:d'abord|premièrement|en premier|pour commencer|ensuite|puis|après (?:cela|ça|quoi)|enfin|pour finir|avant de)(?!\p{L})/u,
    reason:
      /(?<!\p{L})(?:parce qu\p{L}*|car|puisqu\p{L}*|afin|pour (?:que|éviter|ne pas|être sûr)|sinon|grâce|c'est pourquoi|de sorte|la raison)(?!\p{L})/u,
    result:
      /(?<!\p{L})(?:résult|résol|satisf|content|remerci|augment|rédui|diminu|baiss|amélior|gagn|obten|termin|livr|signé|renouvel|accept|réuss|récupér|validé|félicit|au final|finalement|tombée? (?:de|à)|passée?s? de|plus (?:aucun|jamais)|à temps|avant la date)/u,
    reflection:
      /(?<!\p{L})(?:appris|leçon|retenu|prochaine fois|depuis (?:ce|cette|lors|je|j')|désormais|maintenant je|avec le recul|compris qu|j'aurais dû|à refaire|à l'avenir|dorénavant)/u,
  },
  ja: {
    situation:
      /去年|昨年|先月|先週|以前|当時|前職|ある(?:日|時|とき)|\d+(?:年|月)|学生|アルバイト|インターン|研修中|勤めて|勤務|働いて|お客様が|(?:た|の)(?:時|とき|頃|ころ)/u,
    ownAction:
      /(?:私|僕|わたし|俺)(?!たち|達).{2,}|自分(?:で|から|が)|^(?!.*(?:さん|様|客|方々|上司|先輩|後輩|同僚|部長|課長|店長|相手|彼|皆|みんな|私たち|会社|チーム)[はがも]).*(?:ます|まし(?:た|て)|(?:し|い|っ|ん)[たてだで])$/u,
    steps: /まず|最初に|初めに|次に|その後|それから|続いて|最後に|第\d|た後|てから/u,
    reason: /ため|から(?=です|、|。|$)|ので|理由|防ぐ|避け|確保|なぜなら|おかげ|ように(?:する|し)/u,
    result:
      /結果|解決|満足|喜(?:ん|ば|び)|感謝|減(?:り|っ|少)|増(?:え|加)|向上|改善|達成|成功|完了|間に合|短縮|お礼|契約|戻っ|なくなり|なくなっ|ゼロ|でき(?:ました|た)|納得|早く(?:公開|終)/u,
    reflection:
      /学び|学ん|教訓|気づ(?:き|い)|気付|反省|今後|次回|次(?:から|は)|それ以来|以来|振り返|心がけ|べきだった|今は|それから\d|それからは/u,
  },
};

/** Words that deny a result: before it in French, behind it in Japanese. */
export const slotDenials = {
  fr: { before: /(?<!\p{L})(?:pas|jamais|aucune?|sans|rien|n'ai|ni)(?!\p{L})[^,;.]{0,20}$/u },
  ja: { after: /^.{0,6}(?:なかった|ません|ない|ず(?!つ))/u },
} as const;

/** A figure that says how much, not only when. */
export const quantity: Record<Locale, RegExp> = {
  zh: /\d+(?:\.\d+)?(?:多|余|来)?(?:%|个?百分点|分钟|小时|天|周|个?(?:星期|月|工作日)|年|元|块|万|个?人|名|单|件|次|倍|家|户|笔|条|成|秒|ms|毫秒|点|页|张|组|台|位|个)/u,
  en: /\d+(?:\.\d+)?\s?(?:%|percent|minutes?|hours?|days?|weeks?|months?|years?|yuan|rmb|dollars?|people|customers?|orders?|items?|times?|calls?|points?|seconds?|ms|k\b)|\b(?:half|twice|doubled|(?:two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty) (?:minutes?|hours?|days?|weeks?|months?|people|customers?|percent))\b/u,
  fr: /\d+(?:[.,]\d+)?\s?(?:%|pour ?cent|minutes?|heures?|jours?|semaines?|mois|ans?|années?|euros?|€|personnes?|clients?|commandes?|fois|points?|secondes?|dossiers?|appels?)|(?<!\p{L})(?:moitié|double|triple|zéro|(?:un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|trente|quarante|cinquante|cent) (?:minutes?|heures?|jours?|semaines?|mois|ans?|personnes?|clients?|euros?|fois|pour ?cent|par semaine))(?!\p{L})/u,
  ja: /\d+(?:\.\d+)?(?:%|パーセント|割|分|時間|日|週|か月|ヶ月|カ月|年|円|万|人|名|件|回|倍|個|本|枚|台|社|点|秒|ページ)|半分|半減|倍増|ゼロ/u,
};
