import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicationDetail } from '@zhiyu/contracts/application';
import type { RuleResult } from '@zhiyu/contracts/screening';
import { Empty } from '../../components/state';
import { ResumeText } from './resume-text';
import { RuleList } from './rule-list';

function count(rules: readonly RuleResult[], outcome: RuleResult['outcome']): number {
  return rules.filter((rule) => rule.outcome === outcome).length;
}

/** Every rule of the screening: what is asked, what was found, on which line; the line beside it carries the marker. */
export function ScreeningTab({ application }: { application: ApplicationDetail }) {
  const { t, i18n } = useTranslation('staff');
  const { screening, resume } = application;
  const doubt = screening?.rules.find(({ outcome }) => outcome !== 'held');
  const [focus, setFocus] = useState(doubt?.ruleId ?? null);
  if (screening === null) {
    return <Empty title={t('screening.none')}>{t('screening.noneMore')}</Empty>;
  }
  const rule = screening.rules.find(({ ruleId }) => ruleId === focus);
  const asStored = i18n.language !== 'zh' && screening.rules.some((one) => one.asStored);
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
        <RuleList rules={screening.rules} choice={{ focus, onFocus: setFocus }} />
        <p className="cap section">
          {t('screening.version', { n: screening.rulesVersion })}
          {asStored ? ` ${t('screening.asStored')}` : ''}
        </p>
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
