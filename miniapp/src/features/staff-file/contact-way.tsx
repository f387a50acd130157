import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import { messageOf } from '../../api/error';
import { useAct, useRoute } from '../../api/query';
import { Button } from '../../components/button';

/** Where WeCom is set up: a QR code by which the candidate adds the reader as a contact. */
export function ContactWay({ applicationId }: { applicationId: string }) {
  const { t } = useTranslation('staff');
  const ways = useRoute(routes.chatSignInWays, {});
  const make = useAct(routes.contactWay, {});
  if (!ways.data?.ways.some(({ chat }) => chat === 'wecom')) {
    return null;
  }
  return (
    <div>
      <dt>{t('contactWay.title')}</dt>
      <dd>
        {make.data ? (
          <a className="link" href={make.data.url} target="_blank" rel="noopener noreferrer">
            {t('contactWay.open')}
          </a>
        ) : (
          <Button
            size="small"
            busy={make.isPending ? t('contactWay.making') : undefined}
            onPress={() => make.mutate({ id: applicationId })}
          >
            {t('contactWay.make')}
          </Button>
        )}
        {make.error ? (
          <span className="fault" role="alert">
            {messageOf(make.error)}
          </span>
        ) : null}
      </dd>
    </div>
  );
}
