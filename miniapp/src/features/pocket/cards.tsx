import { useTranslation } from 'react-i18next';
import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { Card, CardBlock, CardButton } from '@zhiyu/contracts/card';
import { targetOf } from '../chat/card.shared';
import { useChat } from '../chat/use-chat';
import { openOutside } from '../../platform/outside';
import { Act, Line, Screen, Title, Waiting } from './shell';

/** A block in words; a candidate's card has no chart and no score. */
function wordsOf(block: CardBlock): string {
  switch (block.type) {
    case 'text':
      return block.text;
    case 'fact':
      return `${block.label} ${block.value}`;
    case 'quote':
      return `“${block.text}”${block.note === '' ? '' : `\n${block.note}`}`;
    case 'record':
      return [block.title, block.detail].filter(Boolean).join('\n');
    case 'score':
    case 'chart':
      return block.label;
  }
}

function open(href: string): void {
  const target = targetOf(href);
  if (target.kind === 'page') {
    void Taro.navigateTo({ url: target.url });
  } else {
    void openOutside(target.url.startsWith('/') ? `${H5_ORIGIN}${target.url}` : target.url);
  }
}

function PocketCard(props: {
  card: Card;
  busy: string | null;
  onPress: (button: CardButton, value: string | null) => void;
}) {
  const { card, busy, onPress } = props;
  const { t } = useTranslation('ui');
  const press = async (button: CardButton) => {
    if (button.href !== undefined) {
      open(button.href);
      return;
    }
    const options = button.ask?.options ?? [];
    if (options.length === 0) {
      onPress(button, null);
      return;
    }
    const itemList = options.map(({ label }) => label);
    const chosen = await Taro.showActionSheet({ itemList }).catch(() => null);
    const option = chosen ? options[chosen.tapIndex] : undefined;
    if (option) {
      onPress(button, option.value);
    }
  };
  return (
    <View className="pocket-card">
      {card.eyebrow === '' ? null : <Line look="muted">{card.eyebrow}</Line>}
      <Text className="pocket-label">{card.title}</Text>
      {card.blocks.map((block) => (
        <Line key={wordsOf(block)}>{wordsOf(block)}</Line>
      ))}
      {card.buttons.map((button) => (
        <Act
          key={button.action + button.label}
          look={button.style === 'primary' ? 'primary' : 'plain'}
          busy={busy === button.action ? t('chat.sending') : undefined}
          onPress={() => void press(button)}
        >
          {button.label}
        </Act>
      ))}
      {card.footnote === '' ? null : <Line look="muted">{card.footnote}</Line>}
    </View>
  );
}

/** The candidate's cards in a mini-program, the newest first. */
export function PocketCards() {
  const { t } = useTranslation('candidate');
  const { inbox, press, pressing } = useChat('candidate');
  if (!inbox.data) {
    return <Waiting error={inbox.error} onRetry={() => void inbox.refetch()} />;
  }
  const items = [...inbox.data.items].reverse();
  return (
    <Screen>
      <Title>{t('inbox.title')}</Title>
      {items.length === 0 ? <Line look="muted">{t('ui:chat.empty')}</Line> : null}
      {items.map(({ deliveryId, card }) => (
        <PocketCard
          key={deliveryId}
          card={card}
          busy={pressing?.cardId === card.id ? pressing.action : null}
          onPress={({ action }, value) => press(card, { action, value, text: null })}
        />
      ))}
    </Screen>
  );
}
