import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { Staff, StaffLink } from '@zhiyu/contracts/staff';
import { messageOf } from '../../api/error';
import { useAct, useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import { useToast } from '../../components/toast';
import { DepartmentSelect } from '../staff-position/owner-selects';
import { useMay } from '../staff-shell/use-me';
import { RoleChecks } from './role-checks';

/** Roles and department of somebody; a new link; the end of the access. */
export function PersonSheet({
  person,
  self,
  onClose,
  onLink,
}: {
  person: Staff;
  /** One cannot end one's own access. */
  self: boolean;
  onClose: () => void;
  onLink: (link: StaffLink, name: string) => void;
}) {
  const { t } = useTranslation('staff');
  const say = useToast();
  const [roles, setRoles] = useState(person.roles);
  const [departmentId, setDepartmentId] = useState(person.departmentId);
  const positions = useRoute(routes.listPositions, {}, { enabled: useMay()('position.view') });
  const owned = positions.data?.positions.filter((one) => one.ownerId === person.id).length ?? 0;
  const change = useAct(routes.changeStaff, {
    refresh: [routes.listStaff, routes.listPositions, routes.me],
    onSuccess: () => {
      say(t('ui:saved'));
      onClose();
    },
  });
  const reset = useAct(routes.resetStaff, { onSuccess: (link) => onLink(link, person.name) });
  const error = change.error ?? reset.error;
  return (
    <Sheet
      open
      title={person.name}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('ui:cancel')}</Button>
          <Button
            look="primary"
            disabled={roles.length === 0}
            busy={change.isPending ? t('saving') : undefined}
            onPress={() => change.mutate({ id: person.id, roles, departmentId })}
          >
            {t('ui:save')}
          </Button>
        </>
      }
    >
      <p className="muted">{person.email}</p>
      <RoleChecks roles={roles} onChange={setRoles} />
      <DepartmentSelect value={departmentId} onChange={setDepartmentId} />
      <div className="person-acts">
        {person.active ? (
          <Button
            busy={reset.isPending ? t('saving') : undefined}
            onPress={() => reset.mutate({ id: person.id })}
          >
            {t(person.joined ? 'people.resetLink' : 'people.newLink')}
          </Button>
        ) : null}
        {self ? null : (
          <Button
            look={person.active ? 'danger' : 'normal'}
            onPress={() => change.mutate({ id: person.id, active: !person.active })}
          >
            {t(person.active ? 'people.deactivate' : 'people.activate')}
          </Button>
        )}
      </div>
      {person.active && !self ? (
        <p className="cap">
          {t('people.deactivateMore')}
          {owned > 0 ? <b>{t('people.deactivateOwns', { count: owned })}</b> : null}
        </p>
      ) : null}
      {error ? (
        <p className="fault" role="alert">
          {messageOf(error)}
        </p>
      ) : null}
    </Sheet>
  );
}
