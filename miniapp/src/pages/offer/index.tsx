import { useRouter } from '@tarojs/taro';
import { H5Only } from '../../components/h5-only';
import { OwnOffer } from '../../features/offer/own-offer';
import { WithSession } from '../../features/session/with-session';

/** `?t=` the candidate's token; it leaves the address at once. */
export default function OfferPage() {
  const { params } = useRouter();
  return (
    <H5Only>
      <WithSession token={params['t'] ?? ''} here="offer">
        <OwnOffer />
      </WithSession>
    </H5Only>
  );
}
