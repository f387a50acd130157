import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkKind, BulkOrder, BulkPreview, StartBulk } from '@zhiyu/contracts/pipeline';
import { routes } from '@zhiyu/contracts/routes';
import { useAct, useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import { Awaited, Failed } from '../../components/state';
import { useToast } from '../../components/toast';
import { serverTime } from '../../platform/clock';
import { useSeconds } from '../staff-shell/use-seconds';
import { useWide } from '../staff-shell/use-wide';
import { BulkItems } from './bulk-items';
import type { Chosen } from './use-chosen';
import './bulk.scss';
import './words';

const kinds: readonly BulkKind[] = ['pass', 'hold', 'reject'];
const reasonsOf: Record<BulkKind, readonly StartBulk['reason'][]> = {
  pass: ['meetsRequirement', 'strongEvidence'],
  hold: ['needsTalk', 'positionFilled'],
  reject: ['belowRequirement', 'requirementMissing', 'positionFilled'],
};
const titleOf = { pass: 'bulk.titlePass', hold: 'bulk.titleHold', reject: 'bulk.titleReject' };

interface AskProps {
  kind: BulkKind;
  ids: readonly string[];
  onDone: () => void;
}

function Asked({ kind, ids, preview, onDone }: AskProps & { preview: BulkPreview }) {
  const { t } = useTranslation(['pipeline', 'staff']);
  const reasons = reasonsOf[kind];
  const [reason, setReason] = useState(reasons[0] ?? 'needsTalk');
  const start = useAct(routes.startBulk, {
    refresh: [routes.listBulk],
    onSuccess: onDone,
  });
  const { items, count } = preview;
  return (
    <div className="bulk-asked">
      <BulkItems items={items} />
      {count === 0 ? (
        <p className="muted">{t('bulk.nobody')}</p>
      ) : (
        <>
          <label className="bulk-reason">
            {t('bulk.reason')}
            <select
              className="select"
              value={reason}
              onChange={(event) =>
                setReason(reasons.find((one) => one === event.target.value) ?? reason)
              }
            >
              {reasons.map((one) => (
                <option key={one} value={one}>
                  {t(`staff:reason.${one}`)}
                </option>
              ))}
            </select>
          </label>
          <p className="cap">{t('bulk.undoable')}</p>
          {start.error ? <Failed error={start.error} /> : null}
          <Button
            look={kind === 'reject' ? 'danger' : 'primary'}
            className="touch"
            busy={start.isPending ? t('bulk.starting') : undefined}
            onPress={() => start.mutate({ kind, reason, ids: [...ids] })}
          >
            {t('bulk.start', { count })}
          </Button>
        </>
      )}
    </div>
  );
}

function Ask(props: AskProps) {
  const preview = useRoute(routes.previewBulk, { kind: props.kind, ids: props.ids.join(',') });
  return <Awaited query={preview}>{(data) => <Asked {...props} preview={data} />}</Awaited>;
}

/** What can be done with those who are chosen: each act shows first what it would do. */
export function BulkBar({ chosen }: { chosen: Chosen }) {
  const { t } = useTranslation('pipeline');
  const [kind, setKind] = useState<BulkKind | null>(null);
  // On a phone the way out stands over the list.
  const wide = useWide();
  const { ids } = chosen;
  return (
    <div className="bulk-bar" role="group" aria-label={t('bulk.label')}>
      <span className="mid" role="status">
        {t('bulk.chosen', { n: ids.length })}
      </span>
      <span className="grow" />
      {wide ? (
        <Button className="touch" look="quiet" onPress={chosen.clear}>
          {t('bulk.clear')}
        </Button>
      ) : null}
      {kinds.map((one) => (
        <Button
          key={one}
          className="touch"
          look={one === 'pass' ? 'primary' : 'normal'}
          onPress={() => setKind(one)}
        >
          {t(`bulk.${one}`)}
        </Button>
      ))}
      <Sheet
        open={kind !== null}
        title={kind === null ? '' : t(titleOf[kind], { count: ids.length })}
        onClose={() => setKind(null)}
      >
        {kind === null ? null : (
          <Ask
            kind={kind}
            ids={ids}
            onDone={() => {
              setKind(null);
              chosen.clear();
            }}
          />
        )}
      </Sheet>
    </div>
  );
}

function Order({ order }: { order: BulkOrder }) {
  const { t } = useTranslation('pipeline');
  const say = useToast();
  const seconds = useSeconds(order.runAt);
  const undo = useAct(routes.undoBulk, {
    refresh: [routes.listBulk],
    onSuccess: () => say(t('bulk.undone')),
  });
  const what = t(titleOf[order.kind], { count: order.count });
  const { decided, late } = order;
  const text =
    order.state === 'done'
      ? t('bulk.done', { what, decided }) + (late > 0 ? t('bulk.late', { late }) : '')
      : seconds === 0
        ? t('bulk.running', { what })
        : t('bulk.waiting', { what, seconds });
  return (
    <li className="bulk-order">
      <span className="grow num">{text}</span>
      {order.state === 'waiting' && seconds > 0 ? (
        <Button className="touch" onPress={() => undo.mutate({ id: order.id })}>
          {t('bulk.undo')}
        </Button>
      ) : null}
      {undo.error ? <Failed error={undo.error} /> : null}
    </li>
  );
}

/** Done orders stay in sight for so long (ms). */
const SHOWN = 5 * 60_000;
const LOOK = 5000;

/** Own orders that wait, with the way back, and what became of those just done. */
export function Orders() {
  const list = useRoute(routes.listBulk, {}, { refetchInterval: LOOK });
  const shown = (list.data?.orders ?? []).filter(
    ({ state, runAt }) => state === 'waiting' || (state === 'done' && serverTime() - runAt < SHOWN),
  );
  return shown.length === 0 ? null : (
    <ul className="bulk-orders">
      {shown.map((order) => (
        <Order key={order.id} order={order} />
      ))}
    </ul>
  );
}
