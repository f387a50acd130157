import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { DepartmentList } from '@zhiyu/contracts/staff';
import { messageOf } from '../../api/error';
import { useAct, useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import { Awaited, Empty } from '../../components/state';
import { TextField } from '../../components/text-field';
import { DepartmentSelect, StaffSelect } from '../staff-position/owner-selects';
import { useMay } from '../staff-shell/use-me';

type Department = DepartmentList['departments'][number];

function DepartmentSheet({
  department,
  onClose,
}: {
  department: Department | 'new';
  onClose: () => void;
}) {
  const { t } = useTranslation('staff');
  const old = department === 'new' ? null : department;
  const [name, setName] = useState(old?.name ?? '');
  const [parentId, setParentId] = useState(old?.parentId ?? null);
  const [managerId, setManagerId] = useState(old?.managerId ?? null);
  const save = useAct(routes.saveDepartment, {
    refresh: [routes.departments, routes.listPositions],
    onSuccess: onClose,
  });
  return (
    <Sheet
      open
      title={old?.name ?? t('department.new')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('ui:cancel')}</Button>
          <Button
            look="primary"
            disabled={name.trim() === '' || (old !== null && parentId === old.id)}
            busy={save.isPending ? t('saving') : undefined}
            onPress={() =>
              save.mutate({
                ...(old ? { id: old.id } : {}),
                name: name.trim(),
                parentId,
                managerId,
              })
            }
          >
            {t('ui:save')}
          </Button>
        </>
      }
    >
      <TextField label={t('department.name')} value={name} maxLength={60} onChange={setName} />
      <DepartmentSelect label={t('department.parent')} value={parentId} onChange={setParentId} />
      <StaffSelect label={t('department.manager')} value={managerId} onChange={setManagerId} />
      {save.error ? (
        <p className="fault" role="alert">
          {messageOf(save.error)}
        </p>
      ) : null}
    </Sheet>
  );
}

/** Departments with their heads: a head sees the positions of the department and of those under it. */
export function Departments() {
  const { t } = useTranslation('staff');
  const may = useMay();
  const edit = may('staff.edit');
  const list = useRoute(routes.departments, {});
  const staff = useRoute(routes.listStaff, {}, { enabled: may('staff.list') });
  const [open, setOpen] = useState<Department | 'new' | null>(null);
  const create = edit ? (
    <Button size="small" look="primary" onPress={() => setOpen('new')}>
      {t('department.new')}
    </Button>
  ) : null;
  return (
    <section>
      <h2 className="sec-h admin-h">
        {t('admin.departments')}
        {create}
      </h2>
      <Awaited query={list}>
        {({ departments }) =>
          departments.length === 0 ? (
            <Empty title={t('department.none')}>{t('department.noneMore')}</Empty>
          ) : (
            <ul className="people departments">
              {departments.map((one) => (
                <li key={one.id}>
                  <span className="people-who">
                    <b className="mid">{one.name}</b>
                    <span className="muted">
                      {departments.find(({ id }) => id === one.parentId)?.name ?? ''}
                    </span>
                  </span>
                  <span className="muted">
                    {t('department.headedBy', {
                      name:
                        staff.data?.staff.find(({ id }) => id === one.managerId)?.name ?? t('none'),
                    })}
                  </span>
                  {edit ? (
                    <Button size="small" onPress={() => setOpen(one)}>
                      {t('people.change')}
                    </Button>
                  ) : null}
                </li>
              ))}
            </ul>
          )
        }
      </Awaited>
      {open === null ? null : (
        <DepartmentSheet
          key={open === 'new' ? 'new' : open.id}
          department={open}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}
