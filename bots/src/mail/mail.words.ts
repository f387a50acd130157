import type { Locale } from '@zhiyu/contracts/basics';

interface MailWords {
  /** Before what the page offers besides its first button. */
  more: string;
  /** Why this mail came. */
  footer: string;
  /** Value of the attribute `lang`. */
  lang: string;
  font: string;
}

const latin = `'SF Pro Text','Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif`;

/** The few words around a card in a mail, and the typeface that writes them well. */
export const mailWords: Record<Locale, MailWords> = {
  zh: {
    more: '在页面上还可以',
    footer: '这封邮件由知遇代招聘方发出。链接只属于您，请不要转发。',
    lang: 'zh-CN',
    font: `'PingFang SC','HarmonyOS Sans SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif`,
  },
  en: {
    more: 'On the page you can also',
    footer:
      'Zhiyu sent this for the recruiting team. The link is yours alone: please don’t forward it.',
    lang: 'en',
    font: latin,
  },
  ja: {
    more: 'ページではほかに',
    footer:
      'このメールは採用担当に代わって知遇が送りました。リンクはご本人専用です。転送しないでください。',
    lang: 'ja',
    font: `'Hiragino Sans','Yu Gothic UI','Noto Sans CJK JP',sans-serif`,
  },
  fr: {
    more: 'Sur la page, vous pouvez aussi',
    footer:
      'Zhiyu a envoyé ce message pour l’équipe de recrutement. Le lien est personnel : ne le transférez pas.',
    lang: 'fr',
    font: latin,
  },
};
