import type { Locale } from '@zhiyu/contracts/basics';
import type { ErrorCode } from '@zhiyu/contracts/errors';

/** Of scorecards and decisions. */
export const reviewErrorTexts = {
  decisionTold: {
    zh: '决定已经生效，不能撤回。结果正在告诉候选人。要改，请直接联系候选人。',
    en: 'The decision has taken effect and the candidate is being told, so it can’t be taken back. To change it, talk to the candidate.',
    ja: '決定は有効になり、応募者に伝わるため取り消せません。変える場合は応募者に連絡してください。',
    fr: 'La décision a pris effet et le candidat en est informé : elle ne peut plus être annulée. Pour la changer, contactez-le.',
  },
  scorecardSubmitted: {
    zh: '评分卡已经提交，不能再改。',
    en: 'The scorecard was handed in and can’t be changed.',
    ja: '評価シートは提出済みで、変更できません。',
    fr: 'La grille est remise et ne change plus.',
  },
  scorecardIncomplete: {
    zh: '[还差 {n} 项没有评。|还没有评完。]评完再提交。',
    en: '[{n} ratings are missing.|It is not complete.] Finish, then hand it in.',
    ja: '[あと{n}件の評価が必要です。|評価が終わっていません。]終えてから提出してください。',
    fr: '[Il manque {n} notes.|La grille est incomplète.] Terminez, puis remettez-la.',
  },
  roundAhead: {
    zh: '这一轮面试还没开始，开始以后再提交评分卡。已经写的都存着。',
    en: 'This round hasn’t begun yet. Hand the scorecard in once it has; what you wrote is kept.',
    ja: 'この面接はまだ始まっていません。始まってから提出してください。書いた内容は保存されています。',
    fr: 'Cet entretien n’a pas encore commencé. Remettez la grille ensuite ; ce que vous avez écrit est gardé.',
  },
  scorecardFirst: {
    zh: '请先交自己的评分卡。交了就能看机器的分数。',
    en: 'Hand in your own scorecard first. Then you can see the machine’s scores.',
    ja: '先にご自分の評価シートを提出してください。その後に機械の点数が見られます。',
    fr: 'Remettez d’abord votre grille. Vous verrez ensuite les scores de la machine.',
  },
} satisfies Partial<Record<ErrorCode, Record<Locale, string>>>;
