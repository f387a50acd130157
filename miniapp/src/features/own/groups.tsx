import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { groupAttributes } from '@zhiyu/contracts/group-values';
import type { OwnGroups, StatedGroups } from '@zhiyu/contracts/groups';
import { impactRoutes } from '@zhiyu/contracts/routes.impact';
import { messageOf } from '../../api/error';
import { keyOf, queryClient, useAct, useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { useToast } from '../../components/toast';

type Asked = keyof typeof groupAttributes;
const asked = Object.keys(groupAttributes) as Asked[];

const put = (own: OwnGroups) => queryClient.setQueryData(keyOf(impactRoutes.ownGroups, {}), own);

function Form({ own }: { own: OwnGroups }) {
  const { t } = useTranslation('own');
  const say = useToast();
  const [stated, setStated] = useState<StatedGroups>(own.stated ?? {});
  const save = useAct(impactRoutes.stateGroups, {
    onSuccess: (after) => {
      put(after);
      say(t('groups.saved'));
    },
  });
  const drop = useAct(impactRoutes.dropGroups, {
    onSuccess: (after) => {
      put(after);
      setStated({});
      say(t('groups.dropped'));
    },
  });
  const choose = (name: Asked, value: string) => {
    const { [name]: _before, ...others } = stated;
    setStated(value === '' ? others : { ...others, [name]: value });
  };
  const fault = save.error ?? drop.error;
  return (
    <>
      {asked.map((name) => (
        <label key={name} className="field">
          <span>{t(`groups.${name}.label`)}</span>
          <select
            className="select"
            value={stated[name] ?? ''}
            onChange={(event) => choose(name, event.target.value)}
          >
            <option value="">{t('groups.unsaid')}</option>
            {groupAttributes[name].map((value) => (
              <option key={value} value={value}>
                {t(`groups.${name}.${value}`)}
              </option>
            ))}
          </select>
        </label>
      ))}
      {fault ? (
        <p role="alert" className="apply-wrong">
          {messageOf(fault)}
        </p>
      ) : null}
      <div className="own-groups-acts">
        <Button
          disabled={Object.keys(stated).length === 0}
          busy={save.isPending ? t('candidate:sending') : undefined}
          onPress={() => save.mutate(stated)}
        >
          {t('groups.save')}
        </Button>
        {own.stated === null ? null : (
          <Button
            look="plain"
            busy={drop.isPending ? t('candidate:sending') : undefined}
            onPress={() => drop.mutate({})}
          >
            {t('groups.drop')}
          </Button>
        )}
      </div>
    </>
  );
}

/** By choice, after the interview, apart from it: something about oneself that is only ever counted. */
export function Groups() {
  const { t } = useTranslation('own');
  const { data } = useRoute(impactRoutes.ownGroups, {});
  if (!data || (!data.open && data.stated === null)) {
    return null;
  }
  return (
    <details className="own-groups">
      <summary className="t15">{t('groups.title')}</summary>
      <p className="t15">{t('groups.lead')}</p>
      <p className="t13 muted">{t('groups.note')}</p>
      <Form own={data} />
    </details>
  );
}
