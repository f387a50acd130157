import { useTranslation } from 'react-i18next';
import type { Role } from '@zhiyu/contracts/staff';
import { roleNames } from './admin.shared';

/** Roles with what each may do, in words. */
export function RoleChecks({
  roles,
  onChange,
}: {
  roles: readonly Role[];
  onChange: (roles: Role[]) => void;
}) {
  const { t } = useTranslation('staff');
  return (
    <fieldset className="reasons">
      <legend className="t13 mid">{t('people.roles')}</legend>
      {roleNames.map((role) => (
        <label key={role} className="touch">
          <input
            type="checkbox"
            className="check"
            checked={roles.includes(role)}
            onChange={(event) =>
              onChange(
                event.target.checked ? [...roles, role] : roles.filter((one) => one !== role),
              )
            }
          />
          <span>
            {t(`role.${role}`)} <span className="cap">{t(`roleMore.${role}`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
