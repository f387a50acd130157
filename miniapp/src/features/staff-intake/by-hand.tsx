import { useEffect, useId, useRef, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { EnteredCandidate } from '@zhiyu/contracts/candidate-entry';
import type { PositionSummary } from '@zhiyu/contracts/position';
import { entrySources } from '@zhiyu/contracts/source-values';
import { Button } from '../../components/button';
import { StateWord } from '../../components/glyph';
import { Empty, Failed } from '../../components/state';
import { TextField } from '../../components/text-field';
import { hrefOf } from '../staff-shell/address.shared';
import { placedName } from '../staff-shell/position-names.shared';
import { useWords } from '../staff-shell/use-words';
import { Found } from './by-hand-found';
import { ByHandResume } from './by-hand-resume';
import { useByHand, type ByHandState } from './use-by-hand';
import './by-hand.scss';

interface StateProps {
  state: ByHandState;
  positions: readonly PositionSummary[];
}

function PositionField({ state, positions }: StateProps) {
  const { t } = useTranslation('file');
  const note = useId();
  const fault = state.faults.id;
  const own = positions.filter((one) => one.state === 'open' || one.id === state.entry.id);
  return (
    <label className={`field ${fault ? 'is-wrong' : ''}`}>
      <span>{t('staff:list.position')}</span>
      <select
        className="select"
        value={state.entry.id}
        aria-invalid={fault !== undefined}
        aria-describedby={fault ? note : undefined}
        onChange={(event) => state.change({ id: event.target.value })}
      >
        <option value="">{t('hand.choosePosition')}</option>
        {own.map((one) => (
          <option key={one.id} value={one.id}>
            {placedName(one, positions)}
          </option>
        ))}
      </select>
      {fault ? (
        <span id={note} className="text-field-note" role="alert">
          {t('hand.fault.noPosition')}
        </span>
      ) : null}
    </label>
  );
}

function SourceField({ state }: { state: ByHandState }) {
  const { t } = useTranslation('file');
  const { entry, change } = state;
  return (
    <>
      <label className="field">
        <span>{t('hand.source')}</span>
        <select
          className="select"
          value={entry.internal ? 'internal' : entry.source}
          disabled={entry.internal}
          onChange={(event) =>
            change({ source: entrySources.find((one) => one === event.target.value) ?? 'upload' })
          }
        >
          {entry.internal ? <option value="internal">{t('staff:source.internal')}</option> : null}
          {entrySources.map((one) => (
            <option key={one} value={one}>
              {t(`staff:source.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="row touch hand-internal">
        <input
          type="checkbox"
          className="check"
          checked={entry.internal}
          onChange={(event) => change({ internal: event.target.checked })}
        />
        <span>
          {t('hand.internal')}
          <small className="muted">{t('hand.internalMore')}</small>
        </span>
      </label>
    </>
  );
}

function WhoFields({ state }: { state: ByHandState }) {
  const { t } = useTranslation('file');
  const { entry, change, faults } = state;
  const said = (field: 'name' | 'phone' | 'email') => {
    const fault = faults[field];
    return fault === undefined ? undefined : t(`hand.fault.${fault}`);
  };
  return (
    <>
      <TextField
        label={t('hand.name')}
        value={entry.name}
        maxLength={60}
        autoComplete="off"
        error={said('name')}
        onChange={(name) => change({ name })}
      />
      <TextField
        label={t('hand.phone')}
        type="tel"
        inputMode="tel"
        value={entry.phone}
        maxLength={30}
        autoComplete="off"
        hint={t('hand.contactHint')}
        error={said('phone')}
        onChange={(phone) => change({ phone })}
      />
      <TextField
        label={t('hand.email')}
        type="email"
        inputMode="email"
        value={entry.email}
        maxLength={120}
        autoComplete="off"
        error={said('email')}
        onChange={(email) => change({ email })}
      />
    </>
  );
}

function Done({ done, onAgain }: { done: EnteredCandidate; onAgain: () => void }) {
  const { t } = useTranslation('file');
  const words = useWords();
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    head.current?.focus();
  }, []);
  const { applicationId: id, candidateName: name, screening, repeated, stage } = done;
  return (
    <section className="hand-done" aria-live="polite">
      <h2 ref={head} tabIndex={-1}>
        <StateWord of={repeated ? 'hold' : 'pass'}>
          {t(repeated ? 'hand.repeated' : 'hand.done', { name })}
        </StateWord>
      </h2>
      <p className="muted">
        {t(`sheet.outcome.${screening.outcome}`)}
        {t('staff:comma')}
        {words.stage(stage)}
      </p>
      <p className="row">
        <a className="btn primary touch" href={hrefOf('file', { id })}>
          {t('hand.open')}
        </a>
        <Button className="touch" onPress={onAgain}>
          {t('hand.another')}
        </Button>
      </p>
    </section>
  );
}

function Send({ state }: { state: ByHandState }) {
  const { t } = useTranslation('file');
  const { busy, found } = state;
  if (found?.underWay) {
    return null;
  }
  return (
    <p className="row">
      <button type="submit" className="btn primary touch" aria-disabled={busy !== null}>
        {busy === null ? t(found ? 'hand.anyway' : 'hand.go') : t(`hand.busy.${busy}`)}
      </button>
    </p>
  );
}

/** One candidate whom HR enters: who, for what, from where; said first whether he has been here before. */
export function ByHand({
  positions,
  positionId = '',
}: {
  positions: readonly PositionSummary[];
  positionId?: string;
}) {
  const { t } = useTranslation('file');
  const state = useByHand(positionId);
  const form = useRef<HTMLFormElement>(null);
  if (positionId === '' && !positions.some(({ state: now }) => now === 'open')) {
    return (
      <Empty
        title={t('hand.noPositions')}
        action={
          <a className="btn touch" href={hrefOf('positions')}>
            {t('staff:list.toPositions')}
          </a>
        }
      />
    );
  }
  if (state.done) {
    return <Done done={state.done} onAgain={state.again} />;
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!state.submit()) {
      // After the fields have been marked.
      setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
    }
  };
  return (
    <form className="hand" noValidate onSubmit={submit} ref={form} aria-label={t('sheet.one')}>
      <div className="hand-fields">
        <PositionField state={state} positions={positions} />
        <WhoFields state={state} />
        <SourceField state={state} />
      </div>
      <ByHandResume state={state} />
      {state.found ? <Found found={state.found} name={state.entry.name} /> : null}
      {state.error ? <Failed error={state.error} /> : null}
      <Send state={state} />
      <p className="cap">{t('hand.nothingSent')}</p>
    </form>
  );
}
