import { useTranslation } from 'react-i18next';
import type { StaffLink } from '@zhiyu/contracts/staff';
import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import { CopyButton } from '../staff-shell/copy-button';
import { useWords } from '../staff-shell/use-words';

/** A one-time link that the administrator hands over; it is shown only now. */
export function LinkSheet({
  link,
  name,
  onClose,
}: {
  link: StaffLink | null;
  name: string;
  onClose: () => void;
}) {
  const { t } = useTranslation('staff');
  const words = useWords();
  return (
    <Sheet
      open={link !== null}
      title={t('people.linkFor', { name })}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('ui:close')}</Button>
          {link ? <CopyButton text={link.url} look="primary" /> : null}
        </>
      }
    >
      {link ? (
        <>
          <p className="muted">{t('people.linkMore', { at: words.moment(link.expiresAt) })}</p>
          <p className="link-box">{link.url}</p>
        </>
      ) : null}
    </Sheet>
  );
}
