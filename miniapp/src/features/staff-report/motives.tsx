import { useTranslation } from 'react-i18next';
import { motiveKinds, motiveStances, type Motives as Told } from '@zhiyu/contracts/motives';
import type { Report } from '@zhiyu/contracts/scoring';
import { Said } from './said';
import './motives.scss';

/** Each motive once each way, with all that was said of it. */
function rowsOf({ said }: Told) {
  return motiveKinds.flatMap((kind) =>
    motiveStances.flatMap((stance) => {
      const passages = said
        .filter((one) => one.kind === kind && one.stance === stance)
        .map(({ passage }) => passage);
      return passages.length === 0 ? [] : [{ kind, stance, passages }];
    }),
  );
}

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
        {rowsOf(motives).map(({ kind, stance, passages }) => (
          <div key={`${kind} ${stance}`} className="motive">
            <dt>
              <span className="mid">{t(`assessed:motives.kind.${kind}`)}</span>
              <span className="cap">{t(`assessed:motives.stance.${stance}`)}</span>
            </dt>
            {passages.map((passage) => (
              <dd key={`${passage.answerId} ${passage.start}`}>
                <Said passage={passage} report={report} />
              </dd>
            ))}
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
