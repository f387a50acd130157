import type { Locale } from '@zhiyu/contracts/basics';
import type { ErrorCode } from '@zhiyu/contracts/errors';

/** Why somebody of the talent pool was not shown, or not changed. */
export const poolErrorTexts = {
  regionRule: {
    zh: '按这位候选人所在地区的规则，您所在的地区不能看。请找在当地工作的同事。',
    en: 'The rule of this person’s region keeps the entry from where you work. Ask a colleague who works there.',
    ja: 'この方の地域の規則により、お使いの地域からは見られません。現地の同僚にご相談ください。',
    fr: 'La règle de la région de cette personne vous en exclut. Adressez-vous à un collègue sur place.',
  },
  saidByPerson: {
    zh: '这是本人自己填的，只有本人能改。请本人在自己的页面上改。',
    en: 'The person wrote this, so only the person changes it. Ask them to change it on their own page.',
    ja: 'ご本人が記入した内容のため、変更できるのはご本人だけです。ご本人のページで変更してもらってください。',
    fr: 'La personne l’a écrit elle-même et seule peut le changer. Demandez-lui de le faire sur sa page.',
  },
} satisfies Partial<Record<ErrorCode, Record<Locale, string>>>;
