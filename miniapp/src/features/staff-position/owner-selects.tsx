import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import { useRoute } from '../../api/query';
import { useMay } from '../staff-shell/use-me';

interface SelectProps {
  value: string | null;
  onChange: (id: string | null) => void;
}

function Choice({
  label,
  value,
  onChange,
  options,
}: SelectProps & { label: string; options: readonly { id: string; name: string }[] }) {
  const { t } = useTranslation('staff');
  return (
    <label className="field">
      <span>{label}</span>
      <select
        className="select"
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      >
        <option value="">{t('none')}</option>
        {options.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A department of the company, or none. */
export function DepartmentSelect(props: SelectProps & { label?: string }) {
  const { t } = useTranslation('staff');
  const departments = useRoute(routes.departments, {});
  return (
    <Choice
      {...props}
      label={props.label ?? t('position.department')}
      options={departments.data?.departments ?? []}
    />
  );
}

/** Somebody who works here and is active, or nobody. */
export function StaffSelect(props: SelectProps & { label: string }) {
  const may = useMay();
  const staff = useRoute(routes.listStaff, {}, { enabled: may('staff.list') });
  return <Choice {...props} options={(staff.data?.staff ?? []).filter(({ active }) => active)} />;
}
