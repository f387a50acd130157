import type { Locale } from '@zhiyu/contracts/basics';
import type { CardContent } from '../card-content.js';

const words = {
  zh: {
    eyebrow: '知遇',
    title: '这是一条测试消息',
    text: '您收到了它，这条渠道就通了。',
  },
  en: {
    eyebrow: 'Zhiyu',
    title: 'This is a test message',
    text: 'You have received it, so this channel works.',
  },
};

/** Says that a channel works. */
export function testMessage(locale: Locale): CardContent {
  const { eyebrow, title, text } = words[locale === 'zh' ? 'zh' : 'en'];
  const blocks: CardContent['blocks'] = [{ type: 'text', text }];
  return { locale, eyebrow, title, figure: null, blocks, buttons: [], footnote: '' };
}
