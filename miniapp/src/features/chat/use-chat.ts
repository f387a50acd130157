import { useEffect, useState } from 'react';
import { candidateRoutes } from '@zhiyu/contracts/routes.candidate';
import { recruitingRoutes } from '@zhiyu/contracts/routes.recruiting';
import type { Card, Inbox } from '@zhiyu/contracts/card';
import { messageOf } from '../../api/error';
import { keyOf, queryClient, useAct, useRoute } from '../../api/query';
import { useLive } from '../../api/stream';
import { useToast } from '../../components/toast';
import type { Press } from './card-view';

/** The own conversation: cards that change in place, and presses. */
export function useChat(side: 'staff' | 'candidate') {
  const list = side === 'staff' ? recruitingRoutes.inbox : candidateRoutes.candidateInbox;
  const act = side === 'staff' ? recruitingRoutes.press : candidateRoutes.candidatePress;
  const say = useToast();
  const inbox = useRoute(list, {});
  const [pressing, setPressing] = useState<{ cardId: string; action: string } | null>(null);
  useLive([list]);
  const { mutate: markSeen } = useAct(
    side === 'staff' ? recruitingRoutes.seenInbox : candidateRoutes.seenCandidateInbox,
    { refresh: [list] },
  );
  const unread = inbox.data?.unread ?? 0;
  // The cards are on the screen: what is there counts as read.
  useEffect(() => {
    if (unread > 0) {
      markSeen({});
    }
  }, [unread, markSeen]);
  const put = (card: Card) => {
    queryClient.setQueryData<Inbox>(
      keyOf(list, {}),
      (old) =>
        old && {
          ...old,
          items: old.items.map((item) => (item.card.id === card.id ? { ...item, card } : item)),
        },
    );
  };
  const send = useAct(act, { refresh: [list] });
  const press = (card: Card, { action, value, text }: Press) => {
    setPressing({ cardId: card.id, action });
    send.mutate(
      { cardId: card.id, action, value, text, seenVersion: card.version },
      {
        onSuccess: (result) => {
          put(result.card);
          say(result.message);
        },
        onError: (error) => say(messageOf(error)),
        onSettled: () => setPressing(null),
      },
    );
  };
  return { inbox, press, pressing };
}
