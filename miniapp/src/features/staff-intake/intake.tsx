import { useState, type ChangeEvent, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { PositionDetail, PositionSummary } from '@zhiyu/contracts/position';
import { useRoute } from '../../api/query';
import { Icon } from '../../components/icon';
import { Awaited, Empty } from '../../components/state';
import { hrefOf } from '../staff-shell/address.shared';
import { placedName } from '../staff-shell/position-names.shared';
import { Shell } from '../staff-shell/shell';
import { useMay } from '../staff-shell/use-me';
import '../staff-file/words';
import { Batches } from './batches';
import { ByHand } from './by-hand';
import { FileTable } from './file-table';
import { FromTable } from './from-table';
import { Links } from './links';
import { useIntake } from './use-intake';
import { type IntakeWay, intakeWays } from './intake.shared';
import './intake.scss';

function Drop({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const { t } = useTranslation('staff');
  const [over, setOver] = useState(false);
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    onFiles([...(event.target.files ?? [])]);
    event.target.value = '';
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    <label
      className={`drop ${over ? 'over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Icon name="upload" />
      <span>
        <b className="mid">{t('intake.drop')}</b>
        <span className="muted">{t('intake.dropMore')}</span>
      </span>
      <input
        type="file"
        className="sr"
        multiple
        accept=".pdf,.docx,.txt,.md,.zip,text/plain"
        onChange={choose}
      />
    </label>
  );
}

function After({ position }: { position: PositionDetail }) {
  const { t } = useTranslation('staff');
  const auto = position.content.automation.inviteOnScreeningPass;
  return (
    <section className="section">
      <h2 className="sec-h">{t('intake.after')}</h2>
      <p className="t13 muted intake-after">
        {t(auto ? 'intake.afterAuto' : 'intake.afterHand', { n: position.version })}
      </p>
    </section>
  );
}

type Positions = ReturnType<typeof useRoute<typeof routes.listPositions>>;

interface InsideProps {
  position: PositionDetail;
  positions: readonly PositionSummary[];
  start: IntakeWay;
}

function Taking({ position, positions, start }: InsideProps) {
  const { t } = useTranslation('staff');
  const { files, add, begin } = useIntake(position.id);
  const [round, setRound] = useState(0);
  const [way, setWay] = useState(start);
  return (
    <>
      <div className="seg intake-ways" role="group" aria-label={t('file:sheet.how')}>
        {intakeWays.map((one) => (
          <button key={one} type="button" aria-pressed={one === way} onClick={() => setWay(one)}>
            {t(`file:sheet.${one}`)}
          </button>
        ))}
      </div>
      {way === 'table' ? (
        <FromTable key={round} positionId={position.id} />
      ) : way === 'one' ? (
        <ByHand key={round} positions={positions} positionId={position.id} />
      ) : (
        <>
          <Drop onFiles={add} />
          {files.length === 0 ? (
            <p className="cap intake-hint">{t('intake.hint')}</p>
          ) : (
            <FileTable files={files} />
          )}
        </>
      )}
      <Batches
        positionId={position.id}
        onTakenBack={() => {
          begin();
          setRound(round + 1);
        }}
      />
    </>
  );
}

function Inside(props: InsideProps) {
  const { position } = props;
  const { t } = useTranslation('staff');
  const may = useMay();
  return (
    <div className="intake">
      <div>
        {may('application.add') ? (
          <Taking {...props} />
        ) : (
          <Empty title={t('denied.title')}>{t('intake.denied')}</Empty>
        )}
      </div>
      <aside>
        <Links positionId={position.id} />
        <After position={position} />
      </aside>
    </div>
  );
}

/** Without a position only one person is entered: the position is one of the fields. */
function NoPosition({ list, start }: { list: Positions; start: IntakeWay }) {
  const { t } = useTranslation('staff');
  const may = useMay();
  if (start !== 'one') {
    return <Empty title={t('position.gone')}>{t('position.goneMore')}</Empty>;
  }
  return may('application.add') ? (
    <Awaited query={list}>{({ positions }) => <ByHand positions={positions} />}</Awaited>
  ) : (
    <Empty title={t('denied.title')}>{t('intake.denied')}</Empty>
  );
}

/** Where candidates of a position come in: files, tables and single people from HR, and links for everybody else. */
export function Intake({ id, start }: { id: string; start: IntakeWay }) {
  const { t } = useTranslation('staff');
  const may = useMay();
  const mayView = may('position.view');
  const detail = useRoute(routes.position, { id }, { enabled: id !== '' && mayView });
  const list = useRoute(routes.listPositions, {}, { enabled: mayView });
  const title = t(id === '' && start === 'one' ? 'list.addOne' : 'intake.title');
  const positions = list.data?.positions ?? [];
  return (
    <Shell
      title={title}
      current="positions"
      act="position.view"
      crumb={
        <>
          {detail.data ? (
            <a className="crumb" href={hrefOf('position', { id })}>
              {placedName(detail.data, positions)}
            </a>
          ) : null}
          <h1>{title}</h1>
        </>
      }
      tools={
        id === '' ? undefined : (
          <a className="btn small" href={hrefOf('applications', { position: id })}>
            {t('position.people')}
          </a>
        )
      }
    >
      {id === '' ? (
        <NoPosition list={list} start={start} />
      ) : (
        <Awaited query={detail}>
          {(position) => <Inside {...{ position, positions, start }} />}
        </Awaited>
      )}
    </Shell>
  );
}
