import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { Pool as PoolData, PoolMember } from '@zhiyu/contracts/talent-pool';
import { useRoute } from '../../api/query';
import { Awaited, Empty } from '../../components/state';
import { keepInAddress } from '../staff-shell/address';
import { plainName } from '../staff-shell/position-names.shared';
import { Shell } from '../staff-shell/shell';
import { useMay } from '../staff-shell/use-me';
import { useSettled } from '../staff-shell/use-settled';
import { useWide } from '../staff-shell/use-wide';
import { AcrossFilters } from './across-filters';
import { MemberRow } from './member-row';
import { acrossInput, anywhere, type Across } from './pool.shared';
import { Why } from './why';
import '../staff-applications/applications.scss';
import './pool.scss';
import './words';

interface Wanted extends Across {
  q: string;
  positionId: string;
  competency: string;
  tag: string;
}

function Filters({
  wanted,
  competencies,
  tags,
  places,
  onChange,
}: Pick<PoolData, 'competencies' | 'tags'> & {
  wanted: Wanted;
  places: Pick<PoolData, 'countries' | 'languages'>;
  onChange: (change: Partial<Wanted>) => void;
}) {
  const { t } = useTranslation('pool');
  const may = useMay();
  const list = useRoute(routes.listPositions, {}, { enabled: may('position.view') });
  const open = (list.data?.positions ?? []).filter(({ state }) => state === 'open');
  return (
    <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <label className="filters-q">
        <span className="sr">{t('search')}</span>
        <input
          type="search"
          className="input"
          placeholder={t('searchHint')}
          value={wanted.q}
          onChange={(event) => onChange({ q: event.target.value })}
        />
      </label>
      <label>
        <span className="sr">{t('position')}</span>
        <select
          className="select"
          value={wanted.positionId}
          onChange={(event) => onChange({ positionId: event.target.value })}
        >
          <option value="">{t('noPosition')}</option>
          {open.map((one) => (
            <option key={one.id} value={one.id}>
              {t('forPosition', { name: plainName(one, open) })}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="sr">{t('competency')}</span>
        <select
          className="select"
          value={wanted.competency}
          onChange={(event) => onChange({ competency: event.target.value })}
        >
          <option value="">{t('everyCompetency')}</option>
          {competencies.map(({ code, name }) => (
            <option key={code} value={code}>
              {t('withCompetency', { name })}
            </option>
          ))}
        </select>
      </label>
      {tags.length === 0 && wanted.tag === '' ? null : (
        <label>
          <span className="sr">{t('tag.title')}</span>
          <select
            className="select"
            value={wanted.tag}
            onChange={(event) => onChange({ tag: event.target.value })}
          >
            <option value="">{t('tag.every')}</option>
            {[...new Set([...tags, ...(wanted.tag === '' ? [] : [wanted.tag])])].map((tag) => (
              <option key={tag} value={tag}>
                {tag}
              </option>
            ))}
          </select>
        </label>
      )}
      <AcrossFilters wanted={wanted} pool={places} onChange={onChange} />
    </form>
  );
}

/** People whom the rule of their region keeps from here: a number, and of the whole pool. */
function Withheld({ count }: { count: number }) {
  const { t } = useTranslation('pool');
  return count === 0 ? null : <p className="cap">{t('across.withheld', { count })}</p>;
}

function Members({ pool, positionId }: { pool: PoolData; positionId: string }) {
  const { t } = useTranslation('pool');
  const wide = useWide();
  const [chosen, setChosen] = useState('');
  const { members, found, fitting } = pool;
  const one = members.find(({ applicationId }) => applicationId === chosen) ?? members[0];
  if (!one) {
    return (
      <>
        <Empty title={t(pool.total === 0 ? 'none' : 'nothing')}>
          {t(pool.total === 0 ? 'noneMore' : 'nothingMore')}
        </Empty>
        <Withheld count={pool.withheld} />
      </>
    );
  }
  const why = (of: PoolMember) => (
    <Why key={of.applicationId} member={of} positionId={positionId} tags={pool.tags} />
  );
  return (
    <div className="pool">
      <div>
        <p className="said" aria-live="polite">
          {fitting === null
            ? t('found', { count: found })
            : t('fitting', { count: fitting, found })}
        </p>
        <ul className="pool-rows">
          {members.map((member) => (
            <MemberRow
              key={member.applicationId}
              member={member}
              on={member.applicationId === one.applicationId}
              onChoose={() => setChosen(member.applicationId)}
            >
              {!wide && member.applicationId === chosen ? why(member) : null}
            </MemberRow>
          ))}
        </ul>
        <Withheld count={pool.withheld} />
        {found > members.length ? (
          <p className="cap">{t('more', { count: found - members.length })}</p>
        ) : null}
      </div>
      {wide ? <aside>{why(one)}</aside> : null}
    </div>
  );
}

/** The talent pool: who agreed to be told of positions, whom one fits and why, and one tap to ask. */
export function Pool({ positionId: start }: { positionId: string }) {
  const { t } = useTranslation('pool');
  const [wanted, setWanted] = useState<Wanted>({
    ...{ q: '', positionId: start, competency: '', tag: '', ...anywhere },
  });
  const q = useSettled(wanted.q.trim(), 300);
  const { positionId, competency, tag } = wanted;
  const may = useMay();
  const query = useRoute(
    routes.pool,
    {
      ...(q === '' ? {} : { q }),
      ...(positionId === '' ? {} : { positionId }),
      ...(competency === '' ? {} : { competency }),
      ...(tag === '' ? {} : { tag }),
      ...acrossInput(wanted),
    },
    { enabled: may('talent.view') },
  );
  const change = (part: Partial<Wanted>) => {
    setWanted((before) => ({ ...before, ...part }));
    if (part.positionId !== undefined) {
      keepInAddress('pool', { position: part.positionId });
    }
  };
  return (
    <Shell
      title={t('title')}
      current="pool"
      act="talent.view"
      crumb={
        <>
          <h1>{t('title')}</h1>
          {query.data ? (
            <span className="muted t13">
              {t('counts', { count: query.data.total, ending: query.data.ending })}
            </span>
          ) : null}
        </>
      }
    >
      <Filters
        wanted={wanted}
        competencies={query.data?.competencies ?? []}
        tags={query.data?.tags ?? []}
        places={query.data ?? { countries: [], languages: [] }}
        onChange={change}
      />
      <Awaited query={query}>{(pool) => <Members pool={pool} positionId={positionId} />}</Awaited>
    </Shell>
  );
}
