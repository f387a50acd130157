import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { consentTexts } from '@zhiyu/contracts/consent-texts';
import { candidateRoutes } from '@zhiyu/contracts/routes.candidate';
import { requestRoutes } from '@zhiyu/contracts/routes.requests';
import type { CandidateInterview } from '@zhiyu/contracts/interview';
import { messageOf } from '../../api/error';
import { useAct, useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import { Awaited } from '../../components/state';
import { SwitchRow } from '../../components/switch-row';
import { useToast } from '../../components/toast';
import { ConsentLedger } from '../own/consent-ledger';
import { consentKeys, consentsNow } from '../interview/step.shared';

function Choices({ interview, onClose }: { interview: CandidateInterview; onClose: () => void }) {
  const { t } = useTranslation('candidate');
  const say = useToast();
  const [consents, setConsents] = useState(() => consentsNow(interview));
  const save = useAct(candidateRoutes.giveConsents, {
    refresh: [
      candidateRoutes.candidateInterview,
      candidateRoutes.candidateStatus,
      requestRoutes.ownPage,
    ],
    onSuccess: () => {
      say(t('ui:saved'));
      onClose();
    },
  });
  return (
    <>
      <ul className="status-consents">
        {consentKeys(interview.asked).map((key) => (
          <SwitchRow
            key={key}
            label={t(`consent.${key}.label`)}
            checked={consents[key] === true}
            onChange={(on) => setConsents((before) => ({ ...before, [key]: on }))}
          >
            <p className="if">{t(`consent.${key}.if`)}</p>
          </SwitchRow>
        ))}
      </ul>
      <ConsentLedger />
      {save.error ? (
        <p role="alert" className="apply-wrong">
          {messageOf(save.error)}
        </p>
      ) : null}
      <Button
        look="primary"
        size="big"
        wide
        busy={save.isPending ? t('sending') : undefined}
        onPress={() => save.mutate({ ...consents, textVersion: consentTexts.interview })}
      >
        {t('ui:save')}
      </Button>
    </>
  );
}

function Loaded({ onClose }: { onClose: () => void }) {
  const query = useRoute(candidateRoutes.candidateInterview, {});
  return (
    <Awaited query={query}>
      {(interview) => <Choices interview={interview} onClose={onClose} />}
    </Awaited>
  );
}

/** What was agreed to, to be changed at any time; each change is its own record. */
export function ConsentSheet() {
  const { t } = useTranslation('candidate');
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('status.consents')}</Button>
      <Sheet open={open} title={t('status.consents')} onClose={close}>
        <Loaded onClose={close} />
      </Sheet>
    </>
  );
}
