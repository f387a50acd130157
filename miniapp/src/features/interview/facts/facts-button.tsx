import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { candidateRoutes } from '@zhiyu/contracts/routes.candidate';
import { useRoute } from '../../../api/query';
import { Button } from '../../../components/button';
import { Sheet } from '../../../components/sheet';
import { Loading } from '../../../components/state';

const FactList = lazy(() => import('./fact-list'));

/** What was noted beside the answers, with room for the own reason; nothing where nothing was noted. */
export function FactsButton({
  name,
  look = 'normal',
}: {
  name: string;
  look?: 'plain' | 'normal';
}) {
  const { t } = useTranslation('candidate');
  const query = useRoute(candidateRoutes.ownFacts, {});
  const [open, setOpen] = useState(false);
  const count = query.data?.facts.length ?? 0;
  if (!query.data || count === 0) {
    return null;
  }
  const close = () => setOpen(false);
  return (
    <>
      <Button look={look} className="facts-button" onPress={() => setOpen(true)}>
        {t('facts.show', { count })}
      </Button>
      <Sheet
        open={open}
        title={t('facts.title')}
        onClose={close}
        footer={<Button onPress={close}>{t('ui:close')}</Button>}
      >
        <Suspense fallback={<Loading />}>
          <FactList list={query.data} name={name} />
        </Suspense>
      </Sheet>
    </>
  );
}
