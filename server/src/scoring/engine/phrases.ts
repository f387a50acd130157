import { textIn, type Locale, type Text } from '@zhiyu/contracts/basics';
import type { Gate } from '@zhiyu/contracts/scoring';

/** A sentence of the engine with all four languages; `{name}` is filled in. */
export type Phrase = Required<Text>;

export const gatePhrases: Record<Gate, Phrase> = {
  empty: {
    zh: '没有回答，所以没有得分。',
    en: 'There was no answer, so there is no score.',
    ja: '回答がないため、スコアはありません。',
    fr: "Il n'y a pas eu de réponse, donc pas de score.",
  },
  noTranscript: {
    zh: '录制还没有文字稿，只按说的话评，所以没有得分。',
    en: 'The recording has no transcript yet; only words are scored, so there is no score.',
    ja: '録画の文字起こしがまだありません。言葉だけを評価するため、スコアはありません。',
    fr: "L'enregistrement n'a pas encore de transcription ; seuls les mots sont notés, donc pas de score.",
  },
  echo: {
    zh: '回答只重复了题目，没有自己的内容，所以没有得分。',
    en: 'The answer only repeats the question, so there is no score.',
    ja: '質問の繰り返しだけのため、スコアはありません。',
    fr: 'La réponse ne fait que répéter la question, donc pas de score.',
  },
  nonsense: {
    zh: '回答不是成句的话（重复、乱码或只列关键词），所以没有得分。',
    en: 'The answer is not made of sentences (repetition, random letters or a list of key words), so there is no score.',
    ja: '文になっていない回答（繰り返し、無意味な文字、語の羅列）のため、スコアはありません。',
    fr: "La réponse n'est pas faite de phrases (répétition, lettres au hasard ou liste de mots-clés), donc pas de score.",
  },
  wrongLanguage: {
    zh: '回答用的不是这场面试的语言，所以没有得分，请人来看。',
    en: 'The answer is not in the language of this interview, so there is no score; a person should look.',
    ja: 'この面接の言語での回答ではないため、スコアはありません。人が確認してください。',
    fr: "La réponse n'est pas dans la langue de cet entretien, donc pas de score ; une personne doit la lire.",
  },
  uncertainTranscript: {
    zh: '文字稿把握只有 {percent}%，太低，所以没有得分，请人来听。',
    en: 'The transcript is too uncertain ({percent}%), so there is no score; a person should listen.',
    ja: '文字起こしの確度が {percent}% と低いため、スコアはありません。人が聞いてください。',
    fr: 'La transcription est trop incertaine ({percent} %), donc pas de score ; une personne doit écouter.',
  },
  notJudged: {
    zh: '这台机器跑不了这段程序，所以没有得分，请人来看程序。',
    en: 'This machine could not run the program, so there is no score; a person should read it.',
    ja: 'このプログラムを実行できなかったため、スコアはありません。人が読んでください。',
    fr: "Le programme n'a pas pu être exécuté ici, donc pas de score ; une personne doit le lire.",
  },
  tooShort: {
    zh: '回答太短，看不出做法，所以没有得分。',
    en: 'The answer is too short to show anything, so there is no score.',
    ja: '回答が短すぎるため、スコアはありません。',
    fr: 'La réponse est trop courte, donc pas de score.',
  },
};

