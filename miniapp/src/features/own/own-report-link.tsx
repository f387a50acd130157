import { useTranslation } from 'react-i18next';
import { rawPaths } from '@zhiyu/contracts/raw-paths';
import { requestRoutes } from '@zhiyu/contracts/routes.requests';
import { useRoute } from '../../api/query';
import { currentLocale } from '../../locales';

/** The own version of the report, where the company gives it. */
export function OwnReportLink() {
  const { t } = useTranslation('own');
  const { data } = useRoute(requestRoutes.ownReport, {});
  return data?.ready ? (
    <a className="btn" href={`${rawPaths.ownReport}?language=${currentLocale()}`} download>
      {t('report')}
    </a>
  ) : null;
}
