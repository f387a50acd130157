import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { InternalView } from '@zhiyu/contracts/performance';
import { useAct, useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import { Awaited, Failed } from '../../components/state';
import { TextField } from '../../components/text-field';
import { useWords } from '../staff-shell/use-words';

const refresh = [routes.performance, routes.timeline];

function Enter({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('file');
  const [period, setPeriod] = useState('');
  const [rating, setRating] = useState('');
  const [note, setNote] = useState('');
  const add = useAct(routes.addPerformance, { refresh, onSuccess: onClose });
  const ready = period.trim() !== '' && rating.trim() !== '';
  return (
    <Sheet
      open
      title={t('internal.enter')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('ui:cancel')}</Button>
          <Button
            look="primary"
            disabled={!ready}
            busy={add.isPending ? t('staff:saving') : undefined}
            onPress={() => add.mutate({ id, period, rating, note })}
          >
            {t('internal.save')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('internal.period')}
        hint={t('internal.periodHint')}
        value={period}
        maxLength={60}
        onChange={setPeriod}
      />
      <TextField
        label={t('internal.rating')}
        hint={t('internal.ratingHint')}
        value={rating}
        maxLength={60}
        onChange={setRating}
      />
      <TextField label={t('internal.note')} value={note} maxLength={1000} onChange={setNote} />
      {add.error ? <Failed error={add.error} /> : null}
    </Sheet>
  );
}

function Records({ id, mayEnter }: { id: string; mayEnter: boolean }) {
  const { t } = useTranslation('file');
  const words = useWords();
  const list = useRoute(routes.performance, { id });
  const remove = useAct(routes.removePerformance, { refresh });
  return (
    <Awaited query={list}>
      {({ records }) => (
        <>
          {records.length === 0 ? (
            <p className="muted records-none">{t('internal.none')}</p>
          ) : (
            <ul className="records">
              {records.map((one) => (
                <li key={one.id}>
                  <span className="num faint">{one.period}</span>
                  <b className="mid">{one.rating}</b>
                  <span>
                    {one.note}
                    <span className="muted">
                      {t('internal.by', { by: one.by, at: words.day(one.at) })}
                    </span>
                    {mayEnter ? (
                      <button
                        type="button"
                        className="link"
                        onClick={() => remove.mutate({ id, record: one.id })}
                      >
                        {t('internal.remove')}
                      </button>
                    ) : null}
                  </span>
                </li>
              ))}
            </ul>
          )}
          {remove.error ? <Failed error={remove.error} /> : null}
        </>
      )}
    </Awaited>
  );
}

function Inside({ id, view }: { id: string; view: InternalView }) {
  const { t } = useTranslation('file');
  const words = useWords();
  const [entering, setEntering] = useState(false);
  const { employee, byLink, maySee, mayEnter } = view;
  if (employee === null && !byLink) {
    return null;
  }
  return (
    <section className="section">
      <h2 className="sec-h">{t('internal.section')}</h2>
      <p className="t13 records-none">
        {employee === null
          ? t('internal.notFound')
          : t('internal.employee', {
              department: employee.department ?? t('internal.noDepartment'),
              since: words.day(employee.since),
            })}
      </p>
      {maySee ? (
        <Records id={id} mayEnter={mayEnter} />
      ) : (
        <p className="muted t13">{t('internal.denied')}</p>
      )}
      {mayEnter ? (
        <Button size="small" onPress={() => setEntering(true)}>
          {t('internal.enter')}
        </Button>
      ) : null}
      {entering ? <Enter id={id} onClose={() => setEntering(false)} /> : null}
    </section>
  );
}

/** Somebody who works here applies: who, and past performance for those who may see it (R6). */
export function InternalPart({ id }: { id: string }) {
  const view = useRoute(routes.internalView, { id });
  return <Awaited query={view}>{(data) => <Inside id={id} view={data} />}</Awaited>;
}
