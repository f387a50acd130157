import { useTranslation } from 'react-i18next';
import { Text, View } from '@tarojs/components';
import type { CandidateInterview } from '@zhiyu/contracts/interview';
import { usePaused } from '../arrange/use-pause';
import { clockText } from '../../components/time';
import type { DeviceHandle } from '../interview/use-devices';
import { Act, Line, Screen, Title } from './shell';

/** It was paused, here or in the browser: how long it still stands, and the way on. */
export function Paused(props: { interview: CandidateInterview; handle: DeviceHandle }) {
  const { t } = useTranslation('arrange');
  const paused = usePaused(props.interview, props.handle);
  const { budgetMinutes } = props.interview.arrangements.pause;
  const footer = (
    <>
      {paused.problem === null ? null : <Line look="warn">{paused.problem}</Line>}
      <Act
        look="primary"
        busy={paused.resuming ? t('candidate:sending') : undefined}
        onPress={paused.resume}
      >
        {t('pause.resume')}
      </Act>
    </>
  );
  return (
    <Screen footer={footer}>
      <Title>{t('pause.title')}</Title>
      <Line>{paused.lead}</Line>
      {paused.left === null ? null : (
        <View className="pocket-count">
          <Text className="pocket-number">{clockText(paused.left)}</Text>
          <Line look="muted">{t('pause.left', { count: budgetMinutes })}</Line>
        </View>
      )}
    </Screen>
  );
}
