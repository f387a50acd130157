import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { BlindAnswer, CalibrationView } from '@zhiyu/contracts/calibration';
import { useAct } from '../../api/query';
import { Button } from '../../components/button';
import { Empty, Failed } from '../../components/state';
import { useToast } from '../../components/toast';
import { textIn } from '../../locales';
import { points, type Scale } from './calibration.shared';
import { keepView, useGrading } from './use-grading';

const scales: readonly Scale[] = ['levels', 'points'];

function Progress({ answers, at }: { answers: readonly BlindAnswer[]; at: number }) {
  const { t } = useTranslation('calibration');
  const done = answers.filter(({ state }) => state !== 'open').length;
  const where = { at: Math.min(at + 1, answers.length), of: answers.length };
  return (
    <>
      <p className="cal-top">
        <b>{at < answers.length ? t('grade.count', where) : t('grade.done', { n: done })}</b>
        <span className="cap">{t('grade.blind')}</span>
      </p>
      <div
        className="cal-progress"
        role="progressbar"
        aria-label={t('grade.done', { n: done })}
        aria-valuemin={0}
        aria-valuemax={answers.length}
        aria-valuenow={done}
      >
        {answers.map(({ id, state }, i) => (
          <i key={id} className={i === at ? 'now' : state} />
        ))}
      </div>
    </>
  );
}

function Steps({
  view,
  scale,
  chosen,
  onChoose,
}: {
  view: CalibrationView;
  scale: Scale;
  chosen: number | null;
  onChoose: (step: number) => void;
}) {
  const { t } = useTranslation('calibration');
  const anchors = [...view.anchors].sort((a, b) => a.level - b.level);
  if (scale === 'points') {
    return (
      <>
        <div className="cal-points" role="radiogroup" aria-label={t('grade.point')}>
          {points.map((one) => (
            <button
              key={one}
              type="button"
              role="radio"
              className="num"
              aria-checked={chosen === one}
              onClick={() => onChoose(one)}
            >
              {one}
            </button>
          ))}
        </div>
        <ul className="cal-anchors cap">
          {anchors.map(({ level, text }) => (
            <li key={level}>
              <span className="num">{(level - 1) * 2.5}</span> {textIn(text)}
            </li>
          ))}
        </ul>
      </>
    );
  }
  return (
    <div className="cal-levels" role="radiogroup" aria-label={t('grade.anchors')}>
      {anchors.map(({ level, text }) => (
        <button
          key={level}
          type="button"
          role="radio"
          aria-checked={chosen === level}
          onClick={() => onChoose(level)}
        >
          <span className="num cal-step" aria-label={t('grade.level', { n: level })}>
            {level}
          </span>
          <span className="grow">{textIn(text)}</span>
          <kbd aria-hidden="true">{t('grade.press', { key: level })}</kbd>
        </button>
      ))}
    </div>
  );
}

function More({ view, said }: { view: CalibrationView; said: boolean }) {
  const { t } = useTranslation('calibration');
  const say = useToast();
  const draw = useAct(routes.drawAnswers, {
    onSuccess: (next) => {
      keepView(next);
      if (next.answers.length === view.answers.length) {
        say(t('grade.moreNone'));
      }
    },
  });
  return (
    <Empty
      title={t(said ? 'grade.all' : 'grade.empty')}
      action={
        <Button
          className="touch"
          busy={draw.isPending ? t('grade.moreBusy') : undefined}
          onPress={() => draw.mutate({ id: view.id })}
        >
          {t('grade.more')}
        </Button>
      }
    >
      {t(said ? 'grade.allMore' : 'grade.emptyMore')}
    </Empty>
  );
}

