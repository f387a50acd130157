import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { Me } from '@zhiyu/contracts/staff';
import { keyOf, queryClient, useRoute } from '../../api/query';
import { Icon } from '../../components/icon';
import { Scale } from '../../components/score-bar/scale';
import { Awaited, Empty } from '../../components/state';
import { Help } from '../staff-guide/help';
import { goTo } from './address';
import { hrefOf, pagePath } from './address.shared';
import { Brand } from './brand';
import { navFor, phoneTabs, type NavItem, type NavName } from './nav.shared';
import { NetworkNote } from './network-note';
import { isSignedOut, useMe } from './use-me';
import { Who } from './who';
import './shell.scss';

interface ShellProps {
  /** Title of the window. */
  title: string;
  current: NavName;
  /** Left of the bar on top. */
  crumb?: ReactNode;
  /** Right of it. */
  tools?: ReactNode;
  /** Decisions: stays at the bottom; on a phone it takes the place of the tabs. */
  footer?: ReactNode;
  /** The act without which the page says so instead of asking the server. */
  act?: string;
  /** The page has its own columns up to the edges. */
  bare?: boolean;
  /** At the desk the page is as high as the window, and its parts scroll by themselves. */
  fits?: boolean;
  children: ReactNode;
}

/** How often what others did is asked for on pages that do not listen for it (ms). */
const countsEvery = 30_000;

/** Counts of the rail: asked for again after whatever is done here, as it may have changed them. */
function useCounts(me: Me): Partial<Record<NavName, number>> {
  const enabled = me.may.includes('inbox.use');
  const { data } = useRoute(routes.railCounts, {}, { enabled, refetchInterval: countsEvery });
  useEffect(() => {
    const stop = queryClient.getMutationCache().subscribe((event) => {
      if (event.type === 'updated' && event.action.type === 'success') {
        void queryClient.invalidateQueries({ queryKey: keyOf(routes.railCounts) });
      }
    });
    return () => stop();
  }, []);
  return { home: data?.waiting ?? 0, chat: data?.unread ?? 0, live: data?.live ?? 0 };
}

function Item({ item, current, count }: { item: NavItem; current: NavName; count: number }) {
  const { t } = useTranslation('staff');
  return (
    <a href={hrefOf(item.page)} aria-current={item.page === current ? 'page' : undefined}>
      <Icon name={item.icon} />
      {t(`nav.${item.page}`)}
      {count > 0 ? <span className="n num">{count}</span> : null}
    </a>
  );
}

function Frame({ me, props }: { me: Me; props: ShellProps }) {
  const { t } = useTranslation('staff');
  const counts = useCounts(me);
  const nav = navFor(me.may);
  const tabs = phoneTabs(nav);
  const denied = props.act !== undefined && !me.may.includes(props.act);
  const main = ['main', props.bare && 'main-bare', props.fits && 'main-fits'].filter(Boolean);
  return (
    <div className="desk">
      <nav className="rail" aria-label={t('nav.label')}>
        <a className="brand" href={hrefOf('home')}>
          <Brand label={t('nav.brand')} />
        </a>
        {nav.map((item) => (
          <Item
            key={item.page}
            item={item}
            current={props.current}
            count={counts[item.page] ?? 0}
          />
        ))}
        <a className="me" href={hrefOf('admin', { part: 'own' })}>
          <Who id={me.id} name={me.name} size="sm" />
          <span>
            {me.name}
            <span className="cap">
              {me.roles.length === 0 ? me.companyName : `${me.companyName} · `}
              <span className="me-roles">
                {me.roles.map((role) => t(`role.${role}`)).join(t('and'))}
              </span>
            </span>
          </span>
        </a>
      </nav>
      <main className={main.join(' ')}>
        <header className="top">
          <div className="top-where">{props.crumb}</div>
          {props.tools === undefined ? null : <div className="top-tools">{props.tools}</div>}
          <Help />
          {tabs.length === nav.length ? null : (
            <a
              className="top-me"
              href={hrefOf('admin', { part: 'own' })}
              aria-label={t('nav.admin')}
            >
              <Who id={me.id} name={me.name} size="sm" />
            </a>
          )}
        </header>
        <NetworkNote />
        <div className="content">
          {denied ? <Empty title={t('denied.title')}>{t('denied.more')}</Empty> : props.children}
        </div>
        {props.footer === undefined || denied ? null : <div className="bar">{props.footer}</div>}
      </main>
      {props.footer === undefined ? (
        <nav className="phone-tabs" aria-label={t('nav.label')}>
          {tabs.map((item) => (
            <Item
              key={item.page}
              item={item}
              current={props.current}
              count={counts[item.page] ?? 0}
            />
          ))}
        </nav>
      ) : null}
    </div>
  );
}

/** Every page of the staff side: who is signed in, the rail or the tabs, a bar, the page, its decisions. */
export function Shell(props: ShellProps) {
  const me = useMe();
  const signedOut = isSignedOut(me.error);
  useEffect(() => {
    document.title = props.title;
  }, [props.title]);
  useEffect(() => {
    if (signedOut) {
      goTo(pagePath('sign-in', { next: window.location.hash.replace(/^#/, '') }));
    }
  }, [signedOut]);
  if (signedOut) {
    return null;
  }
  return (
    <Awaited query={me}>
      {(person) => (
        <Scale.Provider value={person.scoreScale}>
          <Frame me={person} props={props} />
        </Scale.Provider>
      )}
    </Awaited>
  );
}
