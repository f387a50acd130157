import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { BankItem, BankList, BankSummary } from '@zhiyu/contracts/question-bank';
import { useAct, useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { Icon } from '../../components/icon';
import { Sheet } from '../../components/sheet';
import { Awaited, Empty, Failed, Loading } from '../../components/state';
import { useToast } from '../../components/toast';
import { textIn } from '../../locales';
import { serverTime } from '../../platform/clock';
import { CalibrationLink } from '../staff-calibration/calibration-link';
import { FigureNote } from '../staff-items/figures';
import { Proposed } from '../staff-items/proposed';
import { useFigures, Worked } from '../staff-items/worked';
import { keepInAddress } from '../staff-shell/address';
import { hrefOf } from '../staff-shell/address.shared';
import { Shell } from '../staff-shell/shell';
import { useMay } from '../staff-shell/use-me';
import { useWide } from '../staff-shell/use-wide';
import { type BankFilter, emptyItem, grouped, isFiltered, noFilter, queryOf } from './bank.shared';
import { BankFilters } from './bank-filters';
import { Versions } from './bank-versions';
import { ItemSheet } from './item-sheet';
import { ItemView, useExposure } from './item-view';
import '../staff-applications/applications.scss';
import '../staff-position/position.scss';
import './bank.scss';

interface Editing {
  item: BankItem;
  base: number;
}

function Row({
  item,
  chosen,
  onChoose,
}: {
  item: BankSummary;
  chosen: boolean;
  onChoose: (code: string) => void;
}) {
  const { t } = useTranslation('staff');
  const exposure = useExposure();
  const { data } = useFigures();
  return (
    <li>
      <button type="button" aria-pressed={chosen} onClick={() => onChoose(item.code)}>
        <span className="question-title">{textIn(item.text)}</span>
        <small>
          {[
            t(`questionKind.${item.kind}`),
            t('bank.minutes', { n: Math.ceil(item.seconds / 60) }),
            item.languages.length > 1 ? item.languages.join(' ') : '',
            exposure(item.exposure),
            item.origin === 'own' ? t('bank.origin.own') : '',
            item.retired ? t('bank.retired') : '',
          ]
            .filter(Boolean)
            .join(' · ')}{' '}
          <FigureNote figures={data?.items.find(({ code }) => code === item.code)} />
        </small>
      </button>
    </li>
  );
}

function Detail({ code, onEdit }: { code: string; onEdit: (editing: Editing) => void }) {
  const { t } = useTranslation('staff');
  const may = useMay();
  const say = useToast();
  const detail = useRoute(routes.bankItem, { code });
  const retire = useAct(routes.retireBankItem, {
    refresh: [routes.listBank, routes.bankItem],
    onSuccess: ({ retired }) => say(t(retired ? 'bank.retiredNow' : 'bank.backNow')),
  });
  return (
    <Awaited query={detail}>
      {(item) => (
        <>
          <ItemView key={item.code} detail={item} />
          <div className="bank-acts">
            <CalibrationLink of={{ bank: code }} />
          </div>
          {may('position.edit') ? (
            <div className="bank-acts">
              <Button
                size="small"
                onPress={() => onEdit({ item: item.content, base: item.version })}
              >
                {t('bank.edit')}
              </Button>
              <Button
                size="small"
                look="plain"
                busy={retire.isPending ? t('saving') : undefined}
                onPress={() => retire.mutate({ code, retired: !item.retired })}
              >
                {t(item.retired ? 'bank.takeBack' : 'bank.retire')}
              </Button>
            </div>
          ) : null}
          <Worked code={code} />
          {retire.error ? <Failed error={retire.error} /> : null}
          <Versions detail={item} />
        </>
      )}
    </Awaited>
  );
}

function Groups({
  list,
  code,
  onChoose,
}: {
  list: BankList;
  code: string;
  onChoose: (code: string) => void;
}) {
  return (
    <div className="bank-groups">
      {grouped(list).map(({ competency, items }) => (
        <section key={competency.code} className="section">
          <h2 className="sec-h">
            {textIn(competency.name)}
            <span className="cap num">{items.length}</span>
          </h2>
          <p className="muted t13">{textIn(competency.definition)}</p>
          <ol className="question-list">
            {items.map((item) => (
              <Row key={item.code} item={item} chosen={item.code === code} onChoose={onChoose} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function Found({
  list,
  code,
  onChoose,
  onEdit,
  onClear,
}: {
  list: BankList;
  code: string;
  onChoose: (code: string) => void;
  onEdit: (editing: Editing) => void;
  onClear: (() => void) | null;
}) {
  const { t } = useTranslation('staff');
  const wide = useWide();
  if (list.items.length === 0) {
    return (
      <Empty
        title={t(onClear ? 'bank.noneFound' : 'bank.empty')}
        action={onClear ? <Button onPress={onClear}>{t('list.clear')}</Button> : undefined}
      >
        {t('bank.emptyMore')}
      </Empty>
    );
  }
  const shown = code === '' && wide ? (grouped(list)[0]?.items[0]?.code ?? '') : code;
  return (
    <div className="bank-lay">
      <Groups list={list} code={shown} onChoose={onChoose} />
      {wide ? (
        <div className="bank-side">
          {shown === '' ? null : <Detail key={shown} code={shown} onEdit={onEdit} />}
        </div>
      ) : (
        <Sheet open={shown !== ''} title={t('bank.item')} onClose={() => onChoose('')}>
          {shown === '' ? null : <Detail code={shown} onEdit={onEdit} />}
        </Sheet>
      )}
    </div>
  );
}

/** The question bank (题库): what can be asked, how often it was, and the company's own items. */
export function Bank({ start }: { start: string }) {
  const { t } = useTranslation('staff');
  const may = useMay();
  const [filter, setFilter] = useState<BankFilter>(noFilter);
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed);
  const [code, setCode] = useState(start);
  const [editing, setEditing] = useState<Editing | null>(null);
  const enabled = may('position.view');
  const asked = { ...queryOf(filter, search), retired: '1' as const };
  const list = useRoute(routes.listBank, asked, { enabled });
  const all = useRoute(routes.listBank, {}, { enabled });
  const competencies = all.data?.competencies ?? [];
  const choose = (next: string) => {
    setCode(next);
    keepInAddress('questions', { code: next });
  };
  const clear = () => {
    setFilter(noFilter);
    setTyped('');
  };
  return (
    <Shell
      title={t('bank.title')}
      current="positions"
      act="position.view"
      crumb={
        <>
          <h1>{t('bank.title')}</h1>
          {all.data ? (
            <span className="crumb num">{t('bank.total', { count: all.data.total })}</span>
          ) : null}
        </>
      }
      tools={
        <>
          <a className="btn small" href={hrefOf('positions')}>
            {t('position.list')}
          </a>
          {may('position.edit') && competencies[0] ? (
            <Button
              look="primary"
              size="small"
              onPress={() => {
                const competency = filter.competency || (competencies[0]?.code ?? '');
                const own = `own-${serverTime().toString(36)}`;
                setEditing({ item: emptyItem(own, competency), base: 0 });
              }}
            >
              <Icon name="plus" size="xs" />
              {t('bank.new')}
            </Button>
          ) : null}
        </>
      }
    >
      <BankFilters
        competencies={competencies}
        filter={filter}
        search={typed}
        onFilter={setFilter}
        onSearch={setTyped}
      />
      {enabled && !isFiltered(filter, search) ? <Proposed onChoose={choose} /> : null}
      {list.data ? (
        <Found
          list={list.data}
          code={code}
          onChoose={choose}
          onEdit={setEditing}
          onClear={isFiltered(filter, search) ? clear : null}
        />
      ) : list.error ? (
        <Failed
          error={list.error}
          onRetry={() => {
            void list.refetch();
            void all.refetch();
          }}
        />
      ) : (
        <Loading lines={6} />
      )}
      {editing ? (
        <ItemSheet
          start={editing.item}
          base={editing.base}
          competencies={competencies}
          onClose={(saved) => {
            setEditing(null);
            if (saved !== null) {
              choose(saved);
            }
          }}
        />
      ) : null}
    </Shell>
  );
}
