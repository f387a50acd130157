import { useTranslation } from 'react-i18next';
import type { Report, Verdict } from '@zhiyu/contracts/scoring';
import { VerdictWord } from '../../components/score-bar';
import '../staff-reading/words';
import { useWords } from '../staff-shell/use-words';

/** Where voice or face weighs: the total of the words alone, the total with them, each part, and the company's ground. */
export function WeighedIn({ report }: { report: Report }) {
  const { t } = useTranslation('reading');
  const words = useWords();
  const { weighed, total } = report;
  if (!weighed || total.value === null) {
    return null;
  }
  const { voice, face } = weighed;
  const totals: [string, number, number | null, Verdict][] = [
    ['words', weighed.words.value, weighed.words.standardError, weighed.words.verdict],
    ['total', total.value, total.standardError, total.verdict],
  ];
  return (
    <section className="section weighed">
      <h2 className="sec-h">
        {t('weighed.title')}
        <span className="cap">{t('weighed.noEvidence')}</span>
      </h2>
      <dl className="pairs-list t13">
        {totals.map(([name, value, error, verdict]) => (
          <div key={name}>
            <dt>{t(`weighed.${name}`)}</dt>
            <dd className="num">
              {words.score(value)}
              {error === null ? '' : ` ${words.error(error)}`} <VerdictWord verdict={verdict} />
            </dd>
          </div>
        ))}
        {voice ? (
          <div>
            <dt>{t('weighed.voice', { share: words.percent(voice.weight) })}</dt>
            <dd className="num muted">
              {t('weighed.voiceText', {
                points: voice.value,
                rate: voice.rate,
                long: words.percent(voice.longPauses),
              })}
            </dd>
          </div>
        ) : null}
        {face ? (
          <div>
            <dt>{t('weighed.face', { share: words.percent(face.weight) })}</dt>
            <dd className="num muted">
              {t('weighed.faceText', { points: face.value, seen: words.percent(face.seen) })}
            </dd>
          </div>
        ) : null}
        <div>
          <dt>{t('weighed.ground')}</dt>
          <dd className="pre">{weighed.ground}</dd>
        </div>
      </dl>
      {weighed.words.verdict === total.verdict ? null : (
        <p className="t13">{t('weighed.differ')}</p>
      )}
    </section>
  );
}
