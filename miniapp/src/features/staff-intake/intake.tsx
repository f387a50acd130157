import { useState, type ChangeEvent, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { PositionDetail } from '@zhiyu/contracts/position';
import { useRoute } from '../../api/query';
import { Icon } from '../../components/icon';
import { Awaited, Empty } from '../../components/state';
import { hrefOf } from '../staff-shell/address.shared';
import { placedName } from '../staff-shell/position-names.shared';
import { Shell } from '../staff-shell/shell';
import { useMay } from '../staff-shell/use-me';
import '../staff-file/words';
import { FileTable } from './file-table';
import { FromTable } from './from-table';
import { Links } from './links';
import { useIntake } from './use-intake';
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

const ways = ['files', 'table'] as const;

function Taking({ position }: { position: PositionDetail }) {
  const { t } = useTranslation('staff');
  const { files, add } = useIntake(position.id);
  const [way, setWay] = useState<(typeof ways)[number]>('files');
  return (
    <>
      <div className="seg intake-ways" role="group" aria-label={t('file:sheet.how')}>
        {ways.map((one) => (
          <button key={one} type="button" aria-pressed={one === way} onClick={() => setWay(one)}>
            {t(`file:sheet.${one}`)}
          </button>
        ))}
      </div>
      {way === 'table' ? (
        <FromTable positionId={position.id} />
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
    </>
  );
}

function Inside({ position }: { position: PositionDetail }) {
  const { t } = useTranslation('staff');
  const may = useMay();
  return (
    <div className="intake">
      <div>
        {may('application.add') ? (
          <Taking position={position} />
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

/** Where candidates of a position come in: files from HR, and links for everybody else. */
export function Intake({ id }: { id: string }) {
  const { t } = useTranslation('staff');
  const may = useMay();
  const enabled = id !== '' && may('position.view');
  const detail = useRoute(routes.position, { id }, { enabled });
  const list = useRoute(routes.listPositions, {}, { enabled });
  return (
    <Shell
      title={t('intake.title')}
      current="positions"
      act="position.view"
      crumb={
        <>
          {detail.data ? (
            <a className="crumb" href={hrefOf('position', { id })}>
              {placedName(detail.data, list.data?.positions ?? [])}
            </a>
          ) : null}
          <h1>{t('intake.title')}</h1>
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
        <Empty title={t('position.gone')}>{t('position.goneMore')}</Empty>
      ) : (
        <Awaited query={detail}>{(position) => <Inside position={position} />}</Awaited>
      )}
    </Shell>
  );
}
