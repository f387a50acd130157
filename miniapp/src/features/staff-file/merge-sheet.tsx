import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { MergePreview, MergeSide } from '@zhiyu/contracts/same-person';
import { useAct, useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { StateWord } from '../../components/glyph';
import { Sheet } from '../../components/sheet';
import { Awaited, Failed } from '../../components/state';
import { useToast } from '../../components/toast';
import { useWords } from '../staff-shell/use-words';

const facts = ['phones', 'emails', 'schools', 'employers'] as const;

function Side({ side }: { side: MergeSide }) {
  const { t } = useTranslation(['file', 'staff']);
  const words = useWords();
  return (
    <section>
      <h3 className="mid">{side.name}</h3>
      {side.employee ? <p className="cap">{t('merge.employee')}</p> : null}
      <dl className="pairs-list t13">
        {facts.map((name) => (
          <div key={name}>
            <dt>{t(`merge.fact.${name}`)}</dt>
            <dd>{side[name].join(t('staff:and')) || '—'}</dd>
          </div>
        ))}
      </dl>
      <ul className="merge-applied t13">
        {side.applications.map((one) => (
          <li key={one.applicationId}>
            {one.positionName}
            <span className="muted num">
              {words.day(one.appliedAt)} · {words.stage(one.stage)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Preview({ preview }: { preview: MergePreview }) {
  const { t } = useTranslation('file');
  const { one, other, reasons, differs, bothUnderWay } = preview;
  return (
    <>
      <div className="merge-sides">
        <Side side={one} />
        <Side side={other} />
      </div>
      <ul className="merge-signs t13">
        {reasons.map((reason) => (
          <li key={reason}>
            <StateWord of="pass">{t(`merge.reason.${reason}`)}</StateWord>
          </li>
        ))}
        {differs.map((fact) => (
          <li key={fact}>
            <StateWord of="warn">{t(`merge.differs.${fact}`)}</StateWord>
          </li>
        ))}
        {bothUnderWay.map((name) => (
          <li key={name}>
            <StateWord of="hold">{t('merge.bothUnderWay', { name })}</StateWord>
          </li>
        ))}
      </ul>
      <p className="muted t13">{t('merge.after')}</p>
      <p className="muted t13">{t('merge.afterErase')}</p>
    </>
  );
}

/** Two people beside each other before somebody says that they are one. */
export function MergeSheet({
  id,
  other,
  onClose,
}: {
  id: string;
  other: string;
  onClose: () => void;
}) {
  const { t } = useTranslation('file');
  const say = useToast();
  const preview = useRoute(routes.mergePreview, { id, other });
  const refresh = [routes.personAround, routes.internalView, routes.timeline];
  const done = (text: string) => ({
    refresh,
    onSuccess: () => {
      say(text);
      onClose();
    },
  });
  const merge = useAct(routes.mergePeople, done(t('merge.done')));
  const apart = useAct(routes.keepApart, done(t('merge.apartDone')));
  const error = merge.error ?? apart.error;
  return (
    <Sheet
      open
      title={t('merge.title')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('ui:cancel')}</Button>
          <Button
            busy={apart.isPending ? t('staff:saving') : undefined}
            onPress={() => apart.mutate({ id, other })}
          >
            {t('merge.apart')}
          </Button>
          <Button
            look="primary"
            disabled={!preview.data}
            busy={merge.isPending ? t('staff:saving') : undefined}
            onPress={() => merge.mutate({ id, other })}
          >
            {t('merge.act')}
          </Button>
        </>
      }
    >
      <Awaited query={preview}>{(data) => <Preview preview={data} />}</Awaited>
      {error ? <Failed error={error} /> : null}
    </Sheet>
  );
}
