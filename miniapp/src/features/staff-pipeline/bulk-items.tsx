import { useTranslation } from 'react-i18next';
import { type BulkItem, bulkObstacles } from '@zhiyu/contracts/pipeline';
import { hrefOf } from '../staff-shell/address.shared';
import { useWords } from '../staff-shell/use-words';
import './bulk.scss';
import './words';

function Item({ item }: { item: BulkItem }) {
  const { t } = useTranslation('pipeline');
  const words = useWords();
  const { obstacle, stage, to, effect } = item;
  const where =
    to === stage
      ? t('bulk.stays', { stage: words.stage(stage) })
      : t('bulk.willGo', { stage: words.stage(to) });
  return (
    <li className={obstacle === null ? '' : 'bulk-out'}>
      <span className="grow">
        <b className="mid">{item.candidateName}</b>{' '}
        <span className="faint t13">{item.positionName}</span>
        <span className="muted t13 bulk-what">
          {obstacle === null
            ? `${where} · ${t(`bulk.effect.${effect}`)}`
            : `${t('bulk.leftOut')} · ${t(`bulk.obstacle.${obstacle}`)}`}
        </span>
      </span>
      {obstacle === 'look' ? (
        <a className="btn small touch" href={hrefOf('file', { id: item.id })}>
          {t('bulk.open')}
        </a>
      ) : null}
    </li>
  );
}

/** Left out for the same reason, and nothing to be done about it here: a line that opens. */
function LeftOut({ items, obstacle }: { items: readonly BulkItem[]; obstacle: 'stage' | 'right' }) {
  const { t } = useTranslation('pipeline');
  return items.length === 0 ? null : (
    <details className="bulk-left">
      <summary className="touch">
        {t('bulk.leftOutMany', { count: items.length, why: t(`bulk.obstacle.${obstacle}`) })}
      </summary>
      <ul>
        {items.map((item) => (
          <Item key={item.id} item={item} />
        ))}
      </ul>
    </details>
  );
}

/** Whom a person has to look at first, then what would happen to whom, then who is left out and why. */
export function BulkItems({ items }: { items: readonly BulkItem[] }) {
  const of = (wanted: BulkItem['obstacle']) => items.filter(({ obstacle }) => obstacle === wanted);
  return (
    <div className="bulk-items">
      <ul>
        {[...of('look'), ...of(null)].map((item) => (
          <Item key={item.id} item={item} />
        ))}
      </ul>
      {bulkObstacles.map((one) =>
        one === 'look' ? null : <LeftOut key={one} items={of(one)} obstacle={one} />,
      )}
    </div>
  );
}
