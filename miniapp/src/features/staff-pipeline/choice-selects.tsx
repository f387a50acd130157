import { useTranslation } from 'react-i18next';
import type { Pipeline } from '@zhiyu/contracts/pipeline';
import { sources } from '@zhiyu/contracts/source-values';
import { serverTime } from '../../platform/clock';
import type { Choice } from './choice.shared';
import { mondaysUntil, weekText } from './weeks.shared';
import './words';

interface Option {
  value: string;
  text: string;
}

/** A native select with its name for screen readers only: the first option says what it is about. */
export function Select({
  label,
  every,
  value,
  options,
  onChange,
}: {
  label: string;
  every: string;
  value: string;
  options: readonly Option[];
  onChange: (value: string) => void;
}) {
  return (
    <label className="filters-one">
      <span className="sr">{label}</span>
      <select
        className={`select ${value === '' ? '' : 'chosen'}`}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{every}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </label>
  );
}

/** 本周, 上周, or the days of a week by its Monday. */
export function useWeekName(): (monday: string) => string {
  const { t } = useTranslation('pipeline');
  const [now, last] = mondaysUntil(serverTime());
  return (monday) =>
    monday === now
      ? t('filter.thisWeek')
      : monday === last
        ? t('filter.lastWeek')
        : weekText(monday);
}

/** Department, source, and the week of the application. */
export function ChoiceSelects({
  choice,
  departments,
  onChange,
}: {
  choice: Omit<Choice, 'position'>;
  departments: Pipeline['departments'];
  onChange: (part: Partial<Omit<Choice, 'position'>>) => void;
}) {
  const { t } = useTranslation(['pipeline', 'staff']);
  const mondays = mondaysUntil(serverTime());
  const weekName = useWeekName();
  const weeks = choice.week === '' || mondays.includes(choice.week) ? [] : [choice.week];
  return (
    <>
      {departments.length === 0 ? null : (
        <Select
          label={t('filter.department')}
          every={t('every.department')}
          value={choice.department}
          options={departments.map(({ id, name }) => ({ value: id, text: name }))}
          onChange={(department) => onChange({ department })}
        />
      )}
      <Select
        label={t('filter.source')}
        every={t('every.source')}
        value={choice.source ?? ''}
        options={sources.map((source) => ({
          value: source,
          text: t(`staff:source.${source}`),
        }))}
        onChange={(source) => onChange({ source: sources.find((one) => one === source) ?? '' })}
      />
      <Select
        label={t('filter.week')}
        every={t('every.week')}
        value={choice.week}
        options={[...weeks, ...mondays].map((monday) => ({
          value: monday,
          text: weekName(monday),
        }))}
        onChange={(week) => onChange({ week })}
      />
    </>
  );
}
