import { useTranslation } from 'react-i18next';
import type { BankList } from '@zhiyu/contracts/question-bank';
import { Button } from '../../components/button';
import { textIn } from '../../locales';
import {
  type BankFilter,
  industryNames,
  isFiltered,
  kindNames,
  localeNames,
  noFilter,
} from './bank.shared';

interface ChoiceProps {
  label: string;
  every: string;
  value: string;
  options: readonly { value: string; text: string }[];
  onChange: (value: string) => void;
}

function Choice({ label, every, value, options, onChange }: ChoiceProps) {
  return (
    <label>
      <span className="sr">{label}</span>
      <select className="select" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{every}</option>
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.text}
          </option>
        ))}
      </select>
    </label>
  );
}

export interface BankFiltersProps {
  competencies: BankList['competencies'];
  filter: BankFilter;
  search: string;
  onFilter: (filter: BankFilter) => void;
  onSearch: (search: string) => void;
  /** Only what a picker needs: words and competency. */
  few?: boolean;
}

/** Words and choices above the list of the bank. */
export function BankFilters(props: BankFiltersProps) {
  const { t } = useTranslation('staff');
  const { competencies, filter, search, onFilter, onSearch } = props;
  const choice = (name: keyof BankFilter, options: ChoiceProps['options']) => (
    <Choice
      label={t(`bank.filter.${name}`)}
      every={t(`bank.every.${name}`)}
      value={filter[name]}
      options={options}
      onChange={(value) => onFilter({ ...filter, [name]: value })}
    />
  );
  return (
    <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <label className="filters-q">
        <span className="sr">{t('bank.search')}</span>
        <input
          type="search"
          className="input"
          maxLength={100}
          placeholder={t('bank.searchHint')}
          value={search}
          onChange={(event) => onSearch(event.target.value)}
        />
      </label>
      {choice(
        'competency',
        competencies.map((one) => ({ value: one.code, text: textIn(one.name) })),
      )}
      {choice(
        'kind',
        kindNames.map((value) => ({ value, text: t(`questionKind.${value}`) })),
      )}
      {props.few ? null : (
        <>
          {choice(
            'industry',
            industryNames.map((value) => ({ value, text: t(`bank.industry.${value}`) })),
          )}
          {choice(
            'locale',
            localeNames.map((value) => ({ value, text: t(`locale.${value}`) })),
          )}
          {choice(
            'origin',
            (['product', 'own'] as const).map((value) => ({
              value,
              text: t(`bank.origin.${value}`),
            })),
          )}
        </>
      )}
      {isFiltered(filter, search) ? (
        <Button
          look="quiet"
          onPress={() => {
            onFilter(noFilter);
            onSearch('');
          }}
        >
          {t('list.clear')}
        </Button>
      ) : null}
    </form>
  );
}
