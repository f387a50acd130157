import { useTranslation } from 'react-i18next';
import { useInfiniteQuery } from '@tanstack/react-query';
import { routes } from '@zhiyu/contracts/routes';
import type { AuditPage } from '@zhiyu/contracts/staff';
import { call } from '../../api/client';
import { Button } from '../../components/button';
import { StateWord } from '../../components/glyph';
import { Failed, Loading } from '../../components/state';
import { useRoute } from '../../api/query';
import { actorOf, groundParts, shortId } from './audit.shared';
import { useMay } from '../staff-shell/use-me';
import { useWords } from '../staff-shell/use-words';
import { AdminFrame } from './admin-frame';

function useAudit(enabled: boolean) {
  return useInfiniteQuery({
    queryKey: [routes.audit.path, 'pages'],
    enabled,
    queryFn: ({ pageParam, signal }) =>
      call(routes.audit, pageParam === null ? {} : { before: pageParam }, { signal }),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.next,
  });
}

function useNames() {
  const { t } = useTranslation('staff');
  const staff = useRoute(routes.listStaff, {}, { enabled: useMay()('staff.list') });
  return {
    actor: (text: string) => {
      const { kind, id } = actorOf(text);
      const known = staff.data?.staff.find((one) => one.id === id)?.name;
      return (
        known ?? [t(`actor.${kind}`, { defaultValue: kind }), shortId(id)].filter(Boolean).join(' ')
      );
    },
    ground: (text: string) => {
      const parts = groundParts(text);
      return parts
        ? t('audit.groundOf', {
            role: t(`role.${parts.role}`, { defaultValue: parts.role }),
            scope: t(`scope.${parts.scope}`, { defaultValue: parts.scope }),
          })
        : t(`audit.own.${text}`, { defaultValue: text });
    },
  };
}

function Entries({ entries }: { entries: AuditPage['entries'] }) {
  const { t } = useTranslation('staff');
  const words = useWords();
  const names = useNames();
  return (
    <div className="scroll-x">
      <table className="grid audit">
        <caption className="sr">{t('admin.audit')}</caption>
        <thead>
          <tr>
            <th scope="col" className="right">
              {t('audit.number')}
            </th>
            <th scope="col">{t('audit.when')}</th>
            <th scope="col">{t('audit.who')}</th>
            <th scope="col">{t('audit.did')}</th>
            <th scope="col">{t('audit.object')}</th>
            <th scope="col">{t('audit.ground')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.sequence}>
              <td className="num faint right">{entry.sequence}</td>
              <td className="num nowrap">{words.moment(entry.at)}</td>
              <th scope="row" className="nowrap">
                {names.actor(entry.actor)}
              </th>
              <td>{t(`verb.${entry.verb}`, { defaultValue: entry.verb })}</td>
              <td className="muted audit-object">{entry.object}</td>
              <td>
                {entry.allowed ? (
                  <span className="muted">{names.ground(entry.ground)}</span>
                ) : (
                  <StateWord of="warn">{t('audit.stopped')}</StateWord>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Who looked and did what on what ground, newest first; the chain is checked on each visit. */
export function Audit() {
  const { t } = useTranslation('staff');
  const may = useMay();
  const list = useAudit(may('audit.view'));
  const first = list.data?.pages[0];
  return (
    <AdminFrame current="audit" act="audit.view">
      {list.data && first ? (
        <>
          <p className="said">
            {first.brokenAt === null ? (
              <StateWord of="pass">{t('audit.whole')}</StateWord>
            ) : (
              <StateWord of="danger">{t('audit.broken', { n: first.brokenAt })}</StateWord>
            )}
          </p>
          <p className="cap">{t('audit.chain')}</p>
          <Entries entries={list.data.pages.flatMap(({ entries }) => entries)} />
          {list.hasNextPage ? (
            <p className="section">
              <Button
                busy={list.isFetchingNextPage ? t('list.loading') : undefined}
                onPress={() => void list.fetchNextPage()}
              >
                {t('audit.older')}
              </Button>
            </p>
          ) : null}
        </>
      ) : list.error ? (
        <Failed error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <Loading lines={6} />
      )}
    </AdminFrame>
  );
}
