import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import { useRoute } from '../../api/query';
import { hrefOf } from '../staff-shell/address.shared';
import './words';

/** The way into the tour, on the home of the example company only. */
export function TourLine() {
  const { t } = useTranslation('tour');
  const { data } = useRoute(routes.tour, {});
  return data?.available ? (
    <p className="section">
      <a className="btn touch" href={hrefOf('tour')}>
        {t('enter')}
      </a>
    </p>
  ) : null;
}
