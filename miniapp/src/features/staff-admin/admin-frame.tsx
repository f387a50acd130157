import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { hrefOf } from '../staff-shell/address.shared';
import { Shell } from '../staff-shell/shell';
import { useCurrentInView } from '../staff-shell/use-current-in-view';
import { useMe } from '../staff-shell/use-me';
import { isOwnPage, partsFor, type AdminPartName } from './admin.shared';
import '../staff-position/position.scss';
import './admin.scss';

/** The settings with their list of parts. */
export function AdminFrame({
  current,
  act,
  children,
}: {
  current: AdminPartName;
  act?: string;
  children: ReactNode;
}) {
  const { t } = useTranslation('staff');
  const me = useMe();
  const toc = useCurrentInView<HTMLElement>(me.data ? current : '');
  return (
    <Shell
      title={t(`admin.${current}`)}
      current="admin"
      crumb={<h1>{t('admin.title')}</h1>}
      {...(act === undefined ? {} : { act })}
    >
      <div className="pos-lay">
        <nav ref={toc} className="toc" aria-label={t('admin.parts')}>
          {partsFor(me.data?.may ?? []).map(({ name }) => (
            <a
              key={name}
              href={isOwnPage(name) ? hrefOf(name) : hrefOf('admin', { part: name })}
              aria-current={name === current ? 'page' : undefined}
            >
              {t(`admin.${name}`)}
            </a>
          ))}
          {me.data?.may.includes('position.view') ? (
            <a href={hrefOf('questions')}>{t('bank.title')}</a>
          ) : null}
        </nav>
        <div className="admin-part">{children}</div>
      </div>
    </Shell>
  );
}
