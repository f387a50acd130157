import { useTranslation } from 'react-i18next';
import { hrefOf } from '../staff-shell/address.shared';
import { useWords } from '../staff-shell/use-words';
import { endedOf, funnelOf, lastStageOf, type BoardPosition } from './funnel.shared';

/** Where the people of a position stand who are on the way: a number and a bar. */
export function Funnel({ position }: { position: BoardPosition }) {
  const { t } = useTranslation('staff');
  return (
    <ol className="funnel">
      {funnelOf(position).map((column) => (
        <li key={column.name}>
          <a
            className="reach"
            href={hrefOf('applications', {
              position: position.id,
              stage: lastStageOf(column.name),
            })}
          >
            {t(`column.${column.name}`)}
          </a>
          <span className="vol" aria-hidden="true">
            <i style={{ width: `${column.volume * 100}%` }} />
          </span>
          <b className="num mid right">{column.here}</b>
        </li>
      ))}
    </ol>
  );
}

/** 不通过 12，退出 3. */
export function Ended({ position }: { position: BoardPosition }) {
  const { t } = useTranslation('staff');
  const words = useWords();
  const list = endedOf(position);
  return list.length === 0 ? null : (
    <p className="cap num">
      {t('board.ended')}
      {list.map(({ stage, count }) => `${words.stage(stage)} ${count}`).join(t('comma'))}
    </p>
  );
}
