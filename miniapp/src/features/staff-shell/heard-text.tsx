import { useTranslation } from 'react-i18next';
import type { Stretch } from '@zhiyu/contracts/heard';
import './heard-text.scss';

/**
 * A text in which some words were not heard for sure: they have a dotted line and a tip, and who listens to the page is
 * told behind them. For pages of the company's people: its words are theirs.
 */
export function HeardText({ text, unsure }: { text: string; unsure: readonly Stretch[] }) {
  const { t } = useTranslation('staff');
  const rest = text.slice(unsure.at(-1)?.[1] ?? 0);
  return (
    <>
      {unsure.map(([from, to], i) => (
        <span key={from}>
          {text.slice(unsure[i - 1]?.[1] ?? 0, from)}
          <span className="unheard" title={t('heard.tip')}>
            {text.slice(from, to)}
            <span className="sr">{t('heard.read')}</span>
          </span>
        </span>
      ))}
      {rest}
    </>
  );
}
