import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { Staff, StaffLink } from '@zhiyu/contracts/staff';
import { useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { StateWord } from '../../components/glyph';
import { Awaited } from '../../components/state';
import { useMay, useMe } from '../staff-shell/use-me';
import { useWords } from '../staff-shell/use-words';
import { Who } from '../staff-shell/who';
import { DirectorySync } from './directory-sync';
import { InviteSheet } from './invite-sheet';
import { LinkSheet } from './link-sheet';
import { PersonSheet } from './person-sheet';

function Row({
  person,
  department,
  onOpen,
}: {
  person: Staff;
  department: string;
  onOpen: (() => void) | undefined;
}) {
  const { t } = useTranslation('staff');
  const words = useWords();
  const state = person.active ? (person.joined ? 'joined' : 'invited') : 'inactive';
  return (
    <li className={person.active ? '' : 'is-off'}>
      <Who id={person.id} name={person.name} size="sm" />
      <span className="people-who">
        <b className="mid">{person.name}</b>
        <span className="muted">{person.email}</span>
      </span>
      <span className="muted">
        {[person.roles.map((role) => t(`role.${role}`)).join(t('and')), department]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <span className="people-state">
        {state === 'joined' ? (
          <span className="faint num">
            {person.lastSeenAt === null ? '—' : words.moment(person.lastSeenAt)}
          </span>
        ) : (
          <StateWord of={state === 'invited' ? 'unknown' : 'reject'}>
            {t(`people.${state}`)}
          </StateWord>
        )}
      </span>
      {onOpen ? (
        <Button size="small" label={t('people.changeOf', { name: person.name })} onPress={onOpen}>
          {t('people.change')}
        </Button>
      ) : (
        <span />
      )}
    </li>
  );
}

/** People who work here: invite, roles, department, end of access. */
export function People() {
  const { t } = useTranslation('staff');
  const me = useMe();
  const edit = useMay()('staff.edit');
  const list = useRoute(routes.listStaff, {});
  const departments = useRoute(routes.departments, {});
  const [inviting, setInviting] = useState(false);
  const [open, setOpen] = useState<Staff | null>(null);
  const [made, setMade] = useState<{ link: StaffLink; name: string } | null>(null);
  const show = (link: StaffLink, name: string) => {
    setInviting(false);
    setOpen(null);
    setMade({ link, name });
  };
  const departmentOf = (id: string | null) =>
    departments.data?.departments.find((one) => one.id === id)?.name ?? '';
  return (
    <section>
      <h2 className="sec-h admin-h">
        {t('admin.people')}
        {edit ? (
          <Button size="small" look="primary" onPress={() => setInviting(true)}>
            {t('people.invite')}
          </Button>
        ) : null}
      </h2>
      {edit ? <DirectorySync /> : null}
      <Awaited query={list}>
        {({ staff }) => (
          <ul className="people">
            {staff.map((person) => (
              <Row
                key={person.id}
                person={person}
                department={departmentOf(person.departmentId)}
                onOpen={edit ? () => setOpen(person) : undefined}
              />
            ))}
          </ul>
        )}
      </Awaited>
      <InviteSheet open={inviting} onClose={() => setInviting(false)} onInvited={show} />
      {open ? (
        <PersonSheet
          key={open.id}
          person={open}
          self={open.id === me.data?.id}
          onClose={() => setOpen(null)}
          onLink={show}
        />
      ) : null}
      <LinkSheet link={made?.link ?? null} name={made?.name ?? ''} onClose={() => setMade(null)} />
    </section>
  );
}
