import { useTranslation } from 'react-i18next';
import type { PotentialMark, Report } from '@zhiyu/contracts/scoring';
import { StateWord } from '../../components/glyph';
import { ScoreFigure } from '../../components/score-bar';
import '../staff-reading/words';
import { useWords } from '../staff-shell/use-words';
import { Quote } from './quote';

/** The high-potential mark with what met it; who does not meet it is not labelled. */
export function Potential({ mark, report }: { mark: PotentialMark | null; report: Report }) {
  const { t } = useTranslation('reading');
  const words = useWords();
  if (mark === null || mark.standing === 'unmet') {
    return null;
  }
  return (
    <section className="section">
      <h2 className="sec-h">
        {t('potential.title')}
        <span className="cap">{t('potential.note')}</span>
      </h2>
      <p>
        <StateWord of={mark.standing === 'met' ? 'pass' : 'hold'}>
          {t(`potential.${mark.standing}`)}
        </StateWord>
      </p>
      <ul className="findings">
        {mark.conditions.map((one) => (
          <li key={one.code ?? ''}>
            <p className="mid num">
              {one.code === null ? t('potential.total') : one.name}{' '}
              <ScoreFigure value={one.value} standardError={one.standardError} />{' '}
              <span className="muted t13">
                {t('potential.least', { need: words.score(one.least) })}
              </span>
            </p>
            {one.evidence.map((evidence) => (
              <Quote
                key={`${evidence.answerId}${evidence.start}`}
                evidence={evidence}
                answers={report.answers}
              />
            ))}
          </li>
        ))}
      </ul>
      <p className="cap">{t('potential.rule')}</p>
    </section>
  );
}
