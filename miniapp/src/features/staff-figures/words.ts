import { outcomeTexts } from '@zhiyu/contracts/outcome-texts';
import { i18n } from '../../locales';
import en from '../../locales/en/figures.json';
import zh from '../../locales/zh/figures.json';

/** Words of the figures, which come with their page; their names and definitions are those of the files too. */
const said = { zh, en } as const;
for (const language of ['zh', 'en'] as const) {
  const { name, how, step } = outcomeTexts[language];
  const { steps, ...rest } = said[language];
  i18n.addResourceBundle(language, 'figures', {
    ...{ ...rest, name, how },
    steps: { ...steps, ...step },
  });
}
