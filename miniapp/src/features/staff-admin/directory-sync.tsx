import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChatName, DirectoryResult } from '@zhiyu/contracts/directory';
import { routes } from '@zhiyu/contracts/routes';
import { messageOf } from '../../api/error';
import { useAct, useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import { Failed } from '../../components/state';
import { useToast } from '../../components/toast';

/** Names that are shown before the rest is only counted. */
const SHOWN = 20;

/** How many of each kind, and who. */
function Changes({ result }: { result: DirectoryResult }) {
  const { t } = useTranslation('staff');
  const counts = [
    ...Object.entries(result.departments).map(([kind, n]) => ({ of: 'department', kind, n })),
    ...Object.entries(result.people).map(([kind, n]) => ({ of: 'person', kind, n })),
  ].filter(({ n }) => n > 0);
  const all = counts.reduce((sum, { n }) => sum + n, 0);
  const rest = all - Math.min(SHOWN, result.steps.length);
  if (all === 0) {
    return <p className="muted">{t('directory.nothing', { n: result.same })}</p>;
  }
  return (
    <>
      <ul className="directory-counts">
        {counts.map(({ of, kind, n }) => (
          <li key={`${of} ${kind}`}>
            {t(`directory.${of}.${kind}`)} <b className="num mid">{n}</b>
          </li>
        ))}
      </ul>
      <ul className="directory-steps">
        {result.steps.slice(0, SHOWN).map(({ of, kind, name }, at) => (
          <li key={at}>
            {name} <span className="muted">{t(`directory.${of}.${kind}`)}</span>
          </li>
        ))}
      </ul>
      {rest > 0 ? <p className="muted">{t('directory.rest', { n: rest })}</p> : null}
      {result.people.added > 0 ? <p className="muted">{t('directory.roles')}</p> : null}
    </>
  );
}

function changesAnything({ departments, people }: DirectoryResult): boolean {
  const { kept: _kept, ...done } = people;
  return [...Object.values(departments), ...Object.values(done)].some((n) => n > 0);
}

/** First what would change; then, when the administrator agrees, the change. */
function SyncSheet({ chat, onClose }: { chat: ChatName; onClose: () => void }) {
  const { t } = useTranslation('staff');
  const say = useToast();
  const begun = useRef(false);
  const trial = useAct(routes.syncDirectory);
  const sync = useAct(routes.syncDirectory, {
    refresh: [routes.listStaff, routes.departments],
    onSuccess: () => {
      say(t('directory.done'));
      onClose();
    },
  });
  const { mutate } = trial;
  useEffect(() => {
    if (!begun.current) {
      begun.current = true;
      mutate({ chat, dryRun: true });
    }
  }, [chat, mutate]);
  const named = { chat: t(`signIn.chatName.${chat}`) };
  return (
    <Sheet
      open
      title={t('directory.title', named)}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('ui:close')}</Button>
          {trial.data && changesAnything(trial.data) ? (
            <Button
              look="primary"
              busy={sync.isPending ? t('directory.applying') : undefined}
              onPress={() => sync.mutate({ chat, dryRun: false })}
            >
              {t('directory.apply')}
            </Button>
          ) : null}
        </>
      }
    >
      {trial.isPending ? <p role="status">{t('directory.reading', named)}</p> : null}
      {trial.error ? (
        <Failed error={trial.error} onRetry={() => mutate({ chat, dryRun: true })} />
      ) : null}
      {trial.data ? <Changes result={trial.data} /> : null}
      {sync.error ? (
        <p className="fault" role="alert">
          {messageOf(sync.error)}
        </p>
      ) : null}
    </Sheet>
  );
}

/** A button for the directory of each chat that is set up. */
export function DirectorySync() {
  const { t } = useTranslation('staff');
  const ways = useRoute(routes.chatSignInWays, {});
  const [chat, setChat] = useState<ChatName | null>(null);
  const chats = ways.data?.ways.map((way) => way.chat) ?? [];
  return chats.length === 0 ? null : (
    <div className="person-acts directory">
      {chats.map((name) => (
        <Button key={name} size="small" onPress={() => setChat(name)}>
          {t('directory.button', { chat: t(`signIn.chatName.${name}`) })}
        </Button>
      ))}
      {chat ? <SyncSheet key={chat} chat={chat} onClose={() => setChat(null)} /> : null}
    </div>
  );
}