export const notes = {
  silent: {
    zh: '录音里没有人说话，所以没有得分。',
    en: 'Nobody speaks in the recording, so there is no score.',
    ja: '録音に話し声がないため、スコアはありません。',
    fr: "Personne ne parle dans l'enregistrement, donc pas de score.",
  },
  elsewhere: {
    zh: '回答很少说到题目问的事，要点算得轻，请人看一看。',
    en: 'The answer says little of what was asked: its points weigh less, and a person should look.',
    ja: '質問された事柄への言及が少ないため、要点の重みを下げました。人の確認が必要です。',
    fr: "La réponse parle peu de ce qui était demandé : ses points pèsent moins, et quelqu'un devrait regarder.",
  },
  instruction: {
    zh: '回答里有写给评分者的话，没有计入。',
    en: 'The answer contains instructions to the grader; they were not counted.',
    ja: '回答に評価者への指示が含まれていましたが、評価には入れていません。',
    fr: "La réponse contient des consignes à l'évaluateur ; elles n'ont pas été comptées.",
  },
  list: {
    zh: '回答里有一串不成句的关键词，没有计入。',
    en: 'The answer contains a bare list of key words; it was not counted.',
    ja: '回答に文になっていない語の羅列がありましたが、評価には入れていません。',
    fr: "La réponse contient une simple liste de mots-clés ; elle n'a pas été comptée.",
  },
  repeat: {
    zh: '回答里有整段重复的话，只算一次。',
    en: 'The answer says whole passages again; they count once.',
    ja: '回答に同じ文章の繰り返しがあり、一度だけ数えました。',
    fr: 'La réponse répète des passages entiers ; ils comptent une fois.',
  },
  foreign: {
    zh: '回答里有读不了的文字，没有计入，请人来看。',
    en: 'The answer has words in letters that cannot be read here; they were not counted, a person should look.',
    ja: '回答に読み取れない文字の言葉があり、評価には入れていません。人が確認してください。',
    fr: "La réponse contient des mots dans une écriture non lue ici ; ils n'ont pas été comptés, une personne doit regarder.",
  },
} satisfies Record<string, Phrase>;

