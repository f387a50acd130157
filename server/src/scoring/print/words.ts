import type { Locale } from '@zhiyu/contracts/basics';
import type { Report, Verdict } from '@zhiyu/contracts/scoring';
import type { ReportReader } from '@zhiyu/contracts/report-print';

/** Labels of a printed report; the report's own sentences are in its language already. */
export interface PrintWords {
  for: Record<ReportReader, string>;
  product: string;
  total: (requirement: string) => string;
  totalPlain: string;
  measured: (percent: number) => string;
  questions: string;
  /** The question that words were typed to, in the room of a second. */
  question: (n: number) => string;
  answeredOf: (answered: number, all: number) => string;
  confidence: string;
  sure: Record<Report['confidence'], string>;
  columns: {
    dimension: string;
    weight: string;
    score: string;
    requirement: string;
    verdict: string;
  };
  verdicts: Record<Verdict, string>;
  notMeasured: string;
  sections: {
    highlights: string;
    lookFirst: string;
    advice: string;
    apart: string;
    askNext: string;
    delivery: string;
    answers: string;
    method: string;
  };
  unscored: string;
  delivery: { characters: string; speed: string; fillers: string; keywords: string };
  noWords: string;
  corrected: string;
  legend: string;
  method: string[];
  rights: string;
  /** Where the company wrote something in another language only. */
  asStored: string;
  engine: (engine: string, version: number) => string;
  page: (page: number, pages: number) => string;
}

const zh: PrintWords = {
  for: { hr: 'HR 版，只给本岗位招聘组', manager: '用人经理版', candidate: '候选人版' },
  product: '知遇',
  total: (requirement) => `AI 面试，要求 ${requirement}`,
  totalPlain: 'AI 面试',
  measured: (percent) => `测到 ${percent}% 的权重`,
  questions: '回答',
  question: (n) => `第${n}题`,
  answeredOf: (answered, all) => `${answered} / ${all} 题有得分`,
  confidence: '把握',
  sure: { high: '大', medium: '一般', low: '小，请看原话' },
  columns: {
    dimension: '维度',
    weight: '权重',
    score: '得分',
    requirement: '要求',
    verdict: '对照',
  },
  verdicts: { meets: '够要求', crosses: '跨线，要人看', below: '不够', unknown: '未测到' },
  notMeasured: '未测到',
  sections: {
    highlights: '做得好的',
    lookFirst: '先看这里',
    advice: '可以练的',
    apart: '两处说法不一样（不影响得分）',
    askNext: '复试可以问',
    delivery: '表达事实',
    answers: '全部回答',
    method: '怎么评的',
  },
  unscored: '不计分',
  delivery: {
    characters: '字数',
    speed: '语速，含停顿（字/分）',
    fillers: '口头语',
    keywords: '常说的词',
  },
  noWords: '没有文字。',
  corrected: '本人改过的文字',
  legend: '黑三角是要求，浅框是 ±1 个标准误；未测到不是 0 分。只根据所说的话，由人决定是否通过。',
  method: [
    '每道题的回答对照岗位公布的评分要点和五级锚点；每个级别都指着回答里的原话。',
    '得分是各回答按误差倒数平方加权的平均，标准误表示把握；区间含要求的，请人看。',
    '长相、口音、表情和语速不进得分。没有测到的写“未测到”，不算 0 分。',
  ],
  rights: '您可以请一个人重新看这份评估，也可以更正听错的文字。方法在您的面试页里。',
  asStored: '有的评分要点或题目公司没有写成中文，照原文列出。',
  engine: (engine, version) => `${engine}，岗位第 ${version} 版；同样的话再算一次，结果相同。`,
  page: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
};

const en: PrintWords = {
  for: {
    hr: 'HR version, for the hiring team only',
    manager: 'Manager’s version',
    candidate: 'Candidate’s version',
  },
  product: 'Zhiyu',
  total: (requirement) => `AI interview, required ${requirement}`,
  totalPlain: 'AI interview',
  measured: (percent) => `${percent}% of the weight measured`,
  questions: 'Answers',
  question: (n) => `Q${n}`,
  answeredOf: (answered, all) => `${answered} of ${all} scored`,
  confidence: 'Confidence',
  sure: { high: 'high', medium: 'medium', low: 'low: read the words' },
  columns: {
    dimension: 'Dimension',
    weight: 'Weight',
    score: 'Score',
    requirement: 'Required',
    verdict: 'Reading',
  },
  verdicts: {
    meets: 'meets it',
    crosses: 'crosses the line',
    below: 'below',
    unknown: 'not measured',
  },
  notMeasured: 'not measured',
  sections: {
    highlights: 'Done well',
    lookFirst: 'Look here first',
    advice: 'Worth practising',
    apart: 'Said in two ways (moves no score)',
    askNext: 'To ask next',
    delivery: 'Delivery',
    answers: 'All answers',
    method: 'How it was assessed',
  },
  unscored: 'not scored',
  delivery: {
    characters: 'Characters',
    speed: 'Characters a minute, pauses included',
    fillers: 'Fillers',
    keywords: 'Words used often',
  },
  noWords: 'No words.',
  corrected: 'corrected by the candidate',
  legend:
    'Black triangle: requirement; light box: ±1 standard error; not measured is not zero. Words only; a person decides.',
  method: [
    'Each answer is held against the position’s published points and five anchors; every level points at words of the answer.',
    'A score is the mean of the answers weighted by 1/error², its standard error says how sure it is; where the interval contains the requirement a person looks.',
    'Looks, accent, face and pace are no part of a score. What was not measured says so and is not zero.',
  ],
  rights:
    'You can ask for a person to look at this assessment again, and correct words that were misheard, on your interview page.',
  asStored:
    'Some points or questions were not written in English by the company; they stand as written.',
  engine: (engine, version) =>
    `${engine}, position version ${version}; the same words give the same result.`,
  page: (page, pages) => `Page ${page} of ${pages}`,
};

