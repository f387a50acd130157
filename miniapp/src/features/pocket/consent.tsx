import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Switch, Text, View } from '@tarojs/components';
import { routes } from '@zhiyu/contracts/routes';
import type { CandidateInterview } from '@zhiyu/contracts/interview';
import { call } from '../../api/client';
import { messageOf } from '../../api/error';
import {
  CONSENT_TEXT_VERSION,
  usualConsents,
  countGiven,
  wantsPerson,
  type Consents,
} from '../interview/step.shared';
import { putInterview } from '../interview/use-interview';
import { Act, Line, Screen, Title } from './shell';

const none: Consents = {
  recording: false,
  transcription: false,
  automatedAssessment: false,
  talentPool: false,
};

/** Who records what, why and how long; unfolded by a press. */
function FullText({ interview }: { interview: CandidateInterview }) {
  const { t } = useTranslation('candidate');
  const [open, setOpen] = useState(false);
  const names = { company: interview.companyName, name: interview.contactName };
  const parts = ['who', 'what', 'why', 'machine', 'keep', 'rights'] as const;
  return open ? (
    <>
      {parts.map((part) => (
        <Line key={part} look="muted">
          {t(`consent.text.${part}`, { ...names, days: interview.keepDays })}
        </Line>
      ))}
    </>
  ) : (
    <Act onPress={() => setOpen(true)}>{t('consent.full')}</Act>
  );
}

/** Each purpose is its own decision, all off at first. */
export function Consent(props: { interview: CandidateInterview; onPerson: () => void }) {
  const { interview, onPerson } = props;
  const { t } = useTranslation('candidate');
  const talentPool = interview.consents.talentPool === true;
  const [consents, setConsents] = useState<Consents>({ ...none, talentPool });
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState('');
  const send = async (given: Consents) => {
    setSending(true);
    try {
      const input = { ...given, textVersion: CONSENT_TEXT_VERSION };
      const after = await call(routes.giveConsents, input);
      if (wantsPerson(given)) {
        onPerson();
      } else {
        putInterview(after);
      }
    } catch (error) {
      setProblem(messageOf(error));
    }
    setSending(false);
  };
  const count = countGiven(consents);
  const person = wantsPerson(consents);
  const word = count === 0 ? 'refuseAll' : person ? 'agreePerson' : 'agree';
  const footer = (
    <>
      {problem === '' ? null : <Line look="warn">{problem}</Line>}
      <Act
        look="primary"
        busy={sending ? t('sending') : undefined}
        onPress={() => void send(consents)}
      >
        {t(`consent.${word}`, { count })}
      </Act>
      {person ? null : <Act onPress={() => void send(none)}>{t('consent.person')}</Act>}
    </>
  );
  return (
    <Screen footer={footer}>
      <Title>{t('consent.title')}</Title>
      <Line look="muted">{t('consent.lead')}</Line>
      {usualConsents.map((key) => (
        <View key={key} className="pocket-choice">
          <View className="pocket-choice-text">
            <Text className="pocket-label">{t(`consent.${key}.label`)}</Text>
            <Line look="muted">{t(`consent.${key}.means`, { days: interview.keepDays })}</Line>
            <Line look="muted">{t(`consent.${key}.if`)}</Line>
          </View>
          <Switch
            className="pocket-switch"
            checked={consents[key]}
            color="#14615a"
            ariaLabel={t(`consent.${key}.label`)}
            onChange={({ detail }) => setConsents((old) => ({ ...old, [key]: detail.value }))}
          />
        </View>
      ))}
      <FullText interview={interview} />
    </Screen>
  );
}
