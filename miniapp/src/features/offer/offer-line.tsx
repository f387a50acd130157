import { useTranslation } from 'react-i18next';
import { offerRoutes } from '@zhiyu/contracts/routes.offers';
import { useRoute } from '../../api/query';
import { useLive } from '../../api/stream';
import { momentText } from '../../components/time';
import './offer.scss';
import './words';

/** The own offer on the candidate's page: how it stands and the way to it; nothing where none was sent. */
export default function OfferLine() {
  const { t, i18n } = useTranslation('offer');
  const { data } = useRoute(offerRoutes.ownOffer, {});
  useLive([offerRoutes.ownOffer]);
  if (!data?.offer) {
    return null;
  }
  const { state, expiresAt } = data.offer;
  const time = momentText(expiresAt ?? 0, data.serverNow, i18n.language);
  return (
    <section className="own-offer-line">
      <h2 className="t16 bold">{t('title')}</h2>
      <p>{t(`line.${state}`, { time, name: data.contactName })}</p>
      <a
        className={state === 'sent' ? 'btn primary big wide' : 'btn touch'}
        href="#/pages/offer/index"
      >
        {t(state === 'sent' ? 'toAnswer' : 'toSee')}
      </a>
    </section>
  );
}
