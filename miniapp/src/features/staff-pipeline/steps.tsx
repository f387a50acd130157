import { useTranslation } from 'react-i18next';
import { hrefOf, type Params } from '../staff-shell/address.shared';
import { useWords } from '../staff-shell/use-words';
import { lastStageOf } from '../staff-board/funnel.shared';
import type { PipelineColumn } from './columns.shared';
import './words';

/** The funnel: who came how far, who stands where now, and for how long. */
export function Steps({ columns, params }: { columns: readonly PipelineColumn[]; params: Params }) {
  const { t } = useTranslation(['pipeline', 'staff']);
  const words = useWords();
  return (
    <ol className="volumes">
      {columns.map((column) => (
        <li key={column.name}>
          <a href={hrefOf('applications', { ...params, stage: lastStageOf(column.name) })}>
            {t(`staff:column.${column.name}`)}
          </a>
          <span className="vol" aria-hidden="true">
            <i style={{ width: `${column.volume * 100}%` }} />
          </span>
          <span className="num volumes-n">
            <b className="mid">{t('funnel.here', { n: column.here })}</b>
            <span className="cap">{t('funnel.reached', { n: column.reached })}</span>
          </span>
          <span className="num cap volumes-p">
            {column.fromBefore === null
              ? ''
              : t('funnel.fromBefore', { percent: words.percent(column.fromBefore) })}
          </span>
          <span className="num cap volumes-d">
            {column.days === null ? '' : t('funnel.days', { days: column.days })}
          </span>
        </li>
      ))}
    </ol>
  );
}
