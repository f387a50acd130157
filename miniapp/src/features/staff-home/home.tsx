import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { ApplicationRow } from '@zhiyu/contracts/application';
import type { Me } from '@zhiyu/contracts/staff';
import { useRoute } from '../../api/query';
import { useLive } from '../../api/stream';
import { Loading, Awaited } from '../../components/state';
import { serverTime } from '../../platform/clock';
import { hrefOf } from '../staff-shell/address.shared';
import { isHeldHere } from '../staff-file/held-here';
import { TourLine } from '../staff-tour/tour-line';
import { PromiseWord } from '../staff-shell/promise-word';
import { ManagerView } from '../staff-board/manager';
import { Shell } from '../staff-shell/shell';
import { isSignedOut, useMe } from '../staff-shell/use-me';
import { useWide } from '../staff-shell/use-wide';
import { SOON } from '../staff-shell/use-words';
import { FindBox } from './find-box';
import { FirstRun, SetUpLine } from './first-run';
import { groupsOf, partOfDay, promisesBefore } from './home.shared';
import { Landing } from './landing';
import { RoundsLinks } from './rounds-links';
import { useOpenCards } from './open-cards';
import { Alerts, Asks, Day } from './today';
import { useCrossing } from './use-crossing';
import { useNextKey } from './use-next-key';
import { PassRates, ThisWeek } from './week';
import { WaitingRow } from './waiting-row';
import './home.scss';

/** Rows that a person can look through in a morning. */
const MANY = 50;

function Group({
  name,
  rows,
  mark,
}: {
  name: 'judge' | 'nod';
  rows: ApplicationRow[];
  mark: boolean;
}) {
  const { t } = useTranslation('staff');
  const crossing = useCrossing(rows);
  return rows.length === 0 ? null : (
    <section className="waits section">
      <h2 className="sec-h">
        {t(`home.${name}`)}
        <span className="cap">{t(`home.${name}More`)}</span>
      </h2>
      <ul>
        {rows.map((row, index) => (
          <WaitingRow
            key={row.id}
            row={row}
            first={mark && index === 0}
            crossing={crossing.get(row.id) ?? []}
          />
        ))}
      </ul>
    </section>
  );
}