const ja: PrintWords = {
  for: { hr: '人事用（この職種の採用担当のみ）', manager: '部門責任者用', candidate: '応募者用' },
  product: '知遇',
  total: (requirement) => `AI 面接（基準 ${requirement}）`,
  totalPlain: 'AI 面接',
  measured: (percent) => `重みの ${percent}% を測定`,
  questions: '回答',
  question: (n) => `問${n}`,
  answeredOf: (answered, all) => `${all} 問中 ${answered} 問に得点`,
  confidence: '確からしさ',
  sure: { high: '高い', medium: '普通', low: '低い（発言を確認）' },
  columns: {
    dimension: '評価項目',
    weight: '重み',
    score: '得点',
    requirement: '基準',
    verdict: '判定',
  },
  verdicts: { meets: '基準以上', crosses: '境界上、要確認', below: '基準未満', unknown: '未測定' },
  notMeasured: '未測定',
  sections: {
    highlights: '良かった点',
    lookFirst: '確認が必要な点',
    advice: '練習するとよい点',
    apart: '二通りに述べられたこと（得点外）',
    askNext: '次の面接で聞くこと',
    delivery: '話し方の事実',
    answers: '全回答',
    method: '評価の方法',
  },
  unscored: '得点外',
  delivery: {
    characters: '文字数',
    speed: '話速（間を含む）、文字／分',
    fillers: '言いよどみ',
    keywords: 'よく使った語',
  },
  noWords: '文字がありません。',
  corrected: '本人が訂正した文字',
  legend:
    '黒三角は基準、薄い枠は ±1 標準誤差。未測定は 0 点ではありません。言葉のみを評価し、合否は人が決めます。',
  method: [
    '各回答を、職種の公開された評価ポイントと五段階の基準に照らします。どの段階も回答の言葉を根拠とします。',
    '得点は誤差の二乗の逆数で重み付けした平均です。区間に基準が含まれる場合は人が確認します。',
    '容姿・訛り・表情・速さは得点に入りません。測定していないものは 0 点ではなく「未測定」です。',
  ],
  rights: '人による再確認や、聞き間違いの訂正を、面接ページから求めることができます。',
  asStored: '会社が日本語で書いていない評価ポイントや質問は、元の言葉か英語で示しています。',
  engine: (engine, version) => `${engine}、職種第 ${version} 版。同じ言葉なら結果は同じです。`,
  page: (page, pages) => `${page} / ${pages} ページ`,
};

const fr: PrintWords = {
  for: {
    hr: 'Version RH, réservée à l’équipe de recrutement',
    manager: 'Version du responsable',
    candidate: 'Version du candidat',
  },
  product: 'Zhiyu',
  total: (requirement) => `Entretien IA, exigence ${requirement}`,
  totalPlain: 'Entretien IA',
  measured: (percent) => `${percent} % du poids mesuré`,
  questions: 'Réponses',
  question: (n) => `Q${n}`,
  answeredOf: (answered, all) => `${answered} sur ${all} notées`,
  confidence: 'Confiance',
  sure: { high: 'élevée', medium: 'moyenne', low: 'faible : lisez les mots' },
  columns: {
    dimension: 'Dimension',
    weight: 'Poids',
    score: 'Score',
    requirement: 'Exigence',
    verdict: 'Lecture',
  },
  verdicts: {
    meets: 'atteint',
    crosses: 'à cheval, à voir',
    below: 'en dessous',
    unknown: 'non mesuré',
  },
  notMeasured: 'non mesuré',
  sections: {
    highlights: 'Points forts',
    lookFirst: 'À regarder',
    advice: 'À travailler',
    apart: 'Dit de deux façons (sans effet sur la note)',
    askNext: 'À demander ensuite',
    delivery: 'Élocution',
    answers: 'Toutes les réponses',
    method: 'Comment c’est évalué',
  },
  unscored: 'non noté',
  delivery: {
    characters: 'Caractères',
    speed: 'Débit, pauses comprises (caractères/min)',
    fillers: 'Hésitations',
    keywords: 'Mots fréquents',
  },
  noWords: 'Pas de mots.',
  corrected: 'corrigé par le candidat',
  legend:
    'Triangle noir : exigence ; cadre clair : ±1 erreur type ; non mesuré n’est pas zéro. Seuls les mots comptent ; une personne décide.',
  method: [
    'Chaque réponse est comparée aux points publiés du poste et à cinq niveaux d’ancrage ; chaque niveau renvoie aux mots de la réponse.',
    'Un score est la moyenne des réponses pondérée par 1/erreur² ; quand l’intervalle contient l’exigence, une personne regarde.',
    'Apparence, accent, visage et débit n’entrent pas dans le score. Ce qui n’est pas mesuré le dit et ne vaut pas zéro.',
  ],
  rights:
    'Vous pouvez demander qu’une personne revoie cette évaluation et corriger les mots mal compris, sur votre page d’entretien.',
  asStored:
    'Certains points ou questions n’ont pas été écrits en français par l’entreprise ; ils figurent dans leur langue ou en anglais.',
  engine: (engine, version) =>
    `${engine}, poste version ${version} ; les mêmes mots donnent le même résultat.`,
  page: (page, pages) => `Page ${page} sur ${pages}`,
};

export const printWords: Record<Locale, PrintWords> = { zh, en, ja, fr };
