import type { Locale } from '@zhiyu/contracts/basics';
import type { ResumeClaim, ResumeNote } from '@zhiyu/contracts/resume-assessment';
import type { pointGroups, WantedAs } from '@zhiyu/contracts/resume-points';
import type { TestSource } from '@zhiyu/contracts/written-tests';

/** Labels of what stands beside the interview on paper. */
export interface BesideWords {
  tests: string;
  /** Behind the title: nothing is added up. */
  apart: string;
  required: (points: number) => string;
  /** Under the limit, at or over it. */
  limit: [string, string];
  source: Record<TestSource, string>;
  byEngine: (points: number) => string;
  groups: Record<(typeof pointGroups)[number], string>;
  unscored: string;
  as: Record<WantedAs, string>;
  /** Work of any kind. */
  work: string;
  /** Named in the description, not in the résumé. */
  unnamed: string;
  years: (n: number) => string;
  wantedYears: (n: number) => string;
  line: (line: number, text: string | null) => string;
  claim: Record<ResumeClaim['standing'], string>;
  note: Record<ResumeNote['kind'], string>;
  join: string;
}

export const besideWords: Record<Locale, BesideWords> = {
  zh: {
    tests: '笔试',
    apart: '不与面试得分相加',
    required: (points) => `要求 ${points}`,
    limit: ['不到要求', '够要求'],
    source: { entered: '手工录入', imported: '从表格导入', taken: '在这里考的' },
    byEngine: (points) => `其中 ${points} 分是机器判的`,
    groups: {
      strengths: '简历：优势',
      gaps: '简历：缺口',
      risks: '简历：风险',
      asks: '简历：面试要问',
    },
    unscored: '不计分',
    as: {
      held: '写到了',
      short: '比要求的短',
      undated: '没写做了多久',
      lower: '没有看到要求的程度',
      listed: '写到了，没写用在哪里',
      missing: '简历里没有找到，不等于不会',
    },
    work: '工作经验',
    unnamed: '岗位介绍提到、简历里没有找到',
    years: (n) => `${n} 年`,
    wantedYears: (n) => `要求 ${n} 年`,
    line: (line, text) => `第 ${line} 行${text === null ? '' : `：${text}`}`,
    claim: { verified: '回答里讲清了', vague: '说得笼统', probe: '要问一问' },
    note: { change: '换过行业', project: '项目没写结果', gap: '中间有空档' },
    join: '，',
  },
  en: {
    tests: 'Written tests',
    apart: 'not added to the interview’s score',
    required: (points) => `required ${points}`,
    limit: ['under it', 'met'],
    source: { entered: 'entered by hand', imported: 'from a table', taken: 'taken here' },
    byEngine: (points) => `${points} of them given by the machine`,
    groups: {
      strengths: 'Résumé: strengths',
      gaps: 'Résumé: gaps',
      risks: 'Résumé: risks',
      asks: 'Résumé: to ask in the interview',
    },
    unscored: 'not scored',
    as: {
      held: 'shown',
      short: 'shorter than asked for',
      undated: 'for how long is not written',
      lower: 'the level asked for was not found',
      listed: 'named, but not where it was used',
      missing: 'not found in the résumé, which is not zero',
    },
    work: 'Work experience',
    unnamed: 'In the description, not found in the résumé',
    years: (n) => `${n} ${n === 1 ? 'year' : 'years'}`,
    wantedYears: (n) => `${n} ${n === 1 ? 'year' : 'years'} asked for`,
    line: (line, text) => `line ${line}${text === null ? '' : `: ${text}`}`,
    claim: { verified: 'told in detail', vague: 'vague', probe: 'worth asking' },
    note: { change: 'Change of trade', project: 'Project without a result', gap: 'Time between' },
    join: ', ',
  },
  ja: {
    tests: '筆記試験',
    apart: '面接の得点には加えません',
    required: (points) => `基準 ${points}`,
    limit: ['基準未満', '基準以上'],
    source: { entered: '手入力', imported: '表から取込', taken: '当システムで受験' },
    byEngine: (points) => `うち ${points} 点は機械の採点`,
    groups: {
      strengths: '履歴書：強み',
      gaps: '履歴書：不足',
      risks: '履歴書：リスク',
      asks: '履歴書：面接で聞くこと',
    },
    unscored: '得点外',
    as: {
      held: '記載あり',
      short: '基準より短い',
      undated: '期間の記載なし',
      lower: '求める水準の記載なし',
      listed: '記載のみ、使った場面なし',
      missing: '履歴書に見当たらない（0 ではない）',
    },
    work: '職務経験',
    unnamed: '求人説明にあり、履歴書に見当たらない',
    years: (n) => `${n} 年`,
    wantedYears: (n) => `基準 ${n} 年`,
    line: (line, text) => `${line} 行目${text === null ? '' : `：${text}`}`,
    claim: { verified: '回答で詳述', vague: '漠然', probe: '要確認' },
    note: { change: '業種の変更', project: '結果の記載なし', gap: '空白期間' },
    join: '、',
  },
  fr: {
    tests: 'Tests écrits',
    apart: 'non ajoutés à la note de l’entretien',
    required: (points) => `exigence ${points}`,
    limit: ['en dessous', 'atteinte'],
    source: { entered: 'saisi à la main', imported: 'importé', taken: 'passé ici' },
    byEngine: (points) => `dont ${points} donnés par la machine`,
    groups: {
      strengths: 'CV : points forts',
      gaps: 'CV : manques',
      risks: 'CV : risques',
      asks: 'CV : à demander à l’entretien',
    },
    unscored: 'non noté',
    as: {
      held: 'dans le CV',
      short: 'moins longtemps que demandé',
      undated: 'durée non indiquée',
      lower: 'le niveau demandé n’a pas été trouvé',
      listed: 'cité, sans dire où cela a servi',
      missing: 'introuvable dans le CV, ce qui n’est pas zéro',
    },
    work: 'Expérience professionnelle',
    unnamed: 'Dans la description, introuvable dans le CV',
    years: (n) => `${n} ${n < 2 ? 'an' : 'ans'}`,
    wantedYears: (n) => (n < 2 ? `${n} an demandé` : `${n} ans demandés`),
    line: (line, text) => `ligne ${line}${text === null ? '' : ` : ${text}`}`,
    claim: { verified: 'racontée en détail', vague: 'vague', probe: 'à demander' },
    note: { change: 'Changement de métier', project: 'Projet sans résultat', gap: 'Période vide' },
    join: ', ',
  },
};
