import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { InboxItem } from './chat.shared';
import { Mark } from '../../components/icon';
import { Awaited, Empty } from '../../components/state';
import { momentText } from '../../components/time';
import { serverTime } from '../../platform/clock';
import { showsTime } from './card.shared';
import { CardView } from './card-view';
import { useChat } from './use-chat';
import { usePlace } from './use-place';
import './chat.scss';

interface ChatProps {
  side: 'staff' | 'candidate';
  /** Who writes. */
  from: string;
  /** His picture; our own where absent. */
  mark?: ReactNode;
}

/** A conversation with the recruiting assistant: newest last, where it opens. */
export function Chat({ side, from, mark = <Mark /> }: ChatProps) {
  const { t, i18n } = useTranslation('ui');
  const { inbox, press, pressing } = useChat(side);
  const { list, end } = usePlace(inbox.data?.items ?? [], inbox.data?.unread ?? 0);
  const message = (item: InboxItem, before: InboxItem | undefined) => (
    <li key={item.deliveryId}>
      {showsTime(item.at, before?.at) ? (
        <p className="when">{momentText(item.at, serverTime(), i18n.language)}</p>
      ) : null}
      <div className="msg">
        {mark}
        <div>
          <p className="from">{from}</p>
          <CardView
            card={item.card}
            onPress={press}
            busy={pressing?.cardId === item.card.id ? pressing.action : null}
          />
        </div>
      </div>
      {item.card.footnote === '' ? null : <p className="when">{item.card.footnote}</p>}
    </li>
  );
  return (
    <Awaited query={inbox}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={t('chat.empty')}>{t('chat.emptyMore')}</Empty>
        ) : (
          <>
            <ol ref={list} className="log" aria-label={t('chat.log')}>
              {items.map((item, index) => message(item, items[index - 1]))}
            </ol>
            <div ref={end} className="log-end" />
          </>
        )
      }
    </Awaited>
  );
}
