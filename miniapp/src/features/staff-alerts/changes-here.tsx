import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import { useRoute } from '../../api/query';
import { useLive } from '../../api/stream';
import { useMay } from '../staff-shell/use-me';
import { Change } from './changes';

/** What a meeting asked to change in this position, where it is carried out; nothing where nothing is open. */
export function ChangesHere({ positionId }: { positionId: string }) {
  const { t } = useTranslation('alerts');
  const may = useMay();
  const { data } = useRoute(
    routes.changeRequests,
    { positionId },
    { enabled: may('process.view') },
  );
  useLive([routes.changeRequests]);
  const open = data?.requests.filter(({ state }) => state === 'open') ?? [];
  return open.length === 0 ? null : (
    <section className="changes-here" aria-label={t('change.here')}>
      <h2 className="sec-h">{t('change.here')}</h2>
      <ul className="change-rows">
        {open.map((request) => (
          <Change key={request.id} request={request} inStudio />
        ))}
      </ul>
    </section>
  );
}
