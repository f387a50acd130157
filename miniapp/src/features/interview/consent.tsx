import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { CandidateInterview } from '@zhiyu/contracts/interview';
import { call } from '../../api/client';
import { messageOf } from '../../api/error';
import { CompanyLine } from '../../components/company-mark';
import { Button } from '../../components/button';
import { Icon } from '../../components/icon';
import { Page } from '../../components/page';
import { Sheet } from '../../components/sheet';
import { SwitchRow } from '../../components/switch-row';
import { Bound, EntryWays } from '../arrange/entry-ways';
import {
  CONSENT_TEXT_VERSION,
  consentKeys,
  countGiven,
  wantsPerson,
  type Consents,
} from './step.shared';
import { putInterview } from './use-interview';

const none: Consents = {
  recording: false,
  transcription: false,
  automatedAssessment: false,
  talentPool: false,
};

function FullText({ interview }: { interview: CandidateInterview }) {
  const { t } = useTranslation('candidate');
  const [open, setOpen] = useState(false);
  const names = { company: interview.companyName, name: interview.contactName };
  const paragraphs = ['who', 'what', 'why', 'machine', 'keep', 'rights'] as const;
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
        {paragraphs.map((part) => (
          <p key={part} className="t15">
            {t(`consent.text.${part}`, { ...names, days: interview.keepDays })}
          </p>
        ))}
      </Sheet>
    </>
  );
}

function useConsent(interview: CandidateInterview, onPerson: () => void) {
  // What was chosen with the application is shown as it was chosen.
  const talentPool = interview.consents.talentPool === true;
  const face = interview.asked.includes('facialObservation') ? { facialObservation: false } : {};
  const browser = interview.asked.includes('browserRecognition')
    ? { browserRecognition: false }
    : {};
  const refused: Consents = { ...none, ...face, ...browser };
  const [consents, setConsents] = useState<Consents>({ ...refused, talentPool });
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (given: Consents) => {
    setSending(true);
    setProblem(null);
    try {
      const input = { ...given, textVersion: CONSENT_TEXT_VERSION };
      const interview = await call(routes.giveConsents, input);
      if (wantsPerson(given)) {
        onPerson();
      } else {
        putInterview(interview);
      }
    } catch (error) {
      setProblem(messageOf(error));
    }
    setSending(false);
  };
  return { consents, setConsents, sending, problem, send, refused };
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
  const { consents, setConsents, sending, problem, send, refused } = useConsent(
    interview,
    onPerson,
  );
  const person = wantsPerson(consents);
  const count = countGiven(consents);
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
        busy={sending ? t('sending') : undefined}
        onPress={() => void send(consents)}
      >
        <span aria-live="polite">
          {t(count === 0 ? 'consent.refuseAll' : person ? 'consent.agreePerson' : 'consent.agree', {
            count,
          })}
        </span>
      </Button>
      {person ? (
        <p className="t13 muted consent-note">
          {t('consent.note', { name: interview.contactName })}
        </p>
      ) : (
        <Button look="plain" wide className="consent-person" onPress={() => void send(refused)}>
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
        <Bound interview={interview} />
      </header>
      <ul className="switch-rows">
        {consentKeys(interview).map((key) => (
          <SwitchRow
            key={key}
            label={t(`consent.${key}.label`)}
            checked={consents[key] === true}
            onChange={(on) => setConsents((before) => ({ ...before, [key]: on }))}
          >
            <p>{t(`consent.${key}.means`, { days: interview.keepDays })}</p>
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
