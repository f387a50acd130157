import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import { useRoute } from '../../api/query';
import { Glyph } from '../../components/glyph';
import { hrefOf } from '../staff-shell/address.shared';
import { useMay } from '../staff-shell/use-me';
import { isOpen } from './alerts.shared';
import './alerts.scss';
import './words';

/** Beside a position's share of passes: the alert that is open about it. */
export function AlertLink({ positionId }: { positionId: string }) {
  const { t } = useTranslation('alerts');
  const may = useMay();
  const { data } = useRoute(routes.passAlerts, {}, { enabled: may('process.view') });
  const open = data?.alerts.find((one) => one.positionId === positionId && isOpen(one.state));
  return open ? (
    <a className="tag warn alert-link reach" href={hrefOf('alerts', { id: open.id })}>
      <Glyph of="warn" />
      {t('title')}
    </a>
  ) : null;
}
