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
  /** How a card is shown that can be told in a line; as it is where absent. */
  Told?: ComponentType<{ card: Card; children: ReactNode }>;
}

function AsItIs({ children }: { children: ReactNode }) {
  return <>{children}</>;
}

const all = () => true;

/** A conversation with the recruiting assistant: newest last, where it opens. */
export function Chat(props: ChatProps) {
  const { side, from, mark = <Mark />, only = all, none, Told = AsItIs } = props;
  const { t, i18n } = useTranslation('ui');
  const { inbox, press, pressing } = useChat(side);
  const shown = inbox.data?.items.filter(only) ?? [];
  const { list, end } = usePlace(shown, shown.filter(({ read }) => !read).length);
  const message = (item: InboxItem, before: InboxItem | undefined) => (
    <li key={item.deliveryId} className={item.card.state}>
      {showsTime(item.at, before?.at) ? (
        <p className="when">{momentText(item.at, serverTime(), i18n.language)}</p>
      ) : null}
      <div className="msg">
        {mark}
        <div>
          <p className="from">{from}</p>
          <Told card={item.card}>
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
