import type { Locale } from '@zhiyu/contracts/basics';
import { consentTexts } from '@zhiyu/contracts/consent-texts';
import type { WeighedNotice } from '@zhiyu/contracts/delivery-weights';
import { europeanText } from '@zhiyu/contracts/european-rules';

/** What the AI Act (art. 26(11), 86) and the GDPR (art. 13(2)(f), 22(3)) have a candidate told beforehand. */
const notices: Record<Locale, string> = {
  zh: '这个岗位适用欧盟规则。招聘用的人工智能属于高风险系统（欧盟《人工智能法》附件三第 4 项），有人监督。它不看您的脸，不推断情绪，声音和脸都不计分；不会只由机器拒绝您，每个不通过都由人决定（GDPR 第 22 条）。您可以要求说明、表达意见、由人复核，也可以向监管机构投诉。',
  en: 'European Union rules apply to this position. AI used in recruiting is a high-risk system (AI Act, Annex III, point 4) and is overseen by people. It does not look at your face or infer emotions, and neither voice nor face counts. No machine turns you down alone: a person decides every rejection (GDPR, Article 22). You can ask for an explanation, give your view, have a person look again, and complain to a supervisory authority.',
  ja: 'この求人には EU の規則が適用されます。採用に使う AI は高リスクのシステム（EU AI 法 附属書 III 第 4 号）で、人が監督します。顔を見たり感情を推定したりせず、声も顔も点数に入りません。機械だけで不採用にはせず、不採用は必ず人が決めます（GDPR 第 22 条）。説明を求め、意見を述べ、人による再確認を頼み、監督機関に申し立てることができます。',
  fr: 'Les règles de l’Union européenne s’appliquent à ce poste. L’IA de recrutement est un système à haut risque (règlement sur l’IA, annexe III, point 4), surveillé par des personnes. Elle n’observe pas votre visage, ne déduit aucune émotion, et ni la voix ni le visage ne comptent. Aucun refus n’est décidé par la seule machine : une personne décide (RGPD, article 22). Vous pouvez demander une explication, donner votre avis, faire revoir par une personne et saisir une autorité de contrôle.',
};

/** Stands before the decisions where the rules of the European Union hold. */
export function europeanNotice(locale: Locale): WeighedNotice {
  return { text: notices[locale], instead: {}, version: europeanText(consentTexts.interview) };
}
