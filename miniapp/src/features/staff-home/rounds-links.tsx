import { useTranslation } from 'react-i18next';
import type { Me } from '@zhiyu/contracts/staff';
import { hrefOf } from '../staff-shell/address.shared';
import { useWide } from '../staff-shell/use-wide';

/** On the phone, where no rail stands: the ways to who is being interviewed now, and to the rounds that are to come. */
export function RoundsLinks({ me }: { me: Me }) {
  const { t } = useTranslation('staff');
  const wide = useWide();
  const links = [
    { page: 'live', act: 'report.view' },
    { page: 'meetings', act: 'application.decide' },
  ] as const;
  const open = links.filter(({ act }) => me.may.includes(act));
  return wide || open.length === 0 ? null : (
    <nav className="row rounds-links" aria-label={t('home.rounds')}>
      {open.map(({ page }) => (
        <a key={page} className="btn touch" href={hrefOf(page)}>
          {t(`home.${page}`)}
        </a>
      ))}
    </nav>
  );
}
