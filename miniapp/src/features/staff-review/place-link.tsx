import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewPlace, ReviewRoom } from '@zhiyu/contracts/review';
import { clockText } from '../../components/time';
import type { Moment } from './review.shared';

/** A place in words: its second, or its question where nothing plays. `key` has a twin `…Answer` for the second. */
export function usePlaceWords({ answers }: ReviewRoom) {
  const { t } = useTranslation('review');
  return ({ answerId, at }: ReviewPlace, key: 'rate.place' | 'rate.placeHere') => {
    const n = (answers.find((one) => one.answerId === answerId)?.questionIndex ?? 0) + 1;
    return at === null ? t(`${key}Answer`, { n }) : t(key, { at: clockText(at, true) });
  };
}

/** Goes to a place of the interview. */
export function PlaceLink(props: {
  place: ReviewPlace;
  moment: Moment;
  className?: string;
  label?: string;
  children: ReactNode;
}) {
  const { place, moment, className = '', label, children } = props;
  return (
    <button
      type="button"
      className={`link ${className}`}
      aria-label={label}
      onClick={() => moment.show(place)}
    >
      {children}
    </button>
  );
}
