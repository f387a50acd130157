import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import { useRoute } from '../../api/query';
import { Awaited } from '../../components/state';
import { columnsOf } from '../staff-pipeline/columns.shared';
import '../staff-pipeline/words';
import { hrefOf } from '../staff-shell/address.shared';
import { useWords } from '../staff-shell/use-words';
import { lastStageOf } from './funnel.shared';

/** How far the people of one position came: how many ever reached a step, their share of the step before, who is there now. */
export function Reached({ positionId }: { positionId: string }) {
  const { t } = useTranslation(['staff', 'pipeline']);
  const words = useWords();
  const pipeline = useRoute(routes.pipeline, { positionId });
  return (
    <Awaited query={pipeline}>
      {(data) => (
        <>
          <ol className="funnel reached">
            {columnsOf(data).map((column) => (
              <li key={column.name}>
                <a
                  className="reach"
                  href={hrefOf('applications', {
                    position: positionId,
                    stage: lastStageOf(column.name),
                  })}
                >
                  {t(`column.${column.name}`)}
                  {column.here === 0 ? null : (
                    <small className="cap num">
                      {t('pipeline:funnel.here', { n: column.here })}
                    </small>
                  )}
                </a>
                <span className="vol" aria-hidden="true">
                  <i style={{ width: `${column.volume * 100}%` }} />
                </span>
                <b className="num mid right">{column.reached}</b>
                <span className="num cap right">
                  {column.fromBefore === null ? '' : words.percent(column.fromBefore)}
                </span>
              </li>
            ))}
          </ol>
          <p className="cap">{t('manager.funnelNote')}</p>
        </>
      )}
    </Awaited>
  );
}
