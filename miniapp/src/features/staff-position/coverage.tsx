import { useTranslation } from 'react-i18next';
import type { PositionContent } from '@zhiyu/contracts/position';
import { StateWord } from '../../components/glyph';
import { textIn } from '../../locales';
import { coverageOf } from '../staff-bank/bank.shared';
import '../staff-bank/bank.scss';

/** Which dimensions of the model the planned questions measure, and how often. */
export function Coverage({ content }: { content: PositionContent }) {
  const { t } = useTranslation('staff');
  return (
    <ul className="coverage" aria-label={t('bank.coverage')}>
      {coverageOf(content).map(({ dimension, asked }) => (
        <li key={dimension.code}>
          {asked === 0 ? (
            <StateWord of="warn">
              {t('bank.notCovered', { name: textIn(dimension.name) })}
            </StateWord>
          ) : (
            <span>
              {textIn(dimension.name)}{' '}
              <span className="num faint">{t('bank.covered', { count: asked })}</span>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
