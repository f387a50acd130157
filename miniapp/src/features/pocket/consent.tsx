import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Switch, Text, View } from '@tarojs/components';
import type { CandidateInterview } from '@zhiyu/contracts/interview';
import { fullText, fullTextNames, useConsent } from '../interview/use-consent';
import { Act, Line, Screen, Title } from './shell';

/** Who records what, why and how long; unfolded by a press. */
function FullText({ interview }: { interview: CandidateInterview }) {
  const { t } = useTranslation('candidate');
  const [open, setOpen] = useState(false);
  const names = fullTextNames(interview);
  return open ? (
    <>
      {fullText(interview).map((part) => (
        <Line key={part} look="muted">
          {interview.weighed?.instead[part] ?? t(`consent.text.${part}`, names)}
        </Line>
      ))}
    </>
  ) : (
    <Act onPress={() => setOpen(true)}>{t('consent.full')}</Act>
  );
}

/** Each purpose is its own decision; faces and the browser's captions are not asked about: neither is here. */
export function Consent(props: {
  interview: CandidateInterview;
  onPerson: () => void;
  /** Shows the guide again. */
  onGuide: () => void;
}) {
  const { interview, onPerson, onGuide } = props;
  const { t } = useTranslation('candidate');
  const consent = useConsent(interview, { asked: [], onPerson });
  const { problem, person } = consent;
  const footer = (
    <>
      {problem === null ? null : <Line look="warn">{problem}</Line>}
      <Act
        look="primary"
        busy={consent.sending ? t('sending') : undefined}
        onPress={() => void consent.send()}
      >
        {t(consent.word, { count: consent.count })}
      </Act>
      {person ? null : <Act onPress={() => void consent.refuse()}>{t('consent.person')}</Act>}
    </>
  );
  return (
    <Screen footer={footer}>
      <Title>{t('consent.title')}</Title>
      <Line look="muted">{t('consent.lead')}</Line>
      {interview.european ? <Line>{interview.european.text}</Line> : null}
      {interview.weighed ? <Line>{interview.weighed.text}</Line> : null}
      {consent.keys.map((key) => (
        <View key={key} className="pocket-choice">
          <View className="pocket-choice-text">
            <Text className="pocket-label">{t(`consent.${key}.label`)}</Text>
            <Line look="muted">
              {interview.weighed?.instead[key] ??
                t(`consent.${key}.means`, { days: interview.keepDays })}
            </Line>
            <Line look="muted">{t(`consent.${key}.if`)}</Line>
          </View>
          <Switch
            className="pocket-switch"
            checked={consent.consents[key] === true}
            color="#14615a"
            ariaLabel={t(`consent.${key}.label`)}
            onChange={({ detail }) => consent.choose(key, detail.value)}
          />
        </View>
      ))}
      <FullText interview={interview} />
      <Act onPress={onGuide}>{t('guideAgain')}</Act>
    </Screen>
  );
}
