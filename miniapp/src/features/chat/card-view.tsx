import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import Taro from '@tarojs/taro';
import type { Card, CardButton } from '@zhiyu/contracts/card';
import { Button } from '../../components/button';
import { AskSheet } from './ask-sheet';
import { CardBlocks, CardRecords } from './card-blocks';
import { buttonRows, targetOf } from './card.shared';
import './chat.scss';

export interface Press {
  action: string;
  value: string | null;
  text: string | null;
}

export interface CardViewProps {
  card: Card;
  onPress: (card: Card, press: Press) => void;
  /** The action being sent. */
  busy: string | null;
}

function open(href: string): void {
  const target = targetOf(href);
  if (target.kind === 'page') {
    void Taro.navigateTo({ url: target.url });
  } else {
    window.location.assign(target.url);
  }
}

/** A card as the chats draw it: what it says, then its buttons or the record it has turned into. */
export function CardView({ card, onPress, busy }: CardViewProps) {
  const { t } = useTranslation('ui');
  const [asking, setAsking] = useState<CardButton | null>(null);
  const rows = buttonRows(card.buttons);
  const press = (button: CardButton) => {
    if (button.href !== undefined) {
      open(button.href);
    } else if (button.ask) {
      setAsking(button);
    } else {
      onPress(card, { action: button.action, value: null, text: null });
    }
  };
  const word = (button: CardButton) => (busy === button.action ? t('chat.sending') : button.label);
  const small = (button: CardButton) => (
    <button
      key={button.action + button.label}
      type="button"
      aria-disabled={busy !== null}
      onClick={() => busy === null && press(button)}
    >
      {word(button)}
    </button>
  );
  return (
    <article className={`card card-${card.kind}`} aria-labelledby={`card-${card.id}`}>
      <div className="body">
        {card.eyebrow === '' ? null : <p className="cap">{card.eyebrow}</p>}
        <h2 id={`card-${card.id}`}>{card.title}</h2>
        {card.figure ? (
          <p className="card-figure num">
            <b>{card.figure.value}</b> {card.figure.error}
            <span className="muted">{card.figure.note}</span>
          </p>
        ) : null}
        <CardBlocks card={card} />
        {rows.primary ? (
          <Button
            look="primary"
            size="big"
            wide
            className="card-go"
            busy={busy === rows.primary.action ? t('chat.sending') : undefined}
            onPress={() => rows.primary && press(rows.primary)}
          >
            {rows.primary.label}
          </Button>
        ) : null}
      </div>
      {rows.plain.length > 0 ? <div className="acts">{rows.plain.map(small)}</div> : null}
      {rows.quiet.length > 0 ? (
        <div className={`acts quiet ${rows.quiet.length % 2 === 0 ? 'pairs' : ''}`}>
          {rows.quiet.map(small)}
        </div>
      ) : null}
      <CardRecords card={card} />
      <AskSheet
        button={asking}
        onClose={() => setAsking(null)}
        onAnswer={(button, value, text) => onPress(card, { action: button.action, value, text })}
      />
    </article>
  );
}
