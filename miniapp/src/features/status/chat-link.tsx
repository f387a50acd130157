import { useTranslation } from 'react-i18next';
import { candidateRoutes } from '@zhiyu/contracts/routes.candidate';
import { useRoute } from '../../api/query';

/** Leads into the company's conversation in WeChat, where it has one; otherwise nothing is shown. */
export function ChatLink() {
  const { t } = useTranslation('candidate');
  const { data } = useRoute(candidateRoutes.candidateChat, {});
  return data?.url ? (
    <section className="status-round">
      <a className="btn wide touch" href={data.url}>
        {t('status.chat')}
      </a>
      <p className="t13 muted consent-note">{t('status.chatMore')}</p>
    </section>
  ) : null;
}
