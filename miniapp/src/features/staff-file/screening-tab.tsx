import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicationDetail } from '@zhiyu/contracts/application';
import type { RuleResult } from '@zhiyu/contracts/screening';
import { StateWord, type Meaning } from '../../components/glyph';
import { Empty } from '../../components/state';
import { ResumeText } from './resume-text';

const glyphOf: Record<RuleResult['outcome'], Meaning> = {
  held: 'pass',
  failed: 'reject',
  unknown: 'unknown',
};

function count(rules: readonly RuleResult[], outcome: RuleResult['outcome']): number {
  return rules.filter((rule) => rule.outcome === outcome).length;
}

/** Every rule of the screening: what is asked, what was found, on which line; the line beside it carries the marker. */
export function ScreeningTab({ application }: { application: ApplicationDetail }) {
  const { t } = useTranslation('staff');
  const { screening, resume } = application;
  const doubt = screening?.rules.find(({ outcome }) => outcome !== 'held');
  const [focus, setFocus] = useState(doubt?.ruleId ?? null);
  if (screening === null) {
    return <Empty title={t('screening.none')}>{t('screening.noneMore')}</Empty>;
  }
  const rule = screening.rules.find(({ ruleId }) => ruleId === focus);
  const counts = (['held', 'failed', 'unknown'] as const)
    .map((outcome) => ({ outcome, n: count(screening.rules, outcome) }))
    .filter(({ n }) => n > 0)
    .map(({ outcome, n }) => t(`screening.count.${outcome}`, { n }))
    .join(t('comma'));
  return (
    <div className="resume">
      <section>
        <p className="said">
          {t('screening.said', { count: screening.rules.length, counts })}
          {t(`screening.outcome.${screening.outcome}`)}
        </p>
        <ul className="rules">
          {screening.rules.map((one) => (
            <li key={one.ruleId} className={one.ruleId === focus ? 'on' : ''}>
              <button
                type="button"
                aria-pressed={one.ruleId === focus}
                onClick={() => setFocus(one.ruleId)}
              >
                <span className="mid">{one.rule}</span>
                <StateWord of={glyphOf[one.outcome]}>
                  {t(`screening.word.${one.outcome}`)}
                </StateWord>
                <span className="muted rules-found">{one.found}</span>
              </button>
            </li>
          ))}
        </ul>
        <p className="cap section">{t('screening.version', { n: screening.rulesVersion })}</p>
      </section>
      {resume === null ? null : (
        <section className="resume-left">
          <p className="sec-h">
            {t('screening.resume')}
            <span className="cap">
              {rule?.line == null ? t('screening.noLine') : t('resume.line', { n: rule.line })}
            </span>
          </p>
          <ResumeText text={resume.parsed.text} span={null} line={rule?.line ?? null} />
        </section>
      )}
    </div>
  );
}
