import { useTranslation } from 'react-i18next';
import type { AgreementView, Interval, Lesson } from '@zhiyu/contracts/calibration';
import { apartCounts, cellsOf, levels, twoPlaces } from './calibration.shared';

/** Dots in one cell beyond which a number says it better. */
const mostDots = 6;

function Grid({ lesson, side }: { lesson: Lesson; side: 'before' | 'after' }) {
  const { t } = useTranslation('calibration');
  const cells = cellsOf(lesson, side);
  const counts = apartCounts(lesson, side);
  const label = t('lesson.grid', { name: t(`lesson.${side}`), ...counts });
  return (
    <figure className="cal-grid">
      <figcaption>
        <b>{t(`lesson.${side}`)}</b>{' '}
        <span className="muted">{t('lesson.same', { n: counts.same })}</span>
      </figcaption>
      <div className="cal-cells" role="img" aria-label={label}>
        {[...levels].reverse().map((given) => (
          <div key={given} className="cal-line" aria-hidden="true">
            <span className="num faint">{given}</span>
            {levels.map((machine) => {
              const n = cells.get(`${given} ${machine}`) ?? 0;
              const far = Math.min(2, Math.abs(given - machine));
              return (
                <span key={machine} className={`cal-cell ${far === 0 ? 'on' : ''}`}>
                  {n > mostDots ? (
                    <b className="num">{n}</b>
                  ) : (
                    Array.from({ length: n }, (_, i) => <i key={i} className={`far${far}`} />)
                  )}
                </span>
              );
            })}
          </div>
        ))}
        <div className="cal-line cal-foot" aria-hidden="true">
          <span />
          {levels.map((machine) => (
            <span key={machine} className="num faint">
              {machine}
            </span>
          ))}
        </div>
      </div>
    </figure>
  );
}

const place = (value: number) => `${Math.min(1, Math.max(0, value)) * 100}%`;

function Measure({ of, side }: { of: Interval | null; side: 'before' | 'after' }) {
  const { t } = useTranslation('calibration');
  return (
    <div className={`cal-measure ${side}`}>
      <span className="muted">{t(`lesson.${side}`)}</span>
      <span className="cal-track" aria-hidden="true">
        {of === null ? null : (
          <>
            <i
              style={{
                left: place(of.low),
                width: `calc(${place(of.high)} - ${place(of.low)})`,
              }}
            />
            <b style={{ left: place(of.value) }} />
          </>
        )}
      </span>
      <span className="num cal-value">
        {of === null ? t('lesson.unsaid') : twoPlaces(of.value)}
        {of === null ? null : (
          <span className="muted">
            {' '}
            {twoPlaces(of.low)}–{twoPlaces(of.high)}
          </span>
        )}
      </span>
    </div>
  );
}

const measures = ['kappa', 'pearson', 'icc'] as const satisfies (keyof AgreementView)[];

/** What was learned from people's grades, how well it agrees before and after, and how far to trust it. */
export function LessonView({ lesson }: { lesson: Lesson }) {
  const { t } = useTranslation('calibration');
  const { before, after, gain } = lesson;
  return (
    <>
      <p className={`cal-trust ${lesson.trust}`}>
        {t(`lesson.trust.${lesson.trust}`, { before: before.same, after: after.same })}
      </p>
      <h2 className="sec-h">
        {t('lesson.you')}
        <span className="cap">{t('lesson.youMore', { n: lesson.answers })}</span>
      </h2>
      <div className="cal-grids">
        <Grid lesson={lesson} side="before" />
        <Grid lesson={lesson} side="after" />
      </div>
      <p className="cap">{t('lesson.axes')}</p>
      <h2 className="sec-h section cal-head">
        {t('lesson.agree')}
        <span className="cap">{t('lesson.value')}</span>
      </h2>
      <dl className="cal-measures">
        {measures.map((name) => (
          <div key={name}>
            <dt>{t(`lesson.${name}`)}</dt>
            <dd>
              <Measure of={before[name]} side="before" />
              <Measure of={after[name]} side="after" />
            </dd>
          </div>
        ))}
      </dl>
      <p className="cap cal-said">
        {t('lesson.error', {
          before: twoPlaces(before.meanError),
          after: twoPlaces(after.meanError),
        })}
        {gain === null
          ? null
          : t('lesson.gain', {
              value: twoPlaces(gain.value),
              low: twoPlaces(gain.low),
              high: twoPlaces(gain.high),
            })}
        {t('lesson.bounds')}
      </p>
    </>
  );
}
