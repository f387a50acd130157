import { useTranslation } from 'react-i18next';
import type { ApplicationDetail } from '@zhiyu/contracts/application';
import type { Offer } from '@zhiyu/contracts/offers';
import type { OfferState } from '@zhiyu/contracts/offer-values';
import { routes } from '@zhiyu/contracts/routes';
import type { Stage } from '@zhiyu/contracts/stage-values';
import { useRoute } from '../../api/query';
import { useLive } from '../../api/stream';
import { StateWord, type Meaning } from '../../components/glyph';
import { useMay } from '../staff-shell/use-me';
import { useWords } from '../staff-shell/use-words';
import { OfferTermsList } from './offer-terms';
import './words';

const glyphs: Record<OfferState, Meaning> = {
  draft: 'unknown',
  approval: 'hold',
  sent: 'hold',
  accepted: 'pass',
  declined: 'reject',
  expired: 'warn',
  withdrawn: 'reject',
  arrived: 'pass',
  absent: 'reject',
};

/** Stages in which there may have been an offer. */
const after: readonly Stage[] = ['offer', 'hired', 'withdrawn', 'rejected', 'talentPool'];

function One({ offer }: { offer: Offer }) {
  const { t } = useTranslation('offers');
  const words = useWords();
  const { state, by, approvedBy, createdAt, sentAt, expiresAt, answeredAt } = offer;
  const facts = [
    t('by', { by, at: words.moment(createdAt) }),
    ...(approvedBy === null ? [] : [t('approvedBy', { by: approvedBy })]),
    ...(sentAt === null ? [] : [t('sentAt', { at: words.moment(sentAt) })]),
    ...(state === 'sent' && expiresAt !== null
      ? [t('until', { at: words.moment(expiresAt) })]
      : []),
    ...(answeredAt === null ? [] : [t('answeredAt', { at: words.moment(answeredAt) })]),
  ];
  return (
    <li className="offer-one">
      <StateWord of={glyphs[state]}>{t(`state.${state}`)}</StateWord>
      <OfferTermsList terms={offer.terms} />
      {offer.words === '' ? null : <blockquote className="pre">{offer.words}</blockquote>}
      <p className="cap muted">{facts.join(' · ')}</p>
    </li>
  );
}

/** Every offer to this candidate, newest first; nothing for those who may not see them, and where there is none. */
export function OfferPart({ application: { id, stage } }: { application: ApplicationDetail }) {
  const { t } = useTranslation('offers');
  const may = useMay();
  const enabled = may('offer.view') && after.includes(stage);
  const { data } = useRoute(routes.offers, { id }, { enabled });
  useLive([routes.offers], (item) => item.applicationId === id);
  if (!enabled || !data || data.offers.length === 0) {
    return null;
  }
  return (
    <section className="section">
      <h2 className="sec-h">{t('title')}</h2>
      <ul className="offer-list">
        {data.offers.map((offer) => (
          <One key={offer.id} offer={offer} />
        ))}
      </ul>
    </section>
  );
}
