import type { Locale } from '@zhiyu/contracts/basics';
import type { ResumeClaim, ResumeNote, SkillMatch } from '@zhiyu/contracts/resume-assessment';
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
  skills: string;
  unscored: string;
  standing: Record<SkillMatch['standing'], string>;
  years: (n: number) => string;
  wantedYears: (n: number) => string;
  line: (line: number, text: string) => string;
  lines: string;
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
    skills: '简历：要求的技能',
    unscored: '不计分',
    standing: { met: '用过', partly: '只列出，或时间不够', unknown: '没写，不等于不会' },
    years: (n) => `${n} 年`,
    wantedYears: (n) => `要求 ${n} 年`,
    line: (line, text) => `第 ${line} 行：${text}`,
    lines: '简历：每条经历',
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
    skills: 'Résumé: skills asked for',
    unscored: 'not scored',
    standing: {
      met: 'used',
      partly: 'only listed, or for less time',
      unknown: 'not written, which is not zero',
    },
    years: (n) => `${n} years`,
    wantedYears: (n) => `${n} years asked for`,
    line: (line, text) => `line ${line}: ${text}`,
    lines: 'Résumé: its lines',
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
    skills: '履歴書：求めるスキル',
    unscored: '得点外',
    standing: {
      met: '使用経験あり',
      partly: '記載のみ、または期間不足',
      unknown: '記載なし（0 ではない）',
    },
    years: (n) => `${n} 年`,
    wantedYears: (n) => `基準 ${n} 年`,
    line: (line, text) => `${line} 行目：${text}`,
    lines: '履歴書：各行',
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
    skills: 'CV : compétences demandées',
    unscored: 'non noté',
    standing: {
      met: 'utilisée',
      partly: 'seulement citée, ou moins longtemps',
      unknown: 'pas écrite, ce qui n’est pas zéro',
    },
    years: (n) => `${n} ans`,
    wantedYears: (n) => `${n} ans demandés`,
    line: (line, text) => `ligne ${line} : ${text}`,
    lines: 'CV : ses lignes',
    claim: { verified: 'racontée en détail', vague: 'vague', probe: 'à demander' },
    note: { change: 'Changement de métier', project: 'Projet sans résultat', gap: 'Période vide' },
    join: ', ',
  },
};
