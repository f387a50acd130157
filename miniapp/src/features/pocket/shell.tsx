import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Text, View } from '@tarojs/components';
import { messageOf } from '../../api/error';
import './pocket.scss';

/** A screen of the mini-program: what it says, and below it what can be pressed. */
export function Screen({ children, footer }: { children: ReactNode; footer?: ReactNode }) {
  return (
    <View className="pocket">
      <View className="pocket-body">{children}</View>
      {footer === undefined ? null : <View className="pocket-foot">{footer}</View>}
    </View>
  );
}

export interface ActProps {
  children: ReactNode;
  look?: 'primary' | 'plain';
  /** The word while it is being done. */
  busy?: string | undefined;
  onPress: () => void;
}

/** A button that does nothing while it is busy. */
export function Act({ children, look = 'plain', busy, onPress }: ActProps) {
  return (
    <Button
      className={`pocket-act ${look}`}
      hoverClass="pressed"
      disabled={busy !== undefined}
      onClick={onPress}
    >
      {busy ?? children}
    </Button>
  );
}

export function Title({ children }: { children: ReactNode }) {
  return (
    <View className="pocket-title">
      <Text>{children}</Text>
    </View>
  );
}

export function Line({
  children,
  look = '',
}: {
  children: ReactNode;
  look?: '' | 'muted' | 'warn';
}) {
  return (
    <View className={`pocket-line ${look}`}>
      <Text userSelect>{children}</Text>
    </View>
  );
}

/** One sentence, and the way on where there is one. */
export function Sentence(props: {
  title: string;
  text: string;
  act?: string;
  busy?: string | undefined;
  onAct?: () => void;
  /** Another way on, below it. */
  children?: ReactNode;
}) {
  const { act, onAct, busy } = props;
  return (
    <Screen
      footer={
        act !== undefined && onAct ? (
          <>
            <Act look="primary" busy={busy} onPress={onAct}>
              {act}
            </Act>
            {props.children}
          </>
        ) : undefined
      }
    >
      <Title>{props.title}</Title>
      <Line look="muted">{props.text}</Line>
    </Screen>
  );
}

/** While the server is asked, and when it did not answer. */
export function Waiting({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation('ui');
  return error === null || error === undefined ? (
    <Screen>
      <Line look="muted">{t('state.loading')}</Line>
    </Screen>
  ) : (
    <Sentence
      title={t('home.title')}
      text={messageOf(error)}
      act={t('state.again')}
      onAct={onRetry}
    />
  );
}
