import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import { useAct } from '../../api/query';
import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import { Failed } from '../../components/state';
import { TextField } from '../../components/text-field';
import { useToast } from '../../components/toast';
import { serverTime } from '../../platform/clock';

const today = () => new Date(serverTime() + 8 * 3_600_000).toISOString().slice(0, 10);

/** A result that somebody has on paper. */
export function EnterSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('tests');
  const say = useToast();
  const [name, setName] = useState('');
  const [score, setScore] = useState('');
  const [maximum, setMaximum] = useState('100');
  const [takenOn, setTakenOn] = useState(today);
  const enter = useAct(routes.enterTestResult, {
    refresh: [routes.testsOfApplication, routes.timeline],
    onSuccess: () => {
      say(t('entered'));
      onClose();
    },
  });
  const [got, most] = [Number(score), Number(maximum)];
  const numbers = score.trim() !== '' && got >= 0 && most > 0;
  const above = numbers && got > most;
  const whole = name.trim() !== '' && numbers && !above && takenOn !== '';
  return (
    <Sheet
      open
      title={t('enterTitle')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('ui:cancel')}</Button>
          <Button
            look="primary"
            disabled={!whole}
            busy={enter.isPending ? t('staff:saving') : undefined}
            onPress={() =>
              enter.mutate({ id, name: name.trim(), score: got, maximum: most, takenOn })
            }
          >
            {t('ui:save')}
          </Button>
        </>
      }
    >
      <TextField label={t('enterField.name')} value={name} maxLength={100} onChange={setName} />
      <div className="form-grid">
        <TextField
          label={t('enterField.score')}
          value={score}
          inputMode="decimal"
          error={above ? t('aboveMaximum') : undefined}
          onChange={setScore}
        />
        <TextField
          label={t('enterField.maximum')}
          value={maximum}
          inputMode="decimal"
          onChange={setMaximum}
        />
        <TextField
          label={t('enterField.takenOn')}
          type="date"
          value={takenOn}
          onChange={setTakenOn}
        />
      </div>
      {enter.error ? <Failed error={enter.error} /> : null}
    </Sheet>
  );
}
