import type { Locale } from '@zhiyu/contracts/basics';

/** Labels of the high-potential mark and of portraits of culture on paper. */
export interface MarkWords {
  potential: string;
  met: string;
  open: string;
  total: string;
  least: (score: string) => string;
  rule: string;
  culture: string;
  limits: string;
  warning: string;
  weightless: string;
  weighted: (percent: number, reason: string) => string;
  unknown: string;
  join: string;
  colon: string;
}

export const markWords: Record<Locale, MarkWords> = {
  zh: {
    potential: '高潜标记',
    met: '够要求',
    open: '还不能确定',
    total: '总分',
    least: (score) => `要求 ${score}`,
    rule: '按岗位的规则，从得分算出，误差以内都够才算。只供人看，不影响结果。',
    culture: '文化画像',
    limits: '怎么看',
    warning:
      '文化契合与工作表现的关系很弱（修正后 r≈.15，Arthur 等 2006），也容易变成挑“像我们的人”。只作描述。',
    weightless: '权重 0，不进总分',
    weighted: (percent, reason) => `计入总分，权重 ${percent}%，理由：${reason}`,
    unknown: '未测到',
    join: '，',
    colon: '：',
  },
  en: {
    potential: 'High potential',
    met: 'meets the rule',
    open: 'not sure yet',
    total: 'Total',
    least: (score) => `required ${score}`,
    rule: 'By the position’s rule, from the scores; every one has to hold with its error. For people to look at; it decides nothing.',
    culture: 'Portrait of culture',
    limits: 'How to read it',
    warning:
      'Fit with a culture says little about how well somebody works (corrected r≈.15, Arthur et al. 2006) and easily means “people like us”. It only describes.',
    weightless: 'weight 0, no part of the total',
    weighted: (percent, reason) => `part of the total, weight ${percent}%, reason: ${reason}`,
    unknown: 'not measured',
    join: ', ',
    colon: ': ',
  },
  ja: {
    potential: '高い潜在力',
    met: '基準以上',
    open: 'まだ確かでない',
    total: '総合',
    least: (score) => `基準 ${score}`,
    rule: '職種の規則により得点から計算し、誤差を含めてすべて満たす場合のみ。人が見るためのもので、結果は変えません。',
    culture: '文化の描写',
    limits: '読み方',
    warning:
      '文化との適合と仕事ぶりの関係は弱く（修正後 r≈.15、Arthur ほか 2006）、「自分たちに似た人」を選びがちです。描写にとどめます。',
    weightless: '重み 0、総合に入りません',
    weighted: (percent, reason) => `総合に算入、重み ${percent}%、理由：${reason}`,
    unknown: '未測定',
    join: '、',
    colon: '：',
  },
  fr: {
    potential: 'Haut potentiel',
    met: 'règle atteinte',
    open: 'pas encore sûr',
    total: 'Total',
    least: (score) => `exigence ${score}`,
    rule: 'Selon la règle du poste, à partir des notes ; chacune doit tenir avec son erreur. À lire par une personne ; ne décide de rien.',
    culture: 'Portrait de culture',
    limits: 'Comment le lire',
    warning:
      'L’accord avec une culture dit peu du travail (r corrigé ≈ .15, Arthur et al. 2006) et revient vite à choisir « des gens comme nous ». Il décrit seulement.',
    weightless: 'poids 0, hors du total',
    weighted: (percent, reason) => `compte dans le total, poids ${percent} %, raison : ${reason}`,
    unknown: 'non mesuré',
    join: ', ',
    colon: ' : ',
  },
};
