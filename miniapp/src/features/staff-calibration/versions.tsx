import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import { fewestGrades, mostCardsADay } from '@zhiyu/contracts/calibration-limits';
import type { CalibrationView } from '@zhiyu/contracts/calibration';
import { messageOf } from '../../api/error';
import { useAct } from '../../api/query';
import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import { Failed } from '../../components/state';
import { TextField } from '../../components/text-field';
import { useToast } from '../../components/toast';
import { useWords } from '../staff-shell/use-words';
import { twoPlaces } from './calibration.shared';
import { keepView } from './use-grading';

/** Asks for a reason where a version agrees no better; else puts it to use at once. */
function useUse(view: CalibrationView) {
  const { t } = useTranslation('calibration');
  const say = useToast();
  const [asking, setAsking] = useState<number | null>(null);
  const act = useAct(routes.useCalibration, {
    refresh: [routes.listCalibrations],
    onSuccess: (next, { version }) => {
      keepView(next);
      setAsking(null);
      say(version === null ? t('versions.stopped') : t('lesson.usedNow', { n: version }));
    },
  });
  const use = (version: number | null, reason = '') => act.mutate({ id: view.id, version, reason });
  const choose = (version: number) => {
    const better = view.versions.find((one) => one.version === version)?.lesson.improves === true;
    if (better) {
      use(version);
    } else {
      setAsking(version);
    }
  };
  return { act, asking, setAsking, use, choose };
}

type Use = ReturnType<typeof useUse>;

function Why({ use }: { use: Use }) {
  const { t } = useTranslation('calibration');
  const [reason, setReason] = useState('');
  const { asking, act } = use;
  return (
    <Sheet
      open={asking !== null}
      title={t('why.title', { n: asking ?? '' })}
      onClose={() => use.setAsking(null)}
      footer={
        <>
          <Button onPress={() => use.setAsking(null)}>{t('why.cancel')}</Button>
          <Button
            look="primary"
            disabled={reason.trim() === ''}
            busy={act.isPending ? t('lesson.using') : undefined}
            onPress={() => use.use(asking, reason.trim())}
          >
            {t('why.go')}
          </Button>
        </>
      }
    >
      <p>{t('why.lead')}</p>
      <TextField
        label={t('why.label')}
        rows={3}
        maxLength={500}
        value={reason}
        onChange={setReason}
        error={act.error ? messageOf(act.error) : undefined}
      />
    </Sheet>
  );
}

function Acts({ view, use }: { view: CalibrationView; use: Use }) {
  const { t } = useTranslation('calibration');
  const say = useToast();
  const newest = view.versions[0]?.version ?? 0;
  const learn = useAct(routes.learnCalibration, {
    refresh: [routes.listCalibrations],
    onSuccess: (next) => {
      keepView(next);
      say(t('lesson.learned', { n: next.versions[0]?.version ?? '' }));
    },
  });
  const graded = view.preview?.answers ?? 0;
  const left = Math.max(1, fewestGrades - graded);
  return (
    <div className="cal-do">
      {graded < fewestGrades ? (
        <Button disabled onPress={() => undefined}>
          {t('lesson.learnLeft', { count: left })}
        </Button>
      ) : view.fresh ? (
        <Button
          look="quiet"
          className="touch"
          busy={learn.isPending ? t('lesson.learning') : undefined}
          onPress={() => learn.mutate({ id: view.id })}
        >
          {t('lesson.learn', { n: newest + 1 })}
        </Button>
      ) : null}
      {newest > 0 && view.inUse?.version !== newest && view.may.use ? (
        <Button
          look="quiet"
          className="touch"
          busy={use.act.isPending ? t('lesson.using') : undefined}
          onPress={() => use.choose(newest)}
        >
          {t('lesson.use', { n: newest })}
        </Button>
      ) : null}
      {learn.error ? <Failed error={learn.error} /> : null}
    </div>
  );
}

