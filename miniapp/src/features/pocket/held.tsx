import { useTranslation } from 'react-i18next';
import { Text, View } from '@tarojs/components';
import type { CandidateInterview } from '@zhiyu/contracts/interview';
import { clockText } from '../../components/time';
import type { DeviceHandle } from '../interview/use-devices';
import type { AnswerHandle } from '../interview/use-answer';
import { useHeld } from '../live-word/use-held';
import { useWord } from '../live-word/use-word';
import { Act, Line, Screen, Title } from './shell';

/** The company has stopped it: who, why and until when. Nothing can be pressed: only the company ends it early. */
export function Held(props: { interview: CandidateInterview; handle: DeviceHandle }) {
  const { t } = useTranslation('liveWord');
  const { lead, text, saidBy, left } = useHeld(props.interview, props.handle);
  return (
    <Screen>
      <Title>{t('title')}</Title>
      <Line>{lead}</Line>
      {text === '' ? null : (
        <>
          <Line>{text}</Line>
          <Line look="muted">{saidBy}</Line>
        </>
      )}
      <View className="pocket-count">
        <Text className="pocket-number">{clockText(left)}</Text>
        <Line look="muted">{t('left')}</Line>
      </View>
      <Line look="muted">{t('stay')}</Line>
    </Screen>
  );
}

/** What the company has just said or given, above the question until it was read. */
export function Word(props: { interview: CandidateInterview; answer: AnswerHandle }) {
  const { t } = useTranslation('liveWord');
  const word = useWord(props.interview, props.answer);
  return word === null ? null : (
    <View className="pocket-word">
      <Line>{word.text}</Line>
      <Act onPress={word.close}>{t('ok')}</Act>
    </View>
  );
}
