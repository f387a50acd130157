import { useTranslation } from 'react-i18next';
import type { RoundPlan } from '@zhiyu/contracts/position';
import { usualMinutes } from '@zhiyu/contracts/round-values';
import { TextField } from '../../components/text-field';
import { LocalText, NumberInput } from './fields';

/** A round with people: what the candidate is told, and when it is proposed. */
export function RoundFields({
  round,
  off,
  onChange,
}: {
  round: RoundPlan;
  off: boolean;
  onChange: (round: RoundPlan) => void;
}) {
  const { t } = useTranslation('staff');
  const put = (part: Partial<RoundPlan>) => onChange({ ...round, ...part });
  return (
    <div className="form-grid">
      <LocalText
        label={t('position.nextName')}
        text={round.name}
        disabled={off}
        onChange={(name) => put({ name })}
      />
      <TextField
        label={t('position.nextPlace')}
        value={round.place}
        maxLength={200}
        disabled={off}
        onChange={(place) => put({ place })}
      />
      <TextField
        label={t('position.nextContact')}
        value={round.contact}
        maxLength={100}
        disabled={off}
        onChange={(contact) => put({ contact })}
      />
      <NumberInput
        label={t('position.nextDays')}
        value={round.afterDays}
        min={1}
        max={30}
        unit={t('unit.days')}
        disabled={off}
        onChange={(afterDays) => put({ afterDays })}
      />
      <NumberInput
        label={t('position.nextHour')}
        value={round.hour}
        min={7}
        max={21}
        unit={t('unit.hour')}
        disabled={off}
        onChange={(hour) => put({ hour })}
      />
      <NumberInput
        label={t('position.nextMinutes')}
        value={round.minutes ?? usualMinutes}
        min={15}
        max={240}
        step={15}
        unit={t('unit.minutes')}
        disabled={off}
        onChange={(minutes) => (minutes % 15 === 0 ? put({ minutes }) : undefined)}
      />
    </div>
  );
}
