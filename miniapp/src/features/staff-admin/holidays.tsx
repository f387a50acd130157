import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { HolidayList } from '@zhiyu/contracts/staff';
import { messageOf } from '../../api/error';
import { useAct, useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { Awaited } from '../../components/state';
import { TextField } from '../../components/text-field';
import { useToast } from '../../components/toast';
import { useMay } from '../staff-shell/use-me';
import { isDay } from './admin.shared';

type Day = HolidayList['days'][number];

function Table({ saved }: { saved: Day[] }) {
  const { t } = useTranslation('staff');
  const edit = useMay()('system.edit');
  const say = useToast();
  const [days, setDays] = useState(saved);
  const [day, setDay] = useState('');
  const [working, setWorking] = useState(false);
  const save = useAct(routes.saveHolidays, {
    refresh: [routes.holidays],
    onSuccess: () => say(t('ui:saved')),
  });
  const put = (next: Day[]) => {
    const sorted = next.slice().sort((a, b) => a.day.localeCompare(b.day));
    setDays(sorted);
    save.mutate({ days: sorted });
  };
  const add = () => {
    put([...days.filter((one) => one.day !== day), { day, working }]);
    setDay('');
  };
  return (
    <>
      {days.length === 0 ? <p className="muted t13 dead-none">{t('holiday.none')}</p> : null}
      <ul className="people departments">
        {days.map((one) => (
          <li key={one.day}>
            <b className="mid num">{one.day}</b>
            <span className="muted">{t(one.working ? 'holiday.working' : 'holiday.off')}</span>
            {edit ? (
              <Button
                size="small"
                onPress={() => put(days.filter((other) => other.day !== one.day))}
              >
                {t('holiday.remove')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {edit ? (
        <form
          className="holiday-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (isDay(day)) {
              add();
            }
          }}
        >
          <TextField label={t('holiday.day')} type="date" value={day} onChange={setDay} />
          <label className="field">
            <span>{t('holiday.is')}</span>
            <select
              className="select"
              value={working ? 'working' : 'off'}
              onChange={(event) => setWorking(event.target.value === 'working')}
            >
              <option value="off">{t('holiday.off')}</option>
              <option value="working">{t('holiday.working')}</option>
            </select>
          </label>
          <button type="submit" className="btn" disabled={!isDay(day)}>
            {t('holiday.add')}
          </button>
        </form>
      ) : null}
      {save.error ? (
        <p className="fault" role="alert">
          {messageOf(save.error)}
        </p>
      ) : null}
    </>
  );
}

/** Days that differ from the built-in calendar: promises and deadlines count working days. */
export function Holidays() {
  const { t } = useTranslation('staff');
  const list = useRoute(routes.holidays, {});
  return (
    <section>
      <h2 className="sec-h">
        {t('admin.holidays')}
        <span className="cap">{t('holiday.lead')}</span>
      </h2>
      <Awaited query={list}>
        {({ days }) => <Table key={JSON.stringify(days)} saved={days} />}
      </Awaited>
    </section>
  );
}
