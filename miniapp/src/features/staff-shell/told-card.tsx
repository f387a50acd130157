import { type ReactNode, useState } from 'react';
import type { Card, CardBlock } from '@zhiyu/contracts/card';
import { Glyph } from '../../components/glyph';
import { Icon } from '../../components/icon';

type Recorded = Extract<CardBlock, { type: 'record' }>;

interface ToldCardProps {
  card: Card;
  /** Somebody came for this one: it is not folded. */
  whole: boolean;
  children: ReactNode;
}

/**
 * What a card has turned into is told in one line, which opens it. Where somebody presses while it is in sight it
 * stays as it is: nothing folds under his hand.
 */
export function ToldCard({ card, whole, children }: ToldCardProps) {
  const [folded, setFolded] = useState(card.state !== 'open' && !whole);
  const record = card.blocks.filter((one): one is Recorded => one.type === 'record').at(-1);
  if (!folded || !record) {
    return <>{children}</>;
  }
  return (
    <button
      type="button"
      className="told-card"
      aria-expanded="false"
      onClick={() => setFolded(false)}
    >
      <Glyph of={record.glyph} />
      <span>
        {card.title}
        <small>
          {record.title}
          {record.detail === '' ? '' : ` · ${record.detail}`}
        </small>
      </span>
      <Icon name="down" size="xs" />
    </button>
  );
}
