import { useState, type ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { SheetPreview, SheetRow } from '@zhiyu/contracts/test-sheet';
import { call } from '../../api/client';
import { Button } from '../../components/button';
import { StateWord, type Meaning } from '../../components/glyph';
import { Icon } from '../../components/icon';
import { Empty, Failed } from '../../components/state';
import { TextField } from '../../components/text-field';
import { hrefOf } from '../staff-shell/address.shared';
import { useLooked } from '../staff-shell/use-looked';
import { useMay } from '../staff-shell/use-me';
import '../staff-intake/intake.scss';

const meaningOf: Record<SheetRow['state'], Meaning> = {
  ...{ ready: 'pass', known: 'hold', wrong: 'danger' },
};

/** What the table does not say about every row. */
interface Defaults {
  test: string;
  maximum: string;
  takenOn: string;
}

/** The file with what it was asked with: stored is what was looked at. */
interface Looked {
  file: File;
  input: { name: string; test?: string; maximum?: number; takenOn?: string };
  preview: SheetPreview;
}

function inputOf(file: File, { test, maximum, takenOn }: Defaults): Looked['input'] {
  return {
    name: file.name,
    ...(test.trim() === '' ? {} : { test: test.trim() }),
    ...(Number(maximum) > 0 ? { maximum: Number(maximum) } : {}),
    ...(takenOn === '' ? {} : { takenOn }),
  };
}

function Row({ row }: { row: SheetRow }) {
  const { t } = useTranslation('tests');
  return (
    <li>
      <span className="faint num">{t('sum.line', { line: row.line })}</span>
      <StateWord of={meaningOf[row.state]}>{t(`sum.row.${row.state}`)}</StateWord>
      <span>
        {row.applicationId && row.candidateName ? (
          <a className="link" href={hrefOf('file', { id: row.applicationId })}>
            {row.candidateName}
          </a>
        ) : (
          row.who
        )}
        {row.positionName ? <span className="muted t13">{row.positionName}</span> : null}
      </span>
      <span className="num">
        {row.test} {t('sum.score', { score: row.score ?? '—', maximum: row.maximum ?? '—' })}
      </span>
      <span className="muted">{row.fault ? t(`sum.fault.${row.fault}`) : row.takenOn}</span>
    </li>
  );
}

function Choose({
  defaults,
  busy,
  onDefaults,
  onFile,
}: {
  defaults: Defaults;
  busy: boolean;
  onDefaults: (defaults: Defaults) => void;
  onFile: (file: File) => void;
}) {
  const { t } = useTranslation('tests');
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    event.target.value = '';
    if (file) {
      onFile(file);
    }
  };
  return (
    <>
      <div className="form-grid">
        <TextField
          label={t('sum.test')}
          value={defaults.test}
          maxLength={100}
          onChange={(test) => onDefaults({ ...defaults, test })}
        />
        <TextField
          label={t('sum.maximum')}
          value={defaults.maximum}
          inputMode="decimal"
          onChange={(maximum) => onDefaults({ ...defaults, maximum })}
        />
        <TextField
          label={t('sum.takenOn')}
          type="date"
          value={defaults.takenOn}
          onChange={(takenOn) => onDefaults({ ...defaults, takenOn })}
        />
      </div>
      <label className="drop test-drop">
        <Icon name="upload" />
        <span>
          <b className="mid">{busy ? t('sum.reading') : t('sum.file')}</b>
          <span className="muted">{t('sum.fileMore')}</span>
        </span>
        <input type="file" className="sr" accept=".xlsx,.csv" disabled={busy} onChange={choose} />
      </label>
    </>
  );
}

function Preview({
  preview,
  busy,
  onGo,
  onAgain,
}: {
  preview: SheetPreview;
  busy: boolean;
  onGo: () => void;
  onAgain: () => void;
}) {
  const { t } = useTranslation('tests');
  const { ready, known, wrong, stored, rows } = preview;
  const done = stored > 0;
  const share = (n: number) => ({ width: `${(n / Math.max(1, rows.length)) * 100}%` });
  const said = done ? t('sum.done', { count: stored }) : t('sum.said', { ready, known, wrong });
  return (
    <section className="section" aria-live="polite">
      <p className="said">{said}</p>
      {done ? <p className="muted t13">{t('sum.doneMore')}</p> : null}
      <div className="pb" role="img" aria-label={said}>
        <i className="a" style={share(ready)} />
        <i className="b" style={share(known)} />
        <i className="d" style={share(wrong)} />
      </div>
      <div className="test-acts">
        {done ? null : (
          <Button
            look="primary"
            disabled={ready === 0}
            busy={busy ? t('sum.going') : undefined}
            onPress={onGo}
          >
            {ready === 0 ? t('sum.nothing') : t('sum.go', { count: ready })}
          </Button>
        )}
        <Button onPress={onAgain}>{t('sum.again')}</Button>
      </div>
      <ul className="sheet-rows">
        {rows.map((row) => (
          <Row key={row.line} row={row} />
        ))}
      </ul>
    </section>
  );
}

/** Results from a table: looked at first, then stored as it was shown. */
export function Import() {
  const { t } = useTranslation('tests');
  const may = useMay();
  const [defaults, setDefaults] = useState<Defaults>({ test: '', maximum: '', takenOn: '' });
  const { looked, busy, error, during, again } = useLooked<Looked>();
  const look = (file: File) =>
    during(async () => {
      const input = inputOf(file, defaults);
      return { file, input, preview: await call(routes.readTestSheet, input, { file }) };
    });
  const store = ({ file, input, preview }: Looked) =>
    during(async () => {
      const order = { ...input, hash: preview.hash };
      return { file, input, preview: await call(routes.importTestSheet, order, { file }) };
    });
  if (!may('application.add')) {
    return <Empty title={t('staff:denied.title')}>{t('sum.denied')}</Empty>;
  }
  return (
    <div className="test-form">
      {looked ? (
        <Preview
          preview={looked.preview}
          busy={busy}
          onGo={() => void store(looked)}
          onAgain={again}
        />
      ) : (
        <Choose
          defaults={defaults}
          busy={busy}
          onDefaults={setDefaults}
          onFile={(file) => void look(file)}
        />
      )}
      {error ? <Failed error={error} /> : null}
    </div>
  );
}
