import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { TestsOfApplication } from '@zhiyu/contracts/written-tests';
import { useAct } from '../../api/query';
import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import { Failed } from '../../components/state';
import { useToast } from '../../components/toast';
import { NumberInput } from '../staff-position/fields';
import { hrefOf } from '../staff-shell/address.shared';

/** Which test, and until when it has to be begun. */
export function SendSheet({
  id,
  name,
  offered,
  onClose,
}: {
  id: string;
  name: string;
  offered: TestsOfApplication['offered'];
  onClose: () => void;
}) {
  const { t } = useTranslation('tests');
  const say = useToast();
  const [testId, setTestId] = useState(offered[0]?.id ?? '');
  const [days, setDays] = useState(5);
  const send = useAct(routes.sendTest, {
    refresh: [routes.testsOfApplication, routes.timeline],
    onSuccess: () => {
      say(t('sent'));
      onClose();
    },
  });
  return (
    <Sheet
      open
      title={t('sendTitle', { name })}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('ui:cancel')}</Button>
          <Button
            look="primary"
            disabled={testId === ''}
            busy={send.isPending ? t('staff:saving') : undefined}
            onPress={() => send.mutate({ id, testId, days })}
          >
            {t('sendGo')}
          </Button>
        </>
      }
    >
      {offered.length === 0 ? (
        <p>
          {t('sendNone')} <a href={hrefOf('tests')}>{t('plan.toTests')}</a>
        </p>
      ) : (
        <fieldset className="reasons">
          <legend className="t13 mid">{t('sendWhich')}</legend>
          {offered.map((test) => (
            <label key={test.id} className="touch">
              <input
                type="radio"
                name="test"
                checked={test.id === testId}
                onChange={() => setTestId(test.id)}
              />
              {test.title}
              <span className="cap num">
                {test.minutes} {t('minutes')}
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <NumberInput
        label={t('sendDays')}
        value={days}
        min={1}
        max={30}
        unit={t('days')}
        disabled={false}
        onChange={(n) => setDays(Math.round(n))}
      />
      {send.error ? <Failed error={send.error} /> : null}
    </Sheet>
  );
}
