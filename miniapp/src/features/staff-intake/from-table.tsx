import type { ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { CandidateRow, CandidateSheet } from '@zhiyu/contracts/candidate-sheet';
import { call } from '../../api/client';
import { queryClient } from '../../api/query';
import { newKey } from '../../api/request.shared';
import { Button } from '../../components/button';
import { StateWord, type Meaning } from '../../components/glyph';
import { Icon } from '../../components/icon';
import { Failed } from '../../components/state';
import { hrefOf } from '../staff-shell/address.shared';
import { useLooked } from '../staff-shell/use-looked';
import { touched } from './touched.shared';

const meaningOf: Record<CandidateRow['state'], Meaning> = {
  ...{ ready: 'pass', taken: 'pass', underWay: 'hold', wrong: 'danger' },
};

function Row({ row }: { row: CandidateRow }) {
  const { t } = useTranslation('file');
  return (
    <li>
      <span className="file-name">
        <span className="mid">{row.name || '—'}</span>
        <small className="num faint">{t('sheet.line', { n: row.line })}</small>
      </span>
      <StateWord of={meaningOf[row.state]}>{t(`sheet.row.${row.state}`)}</StateWord>
      <span className="num muted">{row.contact}</span>
      <span className="muted file-about">
        {row.fault
          ? t(`sheet.fault.${row.fault}`)
          : row.outcome
            ? t(`sheet.outcome.${row.outcome}`)
            : row.known
              ? t('sheet.known')
              : ''}
      </span>
      {row.applicationId === null ? (
        <span />
      ) : (
        <a className="link nowrap" href={hrefOf('file', { id: row.applicationId })}>
          {t('staff:intake.look')}
        </a>
      )}
    </li>
  );
}

interface Looked {
  file: File;
  sheet: CandidateSheet;
  stored: boolean;
}

function Rows({
  looked: { sheet, stored },
  busy,
  onGo,
  onAgain,
}: {
  looked: Looked;
  busy: boolean;
  onGo: () => void;
  onAgain: () => void;
}) {
  const { t } = useTranslation('file');
  const count = (state: CandidateRow['state']) =>
    sheet.rows.filter((row) => row.state === state).length;
  const counts = {
    ...{ ready: count('ready'), taken: count('taken') },
    ...{ underWay: count('underWay'), wrong: count('wrong') },
  };
  const said = t(stored ? 'sheet.done' : 'sheet.said', counts);
  const share = (n: number) => ({ width: `${(n / Math.max(1, sheet.rows.length)) * 100}%` });
  return (
    <section aria-live="polite">
      <p className="said">{said}</p>
      <div className="pb" role="img" aria-label={said}>
        <i className="a" style={share(counts.ready + counts.taken)} />
        <i className="b" style={share(counts.underWay)} />
        <i className="d" style={share(counts.wrong)} />
      </div>
      <div className="table-acts">
        {stored ? null : (
          <Button
            look="primary"
            disabled={counts.ready === 0}
            busy={busy ? t('sheet.going') : undefined}
            onPress={onGo}
          >
            {counts.ready === 0 ? t('sheet.nothing') : t('sheet.go', { count: counts.ready })}
          </Button>
        )}
        <Button onPress={onAgain}>{t('sheet.again')}</Button>
      </div>
      <ul className="file-rows">
        {sheet.rows.map((row) => (
          <Row key={row.line} row={row} />
        ))}
      </ul>
    </section>
  );
}

/** Candidates from a table: looked at first, then taken, each row with its own result. */
export function FromTable({ positionId: id }: { positionId: string }) {
  const { t } = useTranslation('file');
  const { looked, busy, error, during, again } = useLooked<Looked>();
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    event.target.value = '';
    if (file) {
      void during(async () => {
        const sheet = await call(routes.readCandidates, { id, name: file.name }, { file });
        return { file, sheet, stored: false };
      });
    }
  };
  const store = ({ file, sheet: { hash } }: Looked) =>
    during(async () => {
      const input = { id, name: file.name, hash, batch: newKey() };
      const sheet = await call(routes.importCandidates, input, { file });
      await Promise.all(
        touched.map(({ path }) => queryClient.invalidateQueries({ queryKey: [path] })),
      );
      return { file, sheet, stored: true };
    });
  return (
    <>
      {looked ? (
        <Rows looked={looked} busy={busy} onGo={() => void store(looked)} onAgain={again} />
      ) : (
        <label className="drop">
          <Icon name="upload" />
          <span>
            <b className="mid">{busy ? t('sheet.reading') : t('sheet.drop')}</b>
            <span className="muted">{t('sheet.dropMore')}</span>
          </span>
          <input type="file" className="sr" accept=".xlsx,.csv" disabled={busy} onChange={choose} />
        </label>
      )}
      {error ? <Failed error={error} /> : null}
    </>
  );
}
