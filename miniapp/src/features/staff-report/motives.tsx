import { useTranslation } from 'react-i18next';
import { motiveKinds } from '@zhiyu/contracts/motives';
import type { Report } from '@zhiyu/contracts/scoring';
import { Said } from './said';
import './motives.scss';

/** What the candidate said to look for in work: facts beside the score; what was not said stays unknown. */
export function Motives({ report }: { report: Report }) {
  const { t } = useTranslation('staff');
  const { motives } = report;
  if (!motives) return null;
  const silent = motiveKinds.filter((kind) => motives.said.every((one) => one.kind !== kind));
  const names = silent
    .map((kind) => t(`assessed:motives.kind.${kind}`))
    .join(t('assessed:motives.and'));
  return (
    <section className="section">
      <h2 className="sec-h">
        {t('assessed:motives.title')}
        <span className="cap">{t('assessed:motives.note')}</span>
      </h2>
      <dl className="motives">
        {motives.said.map(({ kind, stance, passage }) => (
          <div key={`${kind} ${passage.answerId} ${passage.start}`} className="motive">
            <dt>
              <span className="mid">{t(`assessed:motives.kind.${kind}`)}</span>
              <span className="cap">{t(`assessed:motives.stance.${stance}`)}</span>
            </dt>
            <dd>
              <Said passage={passage} report={report} />
            </dd>
          </div>
        ))}
      </dl>
      {silent.length === 0 ? null : (
        <p className="cap">
          {t(motives.asked ? 'assessed:motives.silent' : 'assessed:motives.notAsked', { names })}
        </p>
      )}
    </section>
  );
}
