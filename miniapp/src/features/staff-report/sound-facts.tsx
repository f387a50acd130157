import { useTranslation } from 'react-i18next';
import type { SoundReport, SoundSummary } from '@zhiyu/contracts/signals';

type Row = [name: string, value: string];

/** What was measured, in words; a number that is not known has no row. */
function useRows(summary: SoundSummary): Row[] {
  const { t } = useTranslation('staff');
  const { pauses, latency, perMinute, syllablesPerSecond, medianHz, rangeSemitones } = summary;
  const both = (...parts: string[]) => parts.filter(Boolean).join(t('comma'));
  const told = (name: string, n: number | null) => (n === null ? '' : t(`sound.${name}`, { n }));
  const rows: Row[] = [
    ['speech', t('sound.seconds', { n: Math.round(summary.speechSeconds) })],
    ['latency', told('seconds', latency)],
    [
      'pauses',
      both(
        t('sound.times', { n: pauses.count }),
        pauses.longest === null ? '' : t('sound.pauseSeconds', { n: pauses.seconds }),
        told('longest', pauses.longest),
      ),
    ],
    ['pace', both(told('perMinute', perMinute), told('syllables', syllablesPerSecond))],
    ['pitch', both(told('hertz', medianHz), told('semitones', rangeSemitones))],
    ['loudness', told('decibels', summary.rangeDb)],
    [
      'quality',
      summary.faults.length === 0
        ? t('sound.clear')
        : both(...summary.faults.map((fault) => t(`sound.fault.${fault}`))),
    ],
  ];
  return rows.filter(([, value]) => value !== '');
}

function Measured({ summary }: { summary: SoundSummary }) {
  const { t } = useTranslation('staff');
  const rows = useRows(summary);
  return (
    <>
      <dl className="pairs-list t13">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`sound.${name}`)}</dt>
            <dd className="num muted">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="cap">
        {t('sound.origin', {
          measured: summary.measured,
          recorded: summary.recorded,
          engine: summary.engines.join(' / '),
        })}
      </p>
    </>
  );
}

/** Facts of the voice: grey, no bar, no good or bad. */
export function Sound({ sound, weighs }: { sound: SoundReport; weighs: boolean }) {
  const { t } = useTranslation('staff');
  return (
    <section className="section">
      <h2 className="sec-h">
        {t('sound.title')}
        <span className="cap">{t(weighs ? 'reading:weighed.sound' : 'delivery.weight')}</span>
      </h2>
      {sound.summary === null ? (
        <p className="cap">{t('sound.nothing')}</p>
      ) : (
        <Measured summary={sound.summary} />
      )}
    </section>
  );
}