function One({ view, at, use }: { view: CalibrationView; at: number; use: Use }) {
  const { t } = useTranslation('calibration');
  const words = useWords();
  const version = view.versions[at];
  if (!version) {
    return null;
  }
  const { lesson, version: n, wordless } = version;
  const inUse = view.inUse?.version === n ? view.inUse : null;
  const kappa = (side: 'before' | 'after') =>
    lesson[side].kappa ? twoPlaces(lesson[side].kappa.value) : t('lesson.unsaid');
  const facts = { by: version.createdBy, at: words.moment(version.createdAt) };
  return (
    <li>
      <div className="cal-top">
        <p>
          <b className="num">{t('versions.one', { n })}</b>{' '}
          {inUse ? <span className="tag">{t('versions.inUse')}</span> : null}{' '}
          {lesson.improves ? null : <span className="tag">{t('versions.notBetter')}</span>}
        </p>
        {view.may.use ? (
          <Button
            size="small"
            busy={use.act.isPending && inUse ? t('versions.stopBusy') : undefined}
            onPress={() => (inUse ? use.use(null) : use.choose(n))}
          >
            {t(inUse ? 'versions.stop' : 'versions.use')}
          </Button>
        ) : null}
      </div>
      <p className="cap">
        {t('versions.facts', {
          ...facts,
          answers: lesson.answers,
          before: kappa('before'),
          after: kappa('after'),
        })}
      </p>
      {inUse ? (
        <p className="cap">{t('versions.by', { by: inUse.by, at: words.moment(inUse.at) })}</p>
      ) : null}
      {inUse && inUse.reason !== '' ? (
        <p className="cap">{t('versions.reason', { reason: inUse.reason })}</p>
      ) : null}
      {wordless > 0 ? <p className="cap">{t('versions.wordless', { count: wordless })}</p> : null}
      {lesson.engine === view.engine ? null : (
        <p className="cap">{t('versions.old', { engine: lesson.engine })}</p>
      )}
    </li>
  );
}

function Cards({ view }: { view: CalibrationView }) {
  const { t } = useTranslation('calibration');
  const say = useToast();
  const act = useAct(routes.gradeByCard, {
    onSuccess: (next) => {
      keepView(next);
      say(t('cards.saved'));
    },
  });
  return (
    <section className="section">
      <h2 className="sec-h">{t('cards.title')}</h2>
      <label className="cal-cards">
        <span className="sr">{t('cards.title')}</span>
        <select
          className="select"
          value={view.cardsADay}
          onChange={(event) => act.mutate({ id: view.id, aDay: Number(event.target.value) })}
        >
          <option value={0}>{t('cards.off')}</option>
          {Array.from({ length: mostCardsADay }, (_, i) => i + 1).map((n) => (
            <option key={n} value={n}>
              {t('cards.n', { n })}
            </option>
          ))}
        </select>
      </label>
      <p className="cap">{t('cards.more')}</p>
      {act.error ? <Failed error={act.error} /> : null}
    </section>
  );
}

/** What can be done with what was learned, every version, and cards. */
export function Versions({ view }: { view: CalibrationView }) {
  const { t } = useTranslation('calibration');
  const use = useUse(view);
  const names = (places: CalibrationView['positions']) =>
    places.map(({ name }) => name).join(t('staff:and'));
  return (
    <>
      <Acts view={view} use={use} />
      {use.act.error && use.asking === null ? <Failed error={use.act.error} /> : null}
      <section className="section">
        <h2 className="sec-h">{t('versions.title')}</h2>
        {view.versions.length === 0 ? (
          <p className="muted">{t('versions.none')}</p>
        ) : (
          <ol className="cal-versions">
            {view.versions.map(({ version }, at) => (
              <One key={version} view={view} at={at} use={use} />
            ))}
          </ol>
        )}
        <p className="cap">
          {view.positions.length > 0
            ? t('places.here', { names: names(view.positions) })
            : t('places.nowhere')}
        </p>
        {view.elsewhere.length > 0 ? (
          <p className="cap">{t('places.elsewhere', { names: names(view.elsewhere) })}</p>
        ) : null}
      </section>
      <Cards view={view} />
      <Why use={use} />
    </>
  );
}
