import { useTranslation } from 'react-i18next';
import { candidateRoutes } from '@zhiyu/contracts/routes.candidate';
import { useRoute } from '../../api/query';
import { CompanyMark } from '../../components/company-mark';
import { Page } from '../../components/page';
import { Chat } from '../chat/chat';

/**
 * The candidate's conversation with the company that recruits.
 *
 * @param named the card whose link was pressed in a message; empty where none was
 */
export function CandidateInbox({ named }: { named: string }) {
  const { t } = useTranslation('candidate');
  const status = useRoute(candidateRoutes.candidateStatus, {});
  const company = status.data?.companyName ?? '';
  const title = company === '' ? t('inbox.title') : t('inbox.titleOf', { company });
  return (
    <Page title={title} className="chat-page">
      <header className="chat-bar">
        <h1>{title}</h1>
      </header>
      <Chat
        side="candidate"
        from={title}
        named={named}
        {...(status.data
          ? { mark: <CompanyMark name={company} logo={status.data.companyLogo} /> }
          : {})}
      />
    </Page>
  );
}
