import { useTranslation } from 'react-i18next';
import type { PositionSummary } from '@zhiyu/contracts/position';
import type { Pipeline } from '@zhiyu/contracts/pipeline';
import { Icon } from '../../components/icon';
import { useWeekName } from '../staff-pipeline/choice-selects';
import { plainName } from '../staff-shell/position-names.shared';
import { useWords } from '../staff-shell/use-words';
import { noFilter, type Filter } from './filter.shared';
import type { ApplicationsState } from './use-applications';

type Name = keyof Filter;

interface ConditionsProps {
  state: ApplicationsState;
  positions: readonly PositionSummary[];
  departments: Pipeline['departments'];
}

/** Each condition in words, empty where there is none; the search stands in its own field. */
function useConditionWords({ state, positions, departments }: ConditionsProps) {
  const { t } = useTranslation('staff');
  const words = useWords();
  const weekName = useWeekName();
  const { filter } = state;
  const position = positions.find(({ id }) => id === filter.position);
  const department = departments.find(({ id }) => id === filter.department);
  const all: Record<Exclude<Name, 'q'>, string> = {
    position: position ? plainName(position, positions) : '',
    stage: filter.stage === '' ? '' : words.stage(filter.stage),
    department: department?.name ?? '',
    source: filter.source ? t(`source.${filter.source}`) : '',
    week: filter.week === '' ? '' : weekName(filter.week),
    waiting: filter.waiting ? t('list.mine') : '',
  };
  return all;
}

/** What the list is narrowed by, as words; the cross takes one away. */
export function Conditions(props: ConditionsProps) {
  const { t } = useTranslation('pipeline');
  const words = useConditionWords(props);
  const names = (Object.keys(words) as Exclude<Name, 'q'>[]).filter((name) => words[name] !== '');
  const drop = (name: Name) => props.state.change({ [name]: noFilter[name] });
  return names.length === 0 ? null : (
    <ul className="conditions" aria-label={t('filter.conditions')}>
      {names.map((name) => (
        <li key={name}>
          <button
            type="button"
            className="condition"
            aria-label={t('filter.drop', { what: words[name] })}
            onClick={() => drop(name)}
          >
            {words[name]}
            <Icon name="close" size="xs" />
          </button>
        </li>
      ))}
    </ul>
  );
}