/** One answer after the other, blind: its words, the anchors, the grade. */
export function Grading({ view }: { view: CalibrationView }) {
  const { t } = useTranslation('calibration');
  const grading = useGrading(view);
  const { at, answer, scale, chosen, act } = grading;
  const words = useRef<HTMLDivElement>(null);
  const shown = answer?.id;
  const first = useRef(shown);
  useEffect(() => {
    if (shown !== first.current) {
      words.current?.focus();
    }
    first.current = shown;
  }, [shown]);
  if (view.answers.length === 0) {
    return <More view={view} said={false} />;
  }
  const inWords = chosen === null ? '' : chosen;
  return (
    <section className="cal-grading" aria-label={t('title')}>
      <Progress answers={view.answers} at={at} />
      <p className="muted cal-question">
        {textIn(view.text)} {t('grade.what', { name: '' })}
        <b>{textIn(view.dimensionName)}</b>
      </p>
      {answer === undefined ? (
        <More view={view} said />
      ) : (
        <>
          <div
            ref={words}
            className="cal-words pre"
            tabIndex={-1}
            lang={answer.language}
            aria-live="polite"
          >
            {answer.words === '' ? <p className="muted">{t('grade.gone')}</p> : answer.words}
          </div>
          {answer.words === '' ? null : (
            <>
              <div className="seg cal-scale" role="group" aria-label={t('grade.scale')}>
                {scales.map((one) => (
                  <button
                    key={one}
                    type="button"
                    aria-pressed={one === scale}
                    onClick={() => grading.rate(one)}
                  >
                    {t(`grade.${one}`)}
                  </button>
                ))}
              </div>
              <Steps view={view} scale={scale} chosen={chosen} onChoose={grading.setChosen} />
            </>
          )}
          {answer.state === 'skipped' ? <p className="cap">{t('grade.skipped')}</p> : null}
        </>
      )}
      {act.error ? <Failed error={act.error} /> : null}
      <p className="cal-acts">
        {answer === undefined ? null : answer.words === '' ? (
          <Button className="touch" onPress={() => grading.go(at + 1)}>
            {t('grade.forward')}
          </Button>
        ) : (
          <>
            <Button
              look="primary"
              size="big"
              disabled={chosen === null}
              busy={act.isPending ? t('staff:saving') : undefined}
              onPress={grading.save}
            >
              {chosen === null
                ? t(scale === 'levels' ? 'grade.saveFirst' : 'grade.saveFirstPoints')
                : t(scale === 'levels' ? 'grade.save' : 'grade.savePoints', {
                    level: inWords,
                    points: inWords,
                  })}
            </Button>
            <Button size="big" onPress={() => grading.give(null)}>
              {t('grade.skip')}
            </Button>
          </>
        )}
        {at === 0 ? null : (
          <Button look="plain" size="big" onPress={grading.back}>
            {t('grade.back')}
          </Button>
        )}
      </p>
      <p className="cap cal-keys">{t(scale === 'levels' ? 'grade.keys' : 'grade.keysPoints')}</p>
      <People view={view} onLook={grading.go} />
    </section>
  );
}

function People({ view, onLook }: { view: CalibrationView; onLook: (at: number) => void }) {
  const { t } = useTranslation('calibration');
  const { between } = view;
  const first = view.answers.findIndex(({ id }) => id === between?.apart[0]?.id);
  const said = (name: 'kappa' | 'icc') => {
    const of = between?.agreement[name];
    return of
      ? [
          t(`people.${name}`, {
            value: of.value.toFixed(2),
            low: of.low.toFixed(2),
            high: of.high.toFixed(2),
          }),
        ]
      : [];
  };
  return (
    <section className="section">
      <h2 className="sec-h">
        {t('people.title')}
        <span className="cap">{t('people.more')}</span>
      </h2>
      {between === null ? (
        <p className="muted">{t('people.alone')}</p>
      ) : (
        <div className="cal-people">
          <p>
            {[t('people.between', { ...between }), ...said('kappa'), ...said('icc')].join(
              t('staff:comma'),
            )}
          </p>
          {between.apart.length === 0 || first < 0 ? null : (
            <p className="row">
              <span className="state hold">
                {t('people.apart', { count: between.apart.length })}
              </span>
              <Button size="small" onPress={() => onLook(first)}>
                {t('people.look')}
              </Button>
            </p>
          )}
        </div>
      )}
    </section>
  );
}
