import { useTranslation } from 'react-i18next';
import { Text, View } from '@tarojs/components';
import type { CandidateInterview } from '@zhiyu/contracts/interview';
import '../interview/extra-words';
import { scenes } from '../interview/guide/scenes.shared';
import { Act, Line, Screen, Title } from './shell';

/** The rules of the interview as text; the film with the same rules is in the browser. */
export function Guide(props: { interview: CandidateInterview; onDone: () => void }) {
  const { t } = useTranslation('guide');
  const { questionCount: count, minutes, contactName: name } = props.interview;
  return (
    <Screen
      footer={
        <Act look="primary" onPress={props.onDone}>
          {t('goOn')}
        </Act>
      }
    >
      <Title>{t('plainTitle')}</Title>
      <Line look="muted">{t('lead', { count, minutes })}</Line>
      {scenes.map((scene) => (
        <View key={scene} className="pocket-rule">
          <Text className="pocket-label">{t(`rule.${scene}.name`)}</Text>
          <Line>{t(`rule.${scene}.text`, { count, minutes, name })}</Line>
        </View>
      ))}
    </Screen>
  );
}
