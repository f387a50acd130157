import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import { useRoute } from '../../api/query';
import { useMay } from '../staff-shell/use-me';
import { Figures } from './figures';

/** How the bank's questions have worked; only for those who may edit them. */
export function useFigures() {
  const may = useMay();
  return useRoute(routes.itemStatistics, { kind: 'bank' }, { enabled: may('position.edit') });
}

/** And those of a position's own questions. */
export function useOwnFigures(positionId: string) {
  const may = useMay();
  return useRoute(
    routes.itemStatistics,
    { kind: 'own', positionId },
    { enabled: may('position.edit') },
  );
}

/** The figures of one question of the bank. */
export function Worked({ code }: { code: string }) {
  const { t } = useTranslation('items');
  const { data } = useFigures();
  return data ? (
    <>
      <h3 className="sec-h section">{t('title')}</h3>
      <Figures figures={data.items.find((one) => one.code === code)} at={data.at} bank />
    </>
  ) : null;
}
