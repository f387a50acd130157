import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BatchEffect, IntakeBatch } from '@zhiyu/contracts/intake-batch';
import { routes } from '@zhiyu/contracts/routes';
import { useAct, useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import { Awaited, Failed } from '../../components/state';
import { useToast } from '../../components/toast';
import { hrefOf } from '../staff-shell/address.shared';
import { useWords } from '../staff-shell/use-words';
import { touched } from './touched.shared';

/** Names that are said; of more their number. */
const NAMED = 20;

function Names({
  people,
}: {
  people: readonly { applicationId: string; candidateName: string }[];
}) {
  const { t } = useTranslation('file');
  const rest = people.length - NAMED;
  return (
    <p className="t13">
      {people
        .slice(0, NAMED)
        .map(({ candidateName }) => candidateName)
        .join(t('batch.and'))}
      {rest > 0 ? t('batch.more', { count: rest }) : ''}
    </p>
  );
}

/** What would go and what stays, each with the reason. */
function Effect({ effect: { goes, stays } }: { effect: BatchEffect }) {
  const { t } = useTranslation('file');
  const fresh = goes.filter(({ newPerson }) => newPerson);
  const known = goes.filter(({ newPerson }) => !newPerson);
  return (
    <div className="batch-effect">
      {fresh.length === 0 ? null : (
        <section>
          <h3 className="t14 mid">{t('batch.goes', { count: fresh.length })}</h3>
          <Names people={fresh} />
          <p className="t13 muted">{t('batch.goesMore')}</p>
        </section>
      )}
      {known.length === 0 ? null : (
        <section>
          <h3 className="t14 mid">{t('batch.goesKnown', { count: known.length })}</h3>
          <Names people={known} />
          <p className="t13 muted">{t('batch.goesKnownMore')}</p>
        </section>
      )}
      {goes.length === 0 ? <p>{t('batch.nothing')}</p> : null}
      {stays.length === 0 ? null : (
        <section>
          <h3 className="t14 mid">{t('batch.stays', { count: stays.length })}</h3>
          <ul className="batch-stays t13">
            {stays.map(({ applicationId: id, candidateName, why }) => (
              <li key={id}>
                <a className="link" href={hrefOf('file', { id })}>
                  {candidateName}
                </a>
                <span className="muted">{t(`batch.why.${why}`)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {goes.length === 0 ? null : <p className="cap">{t('batch.log')}</p>}
    </div>
  );
}

function TakeBackSheet({
  id,
  onDone,
  onClose,
}: {
  id: string;
  onDone: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('file');
  const say = useToast();
  const effect = useRoute(routes.batchEffect, { id });
  const go = useAct(routes.takeBackBatch, {
    refresh: [...touched, routes.batchEffect, routes.inbox],
    onSuccess: ({ batch: { takenBack } }) => {
      say(t('batch.done', { removed: takenBack?.removed ?? 0, stayed: takenBack?.stayed ?? 0 }));
      onDone();
      onClose();
    },
  });
  const count = effect.data?.goes.length ?? 0;
  return (
    <Sheet
      open
      title={t('batch.title')}
      onClose={onClose}
      footer={
        <>
          <Button className="touch" onPress={onClose}>
            {t(count === 0 ? 'ui:close' : 'ui:cancel')}
          </Button>
          {count === 0 ? null : (
            <Button
              look="danger"
              className="touch"
              busy={go.isPending ? t('batch.going') : undefined}
              onPress={() => go.mutate({ id })}
            >
              {t('batch.go', { count })}
            </Button>
          )}
        </>
      }
    >
      <Awaited query={effect}>{(data) => <Effect effect={data} />}</Awaited>
      {go.error ? <Failed error={go.error} /> : null}
    </Sheet>
  );
}

function Row({ batch, onOpen }: { batch: IntakeBatch; onOpen: () => void }) {
  const { t } = useTranslation('file');
  const words = useWords();
  const { kind, at, by, count, takenBack } = batch;
  return (
    <li>
      <span className="grow">
        <span className="mid">{t(`batch.kind.${kind}`, { count })}</span>
        <span className="muted num">
          {words.moment(at)} · {by}
        </span>
        {takenBack === null ? null : (
          <span className="muted">
            {t('batch.taken', { ...takenBack, at: words.moment(takenBack.at) })}
          </span>
        )}
      </span>
      {takenBack === null ? (
        <Button size="small" className="touch" onPress={onOpen}>
          {t('batch.open')}
        </Button>
      ) : null}
    </li>
  );
}

/** What was handed in together for a position, the newest first, and the way to take it back. */
export function Batches({
  positionId,
  onTakenBack,
}: {
  positionId: string;
  onTakenBack: () => void;
}) {
  const { t } = useTranslation('file');
  const list = useRoute(routes.listBatches, { id: positionId });
  const [open, setOpen] = useState<string | null>(null);
  const batches = list.data?.batches ?? [];
  if (batches.length === 0 && !list.error) {
    return null;
  }
  return (
    <section className="section batches">
      <h2 className="sec-h">{t('batch.section')}</h2>
      <Awaited query={list}>
        {() => (
          <ul className="batch-rows t13">
            {batches.map((batch) => (
              <Row key={batch.id} batch={batch} onOpen={() => setOpen(batch.id)} />
            ))}
          </ul>
        )}
      </Awaited>
      {open === null ? null : (
        <TakeBackSheet id={open} onDone={onTakenBack} onClose={() => setOpen(null)} />
      )}
    </section>
  );
}
