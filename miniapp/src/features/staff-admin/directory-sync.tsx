import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChatName, DirectoryResult, DirectoryRun } from '@zhiyu/contracts/directory';
import { routes } from '@zhiyu/contracts/routes';
import { keyOf, queryClient, useAct, useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import { Failed } from '../../components/state';
import { useToast } from '../../components/toast';

/** Names that are shown before the rest is only counted. */
const SHOWN = 20;
/** How often a run is looked at, ms. */
const LOOK_MS = 700;

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

const isOver = (run: DirectoryRun | null) => run?.state === 'done' || run?.state === 'failed';

/** A run that was begun here, followed until it is over: it goes on by itself, also when nobody looks. */
function useRun(chat: ChatName) {
  const start = useAct(routes.syncDirectory);
  const id = start.data?.id;
  const [over, setOver] = useState<string | null>(null);
  const going = id !== undefined && over !== id;
  const last = useRoute(
    routes.directoryRun,
    { chat },
    { enabled: going, refetchInterval: going ? LOOK_MS : false },
  );
  const newest = last.data?.run ?? null;
  const run = newest?.id === id && id !== undefined ? newest : (start.data ?? null);
  useEffect(() => {
    if (run && isOver(run)) {
      setOver(run.id);
    }
  }, [run]);
  return { run, error: start.error, begin: start.mutate };
}

/** How far it is. */
function Progress({ run, chat }: { run: DirectoryRun | null; chat: string }) {
  const { t } = useTranslation('staff');
  if (run && isOver(run)) {
    return null;
  }
  return (
    <p role="status">
      {run?.state === 'changing'
        ? t('directory.changing', { done: run.done, total: run.total })
        : t('directory.reading', { chat })}
    </p>
  );
}

/** First what would change; then, when the administrator agrees, the change. */
function SyncSheet({ chat, onClose }: { chat: ChatName; onClose: () => void }) {
  const { t } = useTranslation('staff');
  const say = useToast();
  const begun = useRef(false);
  const { run, error, begin } = useRun(chat);
  useEffect(() => {
    if (!begun.current) {
      begun.current = true;
      begin({ chat, dryRun: true });
    }
  }, [chat, begin]);
  const applied = run?.state === 'done' && !run.dryRun;
  useEffect(() => {
    if (applied) {
      say(t('directory.done'));
      for (const route of [routes.listStaff, routes.departments]) {
        void queryClient.invalidateQueries({ queryKey: keyOf(route) });
      }
      onClose();
    }
  }, [applied, onClose, say, t]);
  const trial = run?.dryRun === true && run.state === 'done' ? run.result : null;
  const named = { chat: t(`signIn.chatName.${chat}`) };
  return (
    <Sheet
      open
      title={t('directory.title', named)}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('ui:close')}</Button>
          {trial && changesAnything(trial) ? (
            <Button look="primary" onPress={() => begin({ chat, dryRun: false })}>
              {t('directory.apply')}
            </Button>
          ) : null}
        </>
      }
    >
      {error ? (
        <Failed error={error} onRetry={() => begin({ chat, dryRun: true })} />
      ) : (
        <Progress run={run} chat={named.chat} />
      )}
      {trial ? <Changes result={trial} /> : null}
      {run?.state === 'failed' ? (
        <p className="fault" role="alert">
          {run.problem}
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
