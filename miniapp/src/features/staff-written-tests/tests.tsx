import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { TestSummary } from '@zhiyu/contracts/written-tests';
import { useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { Awaited, Empty } from '../../components/state';
import { keepInAddress } from '../staff-shell/address';
import { hrefOf } from '../staff-shell/address.shared';
import { Shell } from '../staff-shell/shell';
import { useMay } from '../staff-shell/use-me';
import { Import } from './import';
import { NewTest, TestEditor } from './test-editor';
import './words';
import '../staff-position/position.scss';
import './tests.scss';

/** What the page shows beside the list. */
type Part = { name: 'list' | 'import' | 'new' } | { name: 'test'; id: string };

function Row({ test, onOpen }: { test: TestSummary; onOpen: () => void }) {
  const { t } = useTranslation('tests');
  return (
    <li>
      <button type="button" className="test-row" onClick={onOpen}>
        <span className="grow">
          <b className="mid">{test.title}</b>
          <span className="muted t13 num">
            {t('facts', { items: test.items, points: test.points, minutes: test.minutes })}
          </span>
        </span>
        <span className="tag">
          {test.retired
            ? t('retired')
            : test.version === 0
              ? t('unpublished')
              : t('version', { n: test.version })}
        </span>
        <span className="muted t13 num">
          {test.version > 0 && test.changed ? `${t('changed')} · ` : ''}
          {t('taken', { count: test.taken })}
        </span>
      </button>
    </li>
  );
}

function List({ onPart }: { onPart: (part: Part) => void }) {
  const { t } = useTranslation('tests');
  const list = useRoute(routes.listTests, {});
  return (
    <Awaited query={list}>
      {({ tests }) =>
        tests.length === 0 ? (
          <Empty title={t('empty')}>{t('emptyMore')}</Empty>
        ) : (
          <ul className="test-rows">
            {tests.map((test) => (
              <Row key={test.id} test={test} onOpen={() => onPart({ name: 'test', id: test.id })} />
            ))}
          </ul>
        )
      }
    </Awaited>
  );
}

function Shown({ part, onPart }: { part: Part; onPart: (part: Part) => void }) {
  switch (part.name) {
    case 'list':
      return <List onPart={onPart} />;
    case 'import':
      return <Import />;
    case 'new':
      return <NewTest onMade={(id) => onPart({ name: 'test', id })} />;
    case 'test':
      return <TestEditor key={part.id} id={part.id} />;
  }
}

/** Written tests: building them, and results from a table. */
export function Tests({ id, part: start }: { id: string; part: string }) {
  const { t } = useTranslation('tests');
  const may = useMay();
  const [part, setPart] = useState<Part>(
    id !== '' ? { name: 'test', id } : { name: start === 'import' ? 'import' : 'list' },
  );
  const show = (next: Part) => {
    setPart(next);
    keepInAddress('tests', {
      id: next.name === 'test' ? next.id : '',
      part: next.name === 'import' ? 'import' : '',
    });
  };
  return (
    <Shell
      title={t('title')}
      current="positions"
      act="position.edit"
      crumb={
        <>
          <a className="crumb" href={hrefOf('positions')}>
            {t('staff:position.list')}
          </a>
          <h1>{part.name === 'import' ? t('import') : t('title')}</h1>
        </>
      }
      tools={
        part.name === 'list' ? (
          <>
            {may('application.add') ? (
              <Button size="small" onPress={() => show({ name: 'import' })}>
                {t('import')}
              </Button>
            ) : null}
            <Button look="primary" size="small" onPress={() => show({ name: 'new' })}>
              {t('new')}
            </Button>
          </>
        ) : (
          <Button size="small" onPress={() => show({ name: 'list' })}>
            {t('back')}
          </Button>
        )
      }
    >
      <Shown part={part} onPart={show} />
    </Shell>
  );
}