function Promises({
  rows,
  soon,
  broken,
}: {
  rows: ApplicationRow[];
  soon: number;
  broken: number;
}) {
  const { t } = useTranslation('staff');
  if (soon + broken === 0 && rows.length === 0) {
    return null;
  }
  return (
    <section className="section">
      <h2 className="sec-h">
        {t('home.promised')}
        <span className="cap">
          {[
            soon > 0 ? t('home.soon', { n: soon }) : '',
            broken > 0 ? t('home.broken', { n: broken }) : '',
          ]
            .filter(Boolean)
            .join(t('comma'))}
        </span>
      </h2>
      <ul className="prom">
        {rows.map((row) => (
          <li key={row.id}>
            <span className="grow">{t('home.promiseTo', { name: row.candidateName })}</span>
            {row.promiseAt === null ? null : <PromiseWord at={row.promiseAt} />}
            <a className="btn small" href={hrefOf('file', { id: row.id })}>
              {t('home.open')}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function todayText(language: string): string {
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : language, {
    timeZone: 'Asia/Shanghai',
    month: 'long',
    day: 'numeric',
    weekday: 'long',
  }).format(new Date(serverTime()));
}

function hourInChina(): number {
  return Number(
    new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Asia/Shanghai',
      hour: '2-digit',
      hourCycle: 'h23',
    }).format(new Date(serverTime())),
  );
}

function Waiting({ me, rows: all }: { me: Me; rows: ApplicationRow[] }) {
  const { t } = useTranslation('staff');
  const looks = me.may.includes('dashboard.view');
  const dashboard = useRoute(routes.dashboard, {}, { enabled: looks });
  const today = useRoute(routes.today, {});
  const rows = all.filter(({ id }) => !isHeldHere(id, serverTime()));
  const groups = groupsOf(rows, serverTime());
  useNextKey();
  const hello = t(`home.hello.${partOfDay(hourInChina())}`, { name: me.name });
  const counted = (dashboard.data?.waiting ?? 0) - (all.length - rows.length);
  const waiting = Math.max(rows.length, counted);
  return (
    <div className="home-cols">
      <div>
        <h1 className="hello">
          <span className="hello-who">{hello}</span>
          {t('home.count', { count: waiting })}
        </h1>
        <p className="muted">{t(waiting === 0 ? 'home.free' : 'home.order')}</p>
        <Group name="judge" rows={groups.judge} mark />
        <Group name="nod" rows={groups.nod} mark={groups.judge.length === 0} />
        {waiting > rows.length ? (
          <p className="cap section">
            <a className="link" href={hrefOf('applications', { waiting: 'true' })}>
              {t('home.more', { n: waiting - rows.length })}
            </a>
          </p>
        ) : null}
        {waiting === 0 ? (
          <p className="section">
            <a className="btn touch" href={hrefOf('applications')}>
              {t('home.all')}
            </a>
          </p>
        ) : null}
        <RoundsLinks me={me} />
        <Promises
          rows={promisesBefore(rows, serverTime() + SOON)}
          soon={dashboard.data?.promisesSoon ?? 0}
          broken={dashboard.data?.promisesBroken ?? 0}
        />
        <TourLine />
        {me.may.includes('company.edit') ? <SetUpLine me={me} /> : null}
      </div>
      <aside>
        <Awaited query={today}>{(data) => <Day today={data} />}</Awaited>
        {looks ? (
          <Awaited query={dashboard}>
            {(data) => (
              <>
                <ThisWeek data={data} />
                <PassRates data={data} />
              </>
            )}
          </Awaited>
        ) : null}
      </aside>
    </div>
  );
}

function Inside({ me }: { me: Me }) {
  const { t } = useTranslation('staff');
  const sees = me.may.includes('application.view');
  const hires = me.may.includes('position.view');
  const positions = useRoute(routes.listPositions, {}, { enabled: hires });
  const list = useRoute(
    routes.listApplications,
    { waiting: 'true', order: 'look', limit: MANY },
    { enabled: sees },
  );
  const wide = useWide();
  useLive([
    ...[routes.dashboard, routes.listApplications, routes.today, routes.inbox],
    ...[routes.railCounts, routes.crossing],
  ]);
  const { asks, alerts, inbox } = useOpenCards();
  if (hires && positions.data?.positions.length === 0) {
    return <FirstRun me={me} />;
  }
  // A head of a department on the phone or beside a chat: one screen.
  if (sees && !wide && me.roles.includes('manager') && !me.roles.includes('hr')) {
    return <ManagerView positionId="" />;
  }
  if (sees) {
    return (
      <Awaited query={list}>
        {({ applications }) => <Waiting me={me} rows={applications} />}
      </Awaited>
    );
  }
  // The list of what is left to set up has the page's own heading.
  const Hello = hires ? 'h2' : 'h1';
  return (
    <>
      {hires ? <FirstRun me={me} /> : null}
      <section className="section">
        <Hello className="t16 mid">
          {t(`home.hello.${partOfDay(hourInChina())}`, { name: me.name })}
        </Hello>
        <Awaited query={inbox}>
          {() =>
            asks.length + alerts.length === 0 ? <p className="muted">{t('home.noWork')}</p> : null
          }
        </Awaited>
      </section>
      <Alerts cards={alerts} />
      <Asks cards={asks} />
    </>
  );
}

/** What waits for the reader; for a visitor the two ways in. */
export function StaffHome() {
  const { t, i18n } = useTranslation('staff');
  const me = useMe();
  if (isSignedOut(me.error)) {
    return <Landing />;
  }
  if (me.data === undefined && !me.error) {
    return <Loading />;
  }
  return (
    <Shell
      title={t('home.title')}
      current="home"
      crumb={<span className="crumb">{todayText(i18n.language)}</span>}
      tools={me.data?.may.includes('application.view') ? <FindBox /> : undefined}
    >
      {me.data ? <Inside me={me.data} /> : null}
    </Shell>
  );
}
