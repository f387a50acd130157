import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicationDetail } from '@zhiyu/contracts/application';
import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import { CopyButton } from '../staff-shell/copy-button';
import './invitation-link.scss';

/** The open invitation (R8) as a link and a QR code, for a candidate whom no channel reaches. */
export function InvitationLink({ application }: { application: ApplicationDetail }) {
  const { t } = useTranslation('file');
  const [open, setOpen] = useState(false);
  const { invitationUrl: url, invitationQr: svg, candidateName: name } = application;
  return url === null || svg === null ? null : (
    <p className="invitation-hand">
      <Button className="touch" onPress={() => setOpen(true)}>
        {t('invitation.open')}
      </Button>
      <Sheet
        open={open}
        title={t('invitation.title', { name })}
        onClose={() => setOpen(false)}
        footer={
          <>
            <Button onPress={() => setOpen(false)}>{t('ui:close')}</Button>
            <CopyButton text={url} look="primary" />
          </>
        }
      >
        <img
          className="invitation-qr"
          alt={t('invitation.qr', { name })}
          src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
        />
        <p className="invitation-url">{url}</p>
        <p className="muted">{t('invitation.more')}</p>
      </Sheet>
    </p>
  );
}
