import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api/error';
import { queryClient } from '../../api/query';
import { StateWord } from '../../components/glyph';
import { Button } from '../../components/button';
import { isAway, onAway, onBack } from '../../platform/network';

const isOffline = (error: unknown) => error instanceof ApiError && error.code === 'offline';

/** Something is shown, and it is not what the server says now: no network, or what was asked for did not come. */
function isShownOld(): boolean {
  const shown = queryClient
    .getQueryCache()
    .findAll({ type: 'active' })
    .filter(({ state }) => state.data !== undefined);
  return shown.some(({ state }) => isAway() || isOffline(state.error));
}

function useShownOld(): boolean {
  const [old, setOld] = useState(isShownOld);
  useEffect(() => {
    const look = () => setOld(isShownOld());
    const ends = [queryClient.getQueryCache().subscribe(look), onAway(look), onBack(look)];
    look();
    return () => ends.forEach((end) => end());
  }, []);
  return old;
}

/** Above a page that stays as it was when the network went; whatever could not be shown says so in its own place. */
export function NetworkNote() {
  const { t } = useTranslation('staff');
  const old = useShownOld();
  const again = () => void queryClient.refetchQueries({ type: 'active' });
  return (
    <div role="status">
      {old ? (
        <p className="network-note">
          <StateWord of="warn">{t('network.gone')}</StateWord>
          <span>{t('network.old')}</span>
          <Button className="touch" onPress={again}>
            {t('ui:state.again')}
          </Button>
        </p>
      ) : null}
    </div>
  );
}