export const reasons = {
  notAsked: {
    zh: '这次面试没有问到这个维度。',
    en: 'No question of this interview asked about it.',
    ja: 'この面接ではこの評価項目を質問していません。',
    fr: "Aucune question de cet entretien n'a porté sur cette dimension.",
  },
  noCues: {
    zh: '这道题还没有这种语言的评分要点，所以没有测，请人来看。',
    en: 'The question has no scoring points in this language yet, so it was not measured; a person should look.',
    ja: 'この質問には日本語の評価ポイントがまだないため、測定していません。人が確認してください。',
    fr: "La question n'a pas encore de points d'évaluation en français, donc rien n'a été mesuré ; une personne doit la lire.",
  },
  noIndicator: {
    zh: '这道题没有这个维度的评分要点。',
    en: 'The question has no scoring points for this dimension.',
    ja: 'この質問にはこの評価項目のポイントがありません。',
    fr: "La question n'a pas de points d'évaluation pour cette dimension.",
  },
  offTopic: {
    zh: '回答里没有说到与这个维度有关的内容。',
    en: 'Nothing in the answer is about this dimension.',
    ja: '回答にこの評価項目に関する内容がありません。',
    fr: 'Rien dans la réponse ne concerne cette dimension.',
  },
  crosses: {
    zh: '区间 {low}–{high} 含要求 {requirement}，要人看。',
    en: 'The interval {low}–{high} contains the requirement {requirement}: a person should look.',
    ja: '区間 {low}–{high} に基準 {requirement} が含まれます。人が確認してください。',
    fr: "L'intervalle {low}–{high} contient l'exigence {requirement} : une personne doit regarder.",
  },
  conflict: {
    zh: '有证据方向相反。',
    en: 'Some evidence points the other way.',
    ja: '反対方向の根拠があります。',
    fr: 'Certaines preuves vont dans l’autre sens.',
  },
  fewAnswers: {
    zh: '只有一个回答说到它，证据少。',
    en: 'Only one answer speaks of it, so there is little evidence.',
    ja: '触れている回答が一つだけで、根拠が少ないです。',
    fr: 'Une seule réponse en parle : peu de preuves.',
  },
  enginesApart: {
    zh: '本机引擎读到 {local} 级，大模型读到 {model} 级，差了一级以上，请人来看。',
    en: 'The local engine reads level {local}, the language model {model}: more than a level apart, a person should look.',
    ja: '内蔵エンジンは {local}、言語モデルは {model} と、一段階より大きく違います。人が確認してください。',
    fr: 'Le moteur local lit le niveau {local}, le modèle de langue {model} : plus d’un niveau d’écart, une personne doit regarder.',
  },
  denied: {
    zh: '说了相反的：{point}',
    en: 'Said the opposite of: {point}',
    ja: '反対のことを述べた：{point}',
    fr: 'A dit le contraire de : {point}',
  },
  outcomeOnly: {
    zh: '只说了结果，没有说出做法',
    en: 'Says what came of it, not what was done',
    ja: '結果だけで、具体的な行動がない',
    fr: 'Dit ce qu’il en est sorti, pas ce qui a été fait',
  },
  onTopicOnly: {
    zh: '说到了这件事，没有说出做法',
    en: 'Speaks of it without saying what was done',
    ja: '触れているが、具体的な行動がない',
    fr: 'En parle sans dire ce qui a été fait',
  },
  lookPortrait: {
    zh: '{name} {value} ±{error}，是文化画像，与工作表现关系弱：最后再看。',
    en: '{name} {value} ±{error} is a portrait of culture, which says little about work: look at it last.',
    ja: '{name} {value} ±{error} は文化の適合で、業績との関係は弱い：最後に見てください。',
    fr: '{name} {value} ±{error} est un portrait de culture, peu lié au travail : à voir en dernier.',
  },
  lookRepeated: {
    zh: '第 {one} 题和第 {other} 题的回答有 {percent}% 是同样的话，请听一听。',
    en: 'The answers to questions {one} and {other} are the same words for {percent}%: listen to both.',
    ja: '質問 {one} と {other} の回答は {percent}% が同じ言葉です。両方を確認してください。',
    fr: 'Les réponses aux questions {one} et {other} ont {percent} % des mots en commun : écoutez les deux.',
  },
  lookCrosses: {
    zh: '{name} {value} ±{error}，要求 {requirement}，跨线：先看这几句。',
    en: '{name} {value} ±{error}, requirement {requirement}: it crosses the line, look at these words first.',
    ja: '{name} {value} ±{error}、基準 {requirement}：境界上です。まずこの発言を見てください。',
    fr: "{name} {value} ±{error}, exigence {requirement} : à cheval sur la ligne, regardez d'abord ces mots.",
  },
  lookBelow: {
    zh: '{name} {value} ±{error}，不到要求 {requirement}：依据是这几句。',
    en: '{name} {value} ±{error} is under the requirement {requirement}; it rests on these words.',
    ja: '{name} {value} ±{error} は基準 {requirement} 未満です。根拠はこの発言です。',
    fr: "{name} {value} ±{error} est sous l'exigence {requirement} ; voici les mots en cause.",
  },
  lookConflict: {
    zh: '{name}：两段话方向相反，听一听再定。',
    en: '{name}: two passages point in opposite directions; listen before deciding.',
    ja: '{name}：二つの発言の方向が逆です。聞いてから判断してください。',
    fr: '{name} : deux passages vont en sens contraires ; écoutez avant de décider.',
  },
  askCrosses: {
    zh: '{name} {value} ±{error}，要求 {requirement}，跨线',
    en: '{name} {value} ±{error}, required {requirement}: it crosses the line',
    ja: '{name} {value} ±{error}、基準 {requirement}：境界上',
    fr: '{name} {value} ±{error}, exigence {requirement} : à cheval',
  },
  askBelow: {
    zh: '{name} {value} ±{error}，不到要求 {requirement}',
    en: '{name} {value} ±{error}, under the required {requirement}',
    ja: '{name} {value} ±{error}、基準 {requirement} 未満',
    fr: '{name} {value} ±{error}, sous l’exigence {requirement}',
  },
  askUnknown: {
    zh: '{name} 没有测到',
    en: '{name} was not measured',
    ja: '{name} は未測定',
    fr: '{name} : non mesuré',
  },
  oneMore: {
    zh: '“{name}”说到了，再准备一个例子，会更有把握。',
    en: '“{name}” was shown; one more example would make it surer.',
    ja: '「{name}」は示されています。例をもう一つ用意すると、より確かになります。',
    fr: '« {name} » a été montré ; un exemple de plus le rendrait plus sûr.',
  },
  nextAnchor: {
    zh: '再往上一步是：{anchor}',
    en: 'The next step up sounds like this: {anchor}',
    ja: '次の段階はこうです：{anchor}',
    fr: "L'étape suivante : {anchor}",
  },
} satisfies Record<string, Phrase>;

