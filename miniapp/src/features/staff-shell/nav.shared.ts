import type { IconName } from '../../components/icon';
import type { StaffPage } from './address.shared';

export interface NavItem {
  page: Extract<StaffPage, 'home' | 'positions' | 'applications' | 'chat' | 'admin'>;
  icon: IconName;
  /** Shown to those who may do one of these; everybody when empty. */
  acts: readonly string[];
}

const items: readonly NavItem[] = [
  { page: 'home', icon: 'home', acts: [] },
  { page: 'positions', icon: 'briefcase', acts: ['position.view'] },
  { page: 'applications', icon: 'people', acts: ['application.view'] },
  { page: 'chat', icon: 'chat', acts: ['inbox.use'] },
  { page: 'admin', icon: 'gear', acts: [] },
];
export type NavName = NavItem['page'];

export function navFor(may: readonly string[]): NavItem[] {
  return items.filter(({ acts }) => acts.length === 0 || acts.some((act) => may.includes(act)));
}

/** A phone has room for four; settings then open from the initials on top. */
export function phoneTabs(nav: readonly NavItem[]): NavItem[] {
  return nav.length <= 4 ? [...nav] : nav.filter(({ page }) => page !== 'admin').slice(0, 4);
}
