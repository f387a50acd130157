import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CandidateInterview } from '@zhiyu/contracts/interview';
import { CompanyLine } from '../../components/company-mark';
import { Button } from '../../components/button';
import { Icon } from '../../components/icon';
import { Page } from '../../components/page';
import { Sheet } from '../../components/sheet';
import { SwitchRow } from '../../components/switch-row';
import { Bound, EntryWays } from '../arrange/entry-ways';
import type { ConsentKey } from './step.shared';
import { fullText, fullTextNames, useConsent } from './use-consent';

function FullText({ interview }: { interview: CandidateInterview }) {
  const { t } = useTranslation('candidate');
  const [open, setOpen] = useState(false);
  const names = fullTextNames(interview);
  return (
    <>
      <button type="button" className="link" onClick={() => setOpen(true)}>
        {t('consent.full')}
      </button>
      <Sheet
        open={open}
        title={t('consent.fullTitle')}
        onClose={() => setOpen(false)}
        footer={<Button onPress={() => setOpen(false)}>{t('ui:close')}</Button>}
      >
        {fullText(interview).map((part) => (
          <p key={part} className="t15">
            {interview.weighed?.instead[part] ?? t(`consent.text.${part}`, names)}
          </p>
        ))}
        {interview.asked.map((key) => (
          <p key={key} className="t15">
            {t(`consent.${key}.label`)}
            {t('colon')}
            {interview.weighed?.instead[key] ?? t(`consent.${key}.means`)}
          </p>
        ))}
      </Sheet>
    </>
  );
}

/** Each purpose is its own decision, all off at first; refusing is an answer like any other. */
export function Consent({
  interview,
  onPerson,
  guide,
}: {
  interview: CandidateInterview;
  onPerson: () => void;
  /** Shows the guide again. */
  guide: ReactNode;
}) {
  const { t } = useTranslation('candidate');
  const { asked } = interview;
  const consent = useConsent(interview, { asked, onPerson });
  const { problem, person } = consent;
  const meaningOf = (key: ConsentKey) =>
    interview.weighed?.instead[key] ?? t(`consent.${key}.means`, { days: interview.keepDays });
  const footer = (
    <>
      {problem === null ? null : (
        <p className="interview-problem" role="alert">
          {problem}
        </p>
      )}
      <Button
        look="primary"
        size="big"
        wide
        busy={consent.sending ? t('sending') : undefined}
        onPress={() => void consent.send()}
      >
        <span aria-live="polite">{t(consent.word, { count: consent.count })}</span>
      </Button>
      {person ? (
        <p className="t13 muted consent-note">
          {t('consent.note', { name: interview.contactName })}
        </p>
      ) : (
        <Button look="plain" wide className="consent-person" onPress={() => void consent.refuse()}>
          {t('consent.person')}
        </Button>
      )}
    </>
  );
  return (
    <Page title={t('interview.titleOf', { company: interview.companyName })} footer={footer}>
      <header className="interview-lead">
        <CompanyLine name={interview.companyName} logo={interview.companyLogo} />
        <h1 className="h1">{t('consent.title')}</h1>
        <p>{t('consent.lead')}</p>
        {interview.european ? <p className="consent-weighed">{interview.european.text}</p> : null}
        {interview.weighed ? <p className="consent-weighed">{interview.weighed.text}</p> : null}
        <Bound interview={interview} />
      </header>
      <ul className="switch-rows">
        {consent.keys.map((key) => (
          <SwitchRow
            key={key}
            label={t(`consent.${key}.label`)}
            checked={consent.consents[key] === true}
            onChange={(on) => consent.choose(key, on)}
          >
            <p>{meaningOf(key)}</p>
            <p className="if">{t(`consent.${key}.if`)}</p>
          </SwitchRow>
        ))}
      </ul>
      <p className="consent-keep">
        <Icon name="file" size="s" />
        <span>
          {t('consent.keep')} <FullText interview={interview} />
        </span>
      </p>
      <div className="consent-guide">{guide}</div>
      <EntryWays interview={interview} />
    </Page>
  );
}
