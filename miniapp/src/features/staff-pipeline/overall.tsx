import { useTranslation } from 'react-i18next';
import type { Pipeline } from '@zhiyu/contracts/pipeline';
import type { Choice } from './choice.shared';
import { columnsOf } from './columns.shared';
import { Steps } from './steps';
import { Trend } from './trend';
import './pipeline.scss';

/** Funnel and trend of what was chosen, beside each other where there is room. */
export function Overall({ pipeline, choice }: { pipeline: Pipeline; choice: Choice }) {
  const { t } = useTranslation('pipeline');
  const columns = columnsOf(pipeline);
  const count = columns[0]?.reached ?? 0;
  return (
    <div className="overall">
      <section aria-labelledby="overall-funnel">
        <h2 className="sec-h" id="overall-funnel">
          {t('funnel.title')}
          <span className="cap num">{t('funnel.people', { count })}</span>
        </h2>
        {count === 0 ? (
          <p className="muted t14">{t('funnel.empty')}</p>
        ) : (
          <Steps columns={columns} params={{ ...choice }} />
        )}
        <p className="cap">{t('funnel.note')}</p>
      </section>
      <section aria-labelledby="overall-trend">
        <h2 className="sec-h" id="overall-trend">
          {t('trend.title')}
          <span className="cap">{t('trend.more')}</span>
        </h2>
        <Trend weeks={pipeline.weeks} position={choice.position} />
      </section>
    </div>
  );
}
