import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { ApplicationDetail } from '@zhiyu/contracts/application';
import type { Merge, PersonAround, Suspect } from '@zhiyu/contracts/same-person';
import { messageOf } from '../../api/error';
import { useAct, useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { StateWord } from '../../components/glyph';
import { Awaited } from '../../components/state';
import { useToast } from '../../components/toast';
import { hrefOf } from '../staff-shell/address.shared';
import { useWords } from '../staff-shell/use-words';
import { Who } from '../staff-shell/who';
import { EarlierLine } from './earlier-line';
import { MergeSheet } from './merge-sheet';

function Merged({ id, merge }: { id: string; merge: Merge }) {
  const { t } = useTranslation('file');
  const words = useWords();
  const say = useToast();
  const undo = useAct(routes.undoMerge, {
    refresh: [routes.personAround, routes.internalView, routes.timeline],
    onSuccess: () => say(t('merge.undone')),
  });
  return (
    <li>
      <Who id={merge.applicationId} name={merge.candidateName} size="sm" />
      <span className="grow">
        <a className="link" href={hrefOf('file', { id: merge.applicationId })}>
          {merge.candidateName}
        </a>
        <span className="muted">{t('merge.by', { by: merge.by, at: words.moment(merge.at) })}</span>
      </span>
      <Button
        size="small"
        busy={undo.isPending ? t('staff:saving') : undefined}
        onPress={() =>
          undo.mutate(
            { id, merge: merge.id },
            { onError: (error: unknown) => say(messageOf(error)) },
          )
        }
      >
        {t('merge.undo')}
      </Button>
    </li>
  );
}

function Suspected({ id, suspect }: { id: string; suspect: Suspect }) {
  const { t } = useTranslation('file');
  const words = useWords();
  const [open, setOpen] = useState(false);
  const reasons = suspect.reasons.map((one) => t(`merge.reason.${one}`)).join(t('staff:comma'));
  return (
    <li>
      <Who id={suspect.applicationId} name={suspect.candidateName} size="sm" />
      <span className="grow">
        <StateWord of="hold">{t('merge.suspect', { name: suspect.candidateName })}</StateWord>
        <span className="muted">
          {reasons} · {suspect.positionName} {words.day(suspect.appliedAt)}
        </span>
      </span>
      <Button size="small" onPress={() => setOpen(true)}>
        {t('merge.look')}
      </Button>
      {open ? (
        <MergeSheet id={id} other={suspect.applicationId} onClose={() => setOpen(false)} />
      ) : null}
    </li>
  );
}

function Lists({ id, around }: { id: string; around: PersonAround }) {
  const { t } = useTranslation('file');
  const { earlier, elsewhere, merges, suspects, mayMerge } = around;
  return (
    <>
      {suspects.length + merges.length === 0 ? null : (
        <section className="section">
          <h2 className="sec-h">{t('merge.section')}</h2>
          <ul className="people-lines t13">
            {suspects.map((one) => (
              <Suspected key={one.applicationId} id={id} suspect={one} />
            ))}
            {mayMerge ? merges.map((one) => <Merged key={one.id} id={id} merge={one} />) : null}
          </ul>
        </section>
      )}
      <section className="section">
        <h2 className="sec-h">{t('earlier.section')}</h2>
        {earlier.length === 0 ? (
          <p className="muted records-none">{t('earlier.none')}</p>
        ) : (
          <ul className="records">
            {earlier.map((one) => (
              <EarlierLine key={one.applicationId} one={one} />
            ))}
          </ul>
        )}
        {elsewhere === 0 ? null : (
          <p className="cap">{t('earlier.elsewhere', { count: elsewhere })}</p>
        )}
      </section>
    </>
  );
}

/** The same person elsewhere: what was applied for before, who is said to be the same, who may be. */
export function PersonAroundPart({ application }: { application: ApplicationDetail }) {
  const around = useRoute(routes.personAround, { id: application.id });
  return <Awaited query={around}>{(data) => <Lists id={application.id} around={data} />}</Awaited>;
}

/** One line under the name where something of it matters now: applied before, or looks like somebody. */
export function AroundLine({ id, onOpen }: { id: string; onOpen: () => void }) {
  const { t } = useTranslation('file');
  const words = useWords();
  const { data } = useRoute(routes.personAround, { id });
  const last = data?.earlier.find(({ again }) => again);
  const [suspect] = data?.suspects ?? [];
  if (!last && !suspect) {
    return null;
  }
  return (
    <p className="around-line t13">
      {last ? (
        <StateWord of="hold">
          {t('earlier.line', {
            position: last.positionName,
            at: words.day(last.appliedAt),
            stage: words.stage(last.stage),
          })}
        </StateWord>
      ) : null}
      {suspect ? (
        <StateWord of="hold">{t('merge.suspect', { name: suspect.candidateName })}</StateWord>
      ) : null}
      <button type="button" className="link" onClick={onOpen}>
        {t('earlier.open')}
      </button>
    </p>
  );
}
