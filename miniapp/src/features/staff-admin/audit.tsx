import { useTranslation } from 'react-i18next';
import { useInfiniteQuery } from '@tanstack/react-query';
import { routes } from '@zhiyu/contracts/routes';
import type { AuditPage } from '@zhiyu/contracts/staff';
import { call } from '../../api/client';
import { Button } from '../../components/button';
import { StateWord } from '../../components/glyph';
import { Failed, Loading } from '../../components/state';
import { actorOf, groundParts, shortId } from './audit.shared';
import { hrefOf } from '../staff-shell/address.shared';
import { useMay } from '../staff-shell/use-me';
import { useWords } from '../staff-shell/use-words';
import { AdminFrame } from './admin-frame';

type AuditEntry = AuditPage['entries'][number];

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
  return {
    actor: ({ actor, actorName }: AuditEntry) => {
      const { kind, id } = actorOf(actor);
      if (actorName === null) {
        return [t(`actor.${kind}`, { defaultValue: kind }), shortId(id)].filter(Boolean).join(' ');
      }
      return kind === 'candidate' ? t('audit.candidate', { name: actorName }) : actorName;
    },
    verb: ({ verb, object }: AuditEntry) =>
      verb === 'application.view' && object === ''
        ? t('verb.application.viewList')
        : t(`verb.${verb}`, { defaultValue: verb }),
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

/** What an act was on: its name, as a link where the reader may follow it, and the id as the log has it. */
function ObjectCell({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation('staff');
  const may = useMay();
  const { about, object } = entry;
  if (about === null) {
    return <>{object}</>;
  }
  const { kind, id } = about;
  const name =
    kind === 'candidate'
      ? about.name === null
        ? t('audit.candidateHidden')
        : t('audit.candidate', { name: about.name })
      : about.name;
  const href =
    kind === 'candidate' && about.name !== null && may('application.view')
      ? hrefOf('file', { id })
      : kind === 'position' && may('position.view')
        ? hrefOf('position', { id })
        : null;
  return (
    <>
      {href === null ? (
        <span>{name}</span>
      ) : (
        <a className="link" href={href}>
          {name}
        </a>
      )}
      <small className="audit-id faint">{object}</small>
    </>
  );
}

function Entries({ entries }: { entries: AuditPage['entries'] }) {
  const { t } = useTranslation('staff');
  const words = useWords();
  const names = useNames();
  return (
    <div className="scroll-x" role="region" aria-label={t('admin.audit')} tabIndex={0}>
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
              <td className="num faint right nowrap">{entry.sequence}</td>
              <td className="num nowrap">{words.moment(entry.at)}</td>
              <th scope="row" className="nowrap">
                <span title={entry.actor}>{names.actor(entry)}</span>
              </th>
              <td>{names.verb(entry)}</td>
              <td className="muted audit-object">
                <ObjectCell entry={entry} />
              </td>
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
