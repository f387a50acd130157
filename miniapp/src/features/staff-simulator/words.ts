import { i18n } from '../../locales';
import en from '../../locales/en/simulation.json';
import zh from '../../locales/zh/simulation.json';

/** Words of the simulator, which comes with its page. */
i18n.addResourceBundle('zh', 'simulation', zh);
i18n.addResourceBundle('en', 'simulation', en);
