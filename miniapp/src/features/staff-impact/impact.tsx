import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { leastGroup } from '@zhiyu/contracts/group-values';
import type { AskImpact, ImpactView } from '@zhiyu/contracts/groups';
import { routes } from '@zhiyu/contracts/routes';
import { useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { StateWord } from '../../components/glyph';
import { Awaited, Empty } from '../../components/state';
import { textIn } from '../../locales';
import { serverTime } from '../../platform/clock';
import { saveFile } from '../own/save-file';
import { AdminFrame } from '../staff-admin/admin-frame';
import { Choice } from '../staff-admin/choice';
import { monthName, monthsUntil } from '../staff-shell/months.shared';
import { useMay } from '../staff-shell/use-me';
import { useGroupNames } from './group-names';
import { csvOf, foundIn, tablesOf } from './impact.shared';
import { ImpactTable } from './impact-table';
import './impact.scss';

type Asked = Record<'positionId' | 'from' | 'to', string>;

const nothing: Asked = { positionId: '', from: '', to: '' };

function inputOf({ positionId, from, to }: Asked): AskImpact {
  return {
    ...(positionId === '' ? {} : { positionId }),
    ...(from === '' ? {} : { from }),
    ...(to === '' ? {} : { to }),
  };
}

/** So many months can be chosen from. */
const monthsShown = 36;

/** A native field for months is a line of text in half of the browsers. */
function Month(props: {
  label: string;
  every: string;
  value: string;
  onChange: (month: string) => void;
}) {
  const { i18n } = useTranslation('impact');
  const months = monthsUntil(serverTime(), monthsShown);
  const options = months.map((value) => ({ value, label: monthName(value, i18n.language) }));
  return (
    <Choice
      label={props.label}
      value={props.value}
      options={[{ value: '', label: props.every }, ...options]}
      disabled={false}
      onChange={props.onChange}
    />
  );
}

function Filters(props: {
  asked: Asked;
  positions: ImpactView['positions'];
  onChange: (asked: Asked) => void;
}) {
  const { asked, positions, onChange } = props;
  const { t } = useTranslation('impact');
  const options = positions.map(({ id, name }) => ({ value: id, label: textIn(name) }));
  return (
    <div className="impact-filters">
      <Choice
        label={t('position')}
        value={asked.positionId}
        options={[{ value: '', label: t('allPositions') }, ...options]}
        disabled={false}
        onChange={(positionId) => onChange({ ...asked, positionId })}
      />
      <Month
        label={t('from')}
        every={t('fromFirst')}
        value={asked.from}
        onChange={(from) => onChange({ ...asked, from })}
      />
      <Month
        label={t('to')}
        every={t('toNow')}
        value={asked.to}
        onChange={(to) => onChange({ ...asked, to })}
      />
    </div>
  );
}

function Method() {
  const { t } = useTranslation('impact');
  return (
    <details className="impact-method t13">
      <summary>{t('methodTitle')}</summary>
      <p className="muted">{t('method', { least: leastGroup })}</p>
    </details>
  );
}

function Table({ view, filtered }: { view: ImpactView; filtered: boolean }) {
  const { t } = useTranslation('impact');
  const names = useGroupNames();
  const found = foundIn(view.rows);
  if (view.rows.every(({ selection }) => selection === null)) {
    return (
      <Empty title={t(filtered ? 'noneFiltered' : 'none')}>
        {t('noneMore', { least: leastGroup })}
      </Empty>
    );
  }
  const about = view.peopleAbout;
  return (
    <>
      <p className="said row between" role="status">
        <StateWord of={found > 0 ? 'warn' : 'pass'}>
          {found > 0 ? t('found', { count: found }) : t('nothing')}
          {t('and')}
          {about === 0 ? t('fewPeople') : t('people', { n: about })}
        </StateWord>
        <Button
          className="touch"
          onPress={() =>
            saveFile(`${t('file')}.csv`, csvOf(view.rows, names.categories), 'text/csv')
          }
        >
          {t('csv')}
        </Button>
      </p>
      {tablesOf(view.rows).map((rows) => (
        <ImpactTable key={rows[0]?.attributes.join()} rows={rows} />
      ))}
    </>
  );
}

/** Whether the process treats groups alike, as far as people chose to say who they are. */
export function Impact() {
  const { t } = useTranslation('impact');
  const may = useMay();
  const [asked, setAsked] = useState(nothing);
  const [positions, setPositions] = useState<ImpactView['positions']>([]);
  const query = useRoute(routes.impact, inputOf(asked), { enabled: may('impact.view') });
  const known = query.data?.positions ?? positions;
  const change = (next: Asked) => {
    setPositions(known);
    setAsked(next);
  };
  return (
    <AdminFrame current="impact" act="impact.view">
      <div className="impact-said">
        <p>{t('lead')}</p>
        <p className="cap">{t('says')}</p>
        <p className="cap">{t('saysNot')}</p>
      </div>
      <Filters asked={asked} positions={known} onChange={change} />
      <Awaited query={query}>
        {(view) => <Table view={view} filtered={Object.values(asked).some((one) => one !== '')} />}
      </Awaited>
      <Method />
    </AdminFrame>
  );
}
