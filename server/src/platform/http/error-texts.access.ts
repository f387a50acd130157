import type { Locale } from '@zhiyu/contracts/basics';

/** Who may not come in, or may not look. */
export const accessErrorTexts: Record<'originRefused' | 'masked', Record<Locale, string>> = {
  originRefused: {
    zh: '这个请求来自别的网页。回到这里的页面再试。',
    en: 'This request came from another site. Go back to our page and try again.',
    ja: '別のサイトからのリクエストです。元のページからお試しください。',
    fr: 'Cette requête vient d’un autre site. Revenez à notre page et réessayez.',
  },
  masked: {
    zh: '公司遮住了候选人的身份。在档案里先写明原因。',
    en: 'The company hides who candidates are. Give a reason on the file first.',
    ja: '会社の設定で応募者の身元は隠されています。先にファイルで理由を書いてください。',
    fr: 'L’entreprise masque l’identité des candidats. Donnez d’abord une raison dans le dossier.',
  },
};