/** Questions for the next round. */
export const asking = {
  ownAction: {
    zh: '您说到“{quote}”。其中哪一步是您自己做的？',
    en: 'You said “{quote}”. Which step of it did you take yourself?',
    ja: '「{quote}」とのことですが、ご自身がされたのはどの部分ですか。',
    fr: 'Vous avez dit « {quote} ». Quelle étape avez-vous faite vous-même ?',
  },
  result: {
    zh: '您说到“{quote}”。后来结果怎么样？',
    en: 'You said “{quote}”. What came of it in the end?',
    ja: '「{quote}」とのことですが、その後どうなりましたか。',
    fr: 'Vous avez dit « {quote} ». Qu’en est-il sorti ?',
  },
  resultNumber: {
    zh: '您说到“{quote}”。结果能用一两个数字说说吗？',
    en: 'You said “{quote}”. Can you put a figure or two to the result?',
    ja: '「{quote}」とのことですが、結果を数字で表せますか。',
    fr: 'Vous avez dit « {quote} ». Pouvez-vous chiffrer le résultat ?',
  },
  reflection: {
    zh: '您说到“{quote}”。再来一次，您会改哪一点？',
    en: 'You said “{quote}”. What would you do differently next time?',
    ja: '「{quote}」とのことですが、次はどこを変えますか。',
    fr: 'Vous avez dit « {quote} ». Que feriez-vous autrement ?',
  },
  example: {
    zh: '请讲一件最能说明您“{name}”的事：当时怎样，您做了什么，结果如何。',
    en: 'Please tell of one occasion that best shows your {name}: what was going on, what you did, what came of it.',
    ja: '「{name}」が最もよく表れた出来事を、状況・行動・結果の順にお聞かせください。',
    fr: 'Racontez une occasion qui montre le mieux votre « {name} » : la situation, ce que vous avez fait, le résultat.',
  },
} satisfies Record<string, Phrase>;

/** Two passages that do not fit: said without blame, and as a question. */
export const apart = {
  withResume: {
    zh: '简历第 {line} 行写“{other}”，回答说“{one}”：请问一问。',
    en: 'The résumé says “{other}” (line {line}), the answer says “{one}”: worth asking.',
    ja: '履歴書 {line} 行目は「{other}」、回答は「{one}」：確認してください。',
    fr: 'Le CV indique « {other} » (ligne {line}), la réponse « {one} » : à demander.',
  },
  between: {
    zh: '一处说“{one}”，另一处说“{other}”：请问一问。',
    en: 'In one place “{one}”, in another “{other}”: worth asking.',
    ja: '一方では「{one}」、他方では「{other}」：確認してください。',
    fr: 'Une fois « {one} », une autre fois « {other} » : à demander.',
  },
  askResume: {
    zh: '您说到“{one}”，简历写的是“{other}”。请讲讲当时的情况。',
    en: 'You said “{one}”; the résumé says “{other}”. Could you tell us how it was?',
    ja: '「{one}」とのことですが、履歴書には「{other}」とあります。当時の様子をお聞かせください。',
    fr: 'Vous avez dit « {one} » ; le CV indique « {other} ». Pouvez-vous préciser ?',
  },
  askBetween: {
    zh: '您说到“{one}”，也说到“{other}”。请讲讲当时的情况。',
    en: 'You said “{one}” and also “{other}”. Could you tell us how it was?',
    ja: '「{one}」とも「{other}」ともおっしゃいました。当時の様子をお聞かせください。',
    fr: 'Vous avez dit « {one} » et aussi « {other} ». Pouvez-vous préciser ?',
  },
} satisfies Record<string, Phrase>;

/** The phrase in the report's language with its places filled. */
export function say(phrase: Text, locale: Locale, values: Record<string, string> = {}): string {
  return textIn(phrase, locale).replace(
    /\{(\w+)\}/g,
    (whole, name: string) => values[name] ?? whole,
  );
}

/** A stored value (0-100) as it is shown: 0-10 with one place. */
export function shown(value: number): string {
  return (value / 10).toFixed(1);
}
