import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type {
  SittingSummary,
  TestResult,
  TestsOfApplication,
} from '@zhiyu/contracts/written-tests';
import { useAct, useRoute } from '../../api/query';
import { useLive } from '../../api/stream';
import { Button } from '../../components/button';
import { StateWord } from '../../components/glyph';
import { Sheet } from '../../components/sheet';
import { Failed, Loading } from '../../components/state';
import { TextField } from '../../components/text-field';
import { useToast } from '../../components/toast';
import { useWords } from '../staff-shell/use-words';
import { EnterSheet } from './enter-sheet';
import { SendSheet } from './send-sheet';
import { SittingSheet } from './sitting-sheet';
import './tests.scss';
import './words';

const dayMs = (day: string) => Date.parse(`${day}T00:00:00+08:00`);

function Withdraw({ result, onClose }: { result: TestResult; onClose: () => void }) {
  const { t } = useTranslation('tests');
  const say = useToast();
  const [reason, setReason] = useState('');
  const withdraw = useAct(routes.withdrawTestResult, {
    refresh: [routes.testsOfApplication],
    onSuccess: () => {
      say(t('withdrawn'));
      onClose();
    },
  });
  return (
    <Sheet
      open
      title={t('withdrawTitle')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('ui:cancel')}</Button>
          <Button
            look="danger"
            disabled={reason.trim().length < 2}
            busy={withdraw.isPending ? t('staff:saving') : undefined}
            onPress={() => withdraw.mutate({ id: result.id, reason: reason.trim() })}
          >
            {t('withdraw')}
          </Button>
        </>
      }
    >
      <TextField label={t('withdrawReason')} value={reason} maxLength={200} onChange={setReason} />
      {withdraw.error ? <Failed error={withdraw.error} /> : null}
    </Sheet>
  );
}

function Limit({ result }: { result: TestResult }) {
  const { t } = useTranslation('tests');
  const { required, score } = result;
  if (required === null) {
    return null;
  }
  const met = score >= required;
  return (
    <span className="row">
      <span className="muted t13 num">{t('required', { required })}</span>
      <StateWord of={met ? 'pass' : 'reject'}>{t(met ? 'met' : 'unmet')}</StateWord>
    </span>
  );
}

function Result({ result, mayUndo }: { result: TestResult; mayUndo: boolean }) {
  const { t } = useTranslation('tests');
  const words = useWords();
  const [looking, setLooking] = useState(false);
  const [undoing, setUndoing] = useState(false);
  const { sittingId } = result;
  return (
    <li>
      <span className="grow">
        <span className="mid">{result.name}</span>
        <span className="muted t13">
          {t(`source.${result.source}`, { by: result.by })} · {words.day(dayMs(result.takenOn))}
        </span>
        {result.byEngine > 0 ? (
          <span className="muted t13">{t('engineShare', { points: result.byEngine })}</span>
        ) : null}
      </span>
      <span className="test-score">
        <span className="num">
          <b>{result.score}</b>
          <small className="muted"> / {result.maximum}</small>
        </span>
        <Limit result={result} />
      </span>
      {sittingId ? (
        <Button size="small" onPress={() => setLooking(true)}>
          {t('look')}
        </Button>
      ) : mayUndo ? (
        <Button look="plain" size="small" onPress={() => setUndoing(true)}>
          {t('withdraw')}
        </Button>
      ) : null}
      {looking && sittingId ? (
        <SittingSheet id={sittingId} onClose={() => setLooking(false)} />
      ) : null}
      {undoing ? <Withdraw result={result} onClose={() => setUndoing(false)} /> : null}
    </li>
  );
}

/** A test on its way to a result. */
function Open({ sitting, mark }: { sitting: SittingSummary; mark: boolean }) {
  const { t } = useTranslation('tests');
  const words = useWords();
  const [looking, setLooking] = useState(false);
  const { state, deadline, answered, items, unmarked, submittedAt, timeUp } = sitting;
  const waits = state === 'submitted' && unmarked > 0;
  const time = words.moment(state === 'sent' ? deadline : (submittedAt ?? deadline));
  return (
    <li>
      <span className="grow">
        <span className="mid">{sitting.title}</span>
        <span className="muted t13 num">
          {t(`state.${waits ? 'unmarked' : state}`, { time, answered, items, unmarked })}
          {timeUp ? ` · ${t('timeUp')}` : ''}
        </span>
      </span>
      {waits && mark ? (
        <Button size="small" onPress={() => setLooking(true)}>
          {t('look')}
        </Button>
      ) : null}
      {looking ? <SittingSheet id={sitting.id} onClose={() => setLooking(false)} /> : null}
    </li>
  );
}

function Acts({ id, name, tests }: { id: string; name: string; tests: TestsOfApplication }) {
  const { t } = useTranslation('tests');
  const [sheet, setSheet] = useState<'enter' | 'send' | null>(null);
  const { allowed } = tests;
  return allowed.enter || allowed.send ? (
    <p className="test-acts">
      {allowed.send ? (
        <Button size="small" onPress={() => setSheet('send')}>
          {t('send')}
        </Button>
      ) : null}
      {allowed.enter ? (
        <Button size="small" onPress={() => setSheet('enter')}>
          {t('enter')}
        </Button>
      ) : null}
      {sheet === 'enter' ? <EnterSheet id={id} onClose={() => setSheet(null)} /> : null}
      {sheet === 'send' ? (
        <SendSheet id={id} name={name} offered={tests.offered} onClose={() => setSheet(null)} />
      ) : null}
    </p>
  ) : null;
}

/** Written tests beside the interview's score, each with its source; `acts`: also sending and entering. */
export function TestFacts({ id, name, acts }: { id: string; name: string; acts: boolean }) {
  const { t } = useTranslation('tests');
  const { data, error, refetch } = useRoute(routes.testsOfApplication, { id });
  useLive([routes.testsOfApplication], (item) => item.applicationId === id);
  if (error && !data) {
    return <Failed error={error} onRetry={() => void refetch()} />;
  }
  if (!data) {
    // Among other facts it stands where there are results; as a part of its own it says that it loads.
    return acts ? <Loading /> : null;
  }
  const open = data.sittings.filter(({ state }) => state !== 'marked');
  const results = data.results ?? [];
  const nothing = results.length === 0 && open.length === 0;
  return nothing && !acts ? null : (
    <section className="section">
      <h2 className="sec-h">{t('section')}</h2>
      {data.results === null ? <p className="muted t13">{t('hidden')}</p> : null}
      {nothing && data.results !== null ? <p className="muted t13 pad-s">{t('none')}</p> : null}
      <ul className="test-facts">
        {results.map((result) => (
          <Result key={result.id} result={result} mayUndo={acts && data.allowed.enter} />
        ))}
        {open.map((sitting) => (
          <Open key={sitting.id} sitting={sitting} mark={data.allowed.mark} />
        ))}
      </ul>
      {acts ? <Acts id={id} name={name} tests={data} /> : null}
    </section>
  );
}
