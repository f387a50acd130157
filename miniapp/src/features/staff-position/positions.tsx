import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { PositionSummary } from '@zhiyu/contracts/position';
import { useRoute } from '../../api/query';
import { useLive } from '../../api/stream';
import { Button } from '../../components/button';
import { Icon } from '../../components/icon';
import { Awaited, Empty } from '../../components/state';
import { textIn } from '../../locales';
import { hrefOf } from '../staff-shell/address.shared';
import { ExampleMark } from '../staff-shell/example-mark';
import { besideNames } from '../staff-shell/position-names.shared';
import { Shell } from '../staff-shell/shell';
import { useMay } from '../staff-shell/use-me';
import { CreateSheet } from './create-sheet';
import './position.scss';

function Row({ position, beside }: { position: PositionSummary; beside: string }) {
  const { t } = useTranslation('staff');
  const { place, departmentName } = position;
  const told = [place, departmentName, `${place} · ${departmentName}`].includes(beside);
  const code = told ? '' : beside;
  return (
    <li>
      <a href={hrefOf('position', { id: position.id })}>
        <span className="pos-name">
          <b>{textIn(position.name)}</b>
          <ExampleMark on={position.example} />
          <span className="muted t13">
            {[position.place, position.departmentName, position.ownerName, code]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
        <span className="tag">{t(`positionState.${position.state}`)}</span>
        <span className="pos-figures num">
          <span>
            <b>
              {position.hired}/{position.headcount}
            </b>{' '}
            {t('position.filled')}
          </span>
          <span>
            <b>{position.active}</b> {t('position.active')}
          </span>
          <span className={position.waiting > 0 ? 'pos-waits' : ''}>
            <b>{position.waiting}</b> {t('position.waiting')}
          </span>
          <span className="faint">{t('position.version', { n: position.version })}</span>
        </span>
      </a>
    </li>
  );
}

/** All positions with their numbers; a new one starts from a template. */
export function Positions() {
  const { t } = useTranslation('staff');
  const may = useMay();
  const [creating, setCreating] = useState(false);
  const list = useRoute(routes.listPositions, {}, { enabled: may('position.view') });
  useLive([routes.listPositions]);
  const create = may('position.edit') ? (
    <Button look="primary" size="small" onPress={() => setCreating(true)}>
      <Icon name="plus" size="xs" />
      {t('position.create')}
    </Button>
  ) : undefined;
  return (
    <Shell
      title={t('position.list')}
      current="positions"
      act="position.view"
      crumb={<h1>{t('position.list')}</h1>}
      tools={
        <>
          {may('dashboard.view') ? (
            <a className="btn small" href={hrefOf('board')}>
              {t('week.board')}
            </a>
          ) : null}
          <a className="btn small" href={hrefOf('questions')}>
            {t('bank.title')}
          </a>
          {may('position.edit') ? (
            <a className="btn small" href={hrefOf('tests')}>
              {t('testsTitle')}
            </a>
          ) : null}
          {list.data && list.data.positions.length > 0 ? create : null}
        </>
      }
    >
      <Awaited query={list}>
        {({ positions }) =>
          positions.length === 0 ? (
            <Empty title={t('position.empty')} action={create}>
              {t('position.emptyMore')}
            </Empty>
          ) : (
            <ul className="pos-list">
              {positions.map((position) => (
                <Row
                  key={position.id}
                  position={position}
                  beside={besideNames(positions).get(position.id) ?? ''}
                />
              ))}
            </ul>
          )
        }
      </Awaited>
      <CreateSheet open={creating} onClose={() => setCreating(false)} />
    </Shell>
  );
}
