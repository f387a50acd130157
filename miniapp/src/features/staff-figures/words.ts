import { outcomeTexts } from '@zhiyu/contracts/outcome-texts';
import { addWords } from '../../locales';
import zh from '../../locales/zh/figures.json';

/** The page's words with the names and definitions of the figures, which are those of the files too. */
function withNames(language: 'zh' | 'en', { steps, ...rest }: typeof zh) {
  const { name, how, step } = outcomeTexts[language];
  return { ...rest, name, how, steps: { ...steps, ...step } };
}

/** Words of the figures, which come with their page. */
addWords('figures', {
  zh: withNames('zh', zh),
  en: async () => ({
    default: withNames('en', (await import('../../locales/en/figures.json')).default),
  }),
});
