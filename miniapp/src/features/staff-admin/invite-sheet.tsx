import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { Role, StaffLink } from '@zhiyu/contracts/staff';
import { fieldMessage, messageOf } from '../../api/error';
import { useAct } from '../../api/query';
import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import { TextField } from '../../components/text-field';
import { DepartmentSelect } from '../staff-position/owner-selects';
import { RoleChecks } from './role-checks';

/** Invites somebody: the link that comes back is copied and handed over. */
export function InviteSheet({
  open,
  onClose,
  onInvited,
}: {
  open: boolean;
  onClose: () => void;
  onInvited: (link: StaffLink, name: string) => void;
}) {
  const { t } = useTranslation('staff');
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [roles, setRoles] = useState<Role[]>(['hr']);
  const [departmentId, setDepartmentId] = useState<string | null>(null);
  const invite = useAct(routes.inviteStaff, {
    refresh: [routes.listStaff],
    onSuccess: (link) => {
      onInvited(link, name);
      setName('');
      setEmail('');
      setRoles(['hr']);
    },
  });
  const sound = name.trim() !== '' && email.includes('@') && roles.length > 0;
  return (
    <Sheet
      open={open}
      title={t('people.invite')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('ui:cancel')}</Button>
          <Button
            look="primary"
            disabled={!sound}
            busy={invite.isPending ? t('saving') : undefined}
            onPress={() =>
              invite.mutate({ name: name.trim(), email: email.trim(), roles, departmentId })
            }
          >
            {t('people.makeLink')}
          </Button>
        </>
      }
    >
      <TextField label={t('people.name')} value={name} maxLength={60} onChange={setName} />
      <TextField
        label={t('people.email')}
        type="email"
        value={email}
        maxLength={120}
        onChange={setEmail}
        error={fieldMessage(invite.error, 'email')}
      />
      <RoleChecks roles={roles} onChange={setRoles} />
      <DepartmentSelect value={departmentId} onChange={setDepartmentId} />
      {invite.error ? (
        <p className="fault" role="alert">
          {messageOf(invite.error)}
        </p>
      ) : null}
    </Sheet>
  );
}
