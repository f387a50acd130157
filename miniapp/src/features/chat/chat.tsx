import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Card } from '@zhiyu/contracts/card';
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
  /** Which cards are shown; all where absent. */
  only?: (item: InboxItem) => boolean;
  /** What stands there when none of them is; absent: nothing has come yet. */
  none?: ReactNode;
  /** The card that somebody came for: the conversation opens there, and the card is not told in a line. */
  named?: string;
  /** How a card is shown that can be told in a line; as it is where absent. */
  Told?: ComponentType<{ card: Card; whole: boolean; children: ReactNode }>;
}

function AsItIs({ children }: { children: ReactNode }) {
  return <>{children}</>;
}

const all = () => true;

/**
 * Where the conversation opens: at the card that somebody came for, else at the first unread one. Where nothing was
 * ever read, the first is the oldest: the newest tells more.
 * @returns its place; -1: the newest
 */
function startOf(items: readonly InboxItem[], named: string): number {
  const own = items.findIndex(({ card }) => card.id === named);
  const unread = items.filter(({ read }) => !read).length;
  const some = unread > 0 && unread < items.length;
  return own === -1 && some ? items.length - unread : own;
}

/** A conversation with the recruiting assistant: newest last, where it opens. */
export function Chat(props: ChatProps) {
  const { side, from, mark = <Mark />, only = all, named = '', none, Told = AsItIs } = props;
  const { t, i18n } = useTranslation('ui');
  const { inbox, press, pressing } = useChat(side);
  const shown = inbox.data?.items.filter(only) ?? [];
  const { list, end } = usePlace(shown, startOf(shown, named));
  const message = (item: InboxItem, before: InboxItem | undefined) => (
    <li key={item.deliveryId} className={item.card.state}>
      {showsTime(item.at, before?.at) ? (
        <p className="when">{momentText(item.at, serverTime(), i18n.language)}</p>
      ) : null}
      <div className="msg">
        {mark}
        <div>
          <p className="from">{from}</p>
          <Told card={item.card} whole={item.card.id === named}>
            <CardView
              card={item.card}
              onPress={press}
              busy={pressing?.cardId === item.card.id ? pressing.action : null}
            />
            {item.card.footnote === '' ? null : <p className="when">{item.card.footnote}</p>}
          </Told>
        </div>
      </div>
    </li>
  );
  return (
    <Awaited query={inbox}>
      {() =>
        shown.length === 0 ? (
          (none ?? <Empty title={t('chat.empty')}>{t('chat.emptyMore')}</Empty>)
        ) : (
          <>
            <ol ref={list} className="log" aria-label={t('chat.log')}>
              {shown.map((item, index) => message(item, shown[index - 1]))}
            </ol>
            <div ref={end} className="log-end" />
          </>
        )
      }
    </Awaited>
  );
}
