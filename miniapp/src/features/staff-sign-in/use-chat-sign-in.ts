import { useCallback, useEffect, useRef, useState } from 'react';
import type { ChatName } from '@zhiyu/contracts/directory';
import { routes } from '@zhiyu/contracts/routes';
import type { Me } from '@zhiyu/contracts/staff';
import { call } from '../../api/client';
import { keyOf, queryClient } from '../../api/query';
import { dingTalkCode } from '../../platform/dingtalk';
import { goTo } from '../staff-shell/address';
import { safeNext } from '../staff-shell/address.shared';
import { chatInside } from './chat.shared';
import { keepNext } from './kept';

/** Signed in: nothing of whoever was here before stays. */
export function enter(me: Me, next: string): void {
  queryClient.clear();
  queryClient.setQueryData(keyOf(routes.me, {}), me);
  goTo(safeNext(next));
}

interface Way {
  chat: ChatName;
  next: string;
  /** False once the person went back to the password. */
  wanted: () => boolean;
}

/** Within DingTalk the page stays and asks for the code; every other way leaves for the chat's page. */
async function signInBy({ chat, next, wanted }: Way): Promise<void> {
  const inside = chatInside(navigator.userAgent) === chat;
  const { url, state } = await call(routes.chatSignInStart, { chat, inside });
  if (!wanted()) {
    return;
  }
  if (!inside || chat !== 'dingtalk') {
    keepNext(next);
    window.location.assign(url);
    return;
  }
  const code = await dingTalkCode(new URL(url).searchParams.get('corpId') ?? '');
  if (wanted()) {
    enter(await call(routes.chatSignInFinish, { chat, code, state }), next);
  }
}

/** Signing in with a chat: `going` while it is under way, `error` with the chat it went wrong with. */
export function useChatSignIn(next: string) {
  const [going, setGoing] = useState<ChatName | null>(null);
  const [failure, setFailure] = useState<{ chat: ChatName; error: unknown } | null>(null);
  const turn = useRef(0);
  const stop = useCallback(() => {
    turn.current += 1;
    setGoing(null);
  }, []);
  const begin = useCallback(
    (chat: ChatName) => {
      turn.current += 1;
      const mine = turn.current;
      const wanted = () => turn.current === mine;
      setGoing(chat);
      setFailure(null);
      signInBy({ chat, next, wanted }).catch((error: unknown) => {
        if (wanted()) {
          setFailure({ chat, error });
          setGoing(null);
        }
      });
    },
    [next],
  );
  // Back from the chat's page by the browser's button: the page is shown as it was left.
  useEffect(() => {
    const shown = (event: PageTransitionEvent) => {
      if (event.persisted) {
        stop();
      }
    };
    window.addEventListener('pageshow', shown);
    return () => {
      window.removeEventListener('pageshow', shown);
      turn.current += 1;
    };
  }, [stop]);
  return { going, failure, begin, stop };
}
