import { useTranslation } from 'react-i18next';
import { StateWord } from '../../components/glyph';
import { serverTime } from '../../platform/clock';
import { SOON, useWords } from './use-words';

/** By when an answer was promised: amber when it runs out within a day or has run out. */
export function PromiseWord({ at }: { at: number }) {
  const { t } = useTranslation('staff');
  const words = useWords();
  const left = at - serverTime();
  if (left < 0) {
    return <StateWord of="warn">{t('promise.over', { span: words.span(-left) })}</StateWord>;
  }
  if (left < SOON) {
    return <StateWord of="warn">{t('promise.left', { span: words.span(left) })}</StateWord>;
  }
  return <span className="num faint nowrap">{t('promise.by', { at: words.moment(at) })}</span>;
}
