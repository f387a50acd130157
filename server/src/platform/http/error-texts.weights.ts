import type { Locale } from '@zhiyu/contracts/basics';
import type { ErrorCode } from '@zhiyu/contracts/errors';

/** Why voice and face were not given a weight. */
export const weightErrorTexts = {
  weightUngrounded: {
    zh: '先写下理由[，至少 {least} 个字]。再确认知道没有证据。',
    en: 'Write the ground first[, at least {least} characters]. Then confirm that you know there is no evidence.',
    ja: '先に理由を書いてください[（{least} 文字以上）]。根拠となる研究がないことも確認してください。',
    fr: 'Écrivez d’abord le motif[, {least} caractères au moins]. Confirmez aussi savoir qu’aucune preuve n’existe.',
  },
  europeanRules: {
    zh: '欧盟规则开着，声音和脸不能计入总分。先在公司设置里看看。',
    en: 'European rules are on, so voice and face cannot be given a weight. See the company’s settings.',
    ja: 'EU の規則がオンのため、声と顔は総合点に含められません。会社の設定をご覧ください。',
    fr: 'Les règles européennes sont actives : voix et visage ne peuvent pas compter. Voyez les réglages de l’entreprise.',
  },
} satisfies Partial<Record<ErrorCode, Record<Locale, string>>>;
