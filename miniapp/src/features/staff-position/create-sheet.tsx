import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import { messageOf } from '../../api/error';
import { useAct, useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import { Awaited } from '../../components/state';
import { TextField } from '../../components/text-field';
import { textIn } from '../../locales';
import { goTo } from '../staff-shell/address';
import { pagePath } from '../staff-shell/address.shared';
import { useMe } from '../staff-shell/use-me';
import { DepartmentSelect, StaffSelect } from './owner-selects';

/** A new position from a template: anchors and questions are already written. */
export function CreateSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('staff');
  const me = useMe();
  const templates = useRoute(routes.templates, {}, { enabled: open });
  const [template, setTemplate] = useState('');
  const [headcount, setHeadcount] = useState('1');
  const [departmentId, setDepartmentId] = useState<string | null>(null);
  const [ownerId, setOwnerId] = useState<string | null>(null);
  const create = useAct(routes.createPosition, {
    refresh: [routes.listPositions, routes.dashboard],
    onSuccess: ({ id }) => {
      onClose();
      goTo(pagePath('position', { id }));
    },
  });
  const count = Number(headcount);
  const sound = template !== '' && Number.isInteger(count) && count >= 1 && count <= 9999;
  return (
    <Sheet
      open={open}
      title={t('position.create')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('ui:cancel')}</Button>
          <Button
            look="primary"
            disabled={!sound}
            busy={create.isPending ? t('saving') : undefined}
            onPress={() =>
              create.mutate({
                template,
                headcount: count,
                departmentId,
                ownerId: ownerId ?? me.data?.id ?? null,
              })
            }
          >
            {t('position.createGo')}
          </Button>
        </>
      }
    >
      <Awaited query={templates}>
        {(data) => (
          <fieldset className="reasons">
            <legend className="t13 mid">{t('position.template')}</legend>
            {data.templates.map(({ code, name, questions }) => (
              <label key={code} className="touch">
                <input
                  type="radio"
                  name="template"
                  checked={template === code}
                  onChange={() => setTemplate(code)}
                />
                {textIn(name)}
                <span className="cap">{t('position.templateQuestions', { count: questions })}</span>
              </label>
            ))}
          </fieldset>
        )}
      </Awaited>
      <TextField
        label={t('position.headcount')}
        type="number"
        inputMode="numeric"
        value={headcount}
        onChange={setHeadcount}
      />
      <DepartmentSelect value={departmentId} onChange={setDepartmentId} />
      <StaffSelect
        label={t('position.owner')}
        value={ownerId ?? me.data?.id ?? null}
        onChange={setOwnerId}
      />
      {create.error ? (
        <p className="fault" role="alert">
          {messageOf(create.error)}
        </p>
      ) : null}
    </Sheet>
  );
}
