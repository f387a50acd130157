import type { IconName } from '../../components/icon';
import type { StaffPage } from './address.shared';

export interface NavItem {
  page: Extract<
    StaffPage,
    | 'home'
    | 'positions'
    | 'applications'
    | 'live'
    | 'meetings'
    | 'pool'
    | 'figures'
    | 'chat'
    | 'admin'
  >;
  icon: IconName;
  /** Shown to those who may do one of these; everybody when empty. */
  acts: readonly string[];
}

const items: readonly NavItem[] = [
  { page: 'home', icon: 'home', acts: [] },
  { page: 'positions', icon: 'briefcase', acts: ['position.view'] },
  { page: 'applications', icon: 'people', acts: ['application.view'] },
  { page: 'live', icon: 'live', acts: ['report.view'] },
  { page: 'meetings', icon: 'calendar', acts: ['application.decide'] },
  { page: 'pool', icon: 'pool', acts: ['talent.view'] },
  { page: 'figures', icon: 'chart', acts: ['dashboard.view'] },
  { page: 'chat', icon: 'chat', acts: ['inbox.use'] },
  { page: 'admin', icon: 'gear', acts: [] },
];
export type NavName = NavItem['page'];

export function navFor(may: readonly string[]): NavItem[] {
  return items.filter(({ acts }) => acts.length === 0 || acts.some((act) => may.includes(act)));
}

/**
 * Not on a phone's tabs where there are more than four: settings open from the initials, the pool from the list,
 * figures from the board, interviews from the home page.
 */
const beside: readonly NavName[] = ['admin', 'pool', 'figures', 'live', 'meetings'];

/** A phone has room for four. */
export function phoneTabs(nav: readonly NavItem[]): NavItem[] {
  return nav.length <= 4 ? [...nav] : nav.filter(({ page }) => !beside.includes(page)).slice(0, 4);
}
