import { useTranslation } from 'react-i18next';
import type { PositionContent } from '@zhiyu/contracts/position';
import { guardOf, type GuardFinding } from '@zhiyu/contracts/rule-guard';
import { StateWord, type Meaning } from '../../components/glyph';
import './words';

const meaningOf: Record<GuardFinding['verdict'], Meaning> = {
  refused: 'danger',
  waiting: 'unknown',
  running: 'pass',
  look: 'warn',
};

/** What the guard over protected attributes says of the rules and of the description, as they are typed. */
export function Guard({ content }: { content: PositionContent }) {
  const { t } = useTranslation('studio');
  const findings = guardOf(content);
  return (
    <section className="section">
      <h2 className="sec-h">
        {t('guard.title')}
        <span className="cap">{t('guard.lead')}</span>
      </h2>
      {findings.length === 0 ? (
        <StateWord of="pass">{t('guard.clean')}</StateWord>
      ) : (
        <ul className="guard">
          {findings.map((one, at) => (
            <li key={`${one.ruleId ?? ''}${one.words}${at}`}>
              <StateWord of={meaningOf[one.verdict]}>
                {t(`guard.${one.verdict}`, { attribute: t(`staff:protected.${one.attribute}`) })}
              </StateWord>
              <span>
                {t(one.ruleId === null ? 'guard.inText' : 'guard.inRule', { words: one.words })}
              </span>
              <span className="t13 muted">{t(`guard.${one.verdict}More`)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
