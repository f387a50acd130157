import { useTranslation } from 'react-i18next';
import { bulkAtMost } from '@zhiyu/contracts/pipeline';
import type { ApplicationRow } from '@zhiyu/contracts/application';
import { Button } from '../../components/button';
import type { Chosen } from './use-chosen';
import './bulk.scss';
import './words';

/** Chooses one person for an act on several; by pointer, finger or the space bar. */
export function ChooseBox({ row, chosen }: { row: ApplicationRow; chosen: Chosen }) {
  const { t } = useTranslation('pipeline');
  return (
    <label className="choose-box">
      <input
        type="checkbox"
        className="check"
        aria-label={t('list.select', { name: row.candidateName })}
        checked={chosen.has(row.id)}
        onChange={() => chosen.toggle(row.id)}
      />
    </label>
  );
}

interface AllProps {
  rows: ApplicationRow[];
  chosen: Chosen;
}

/** Chooses everybody who is listed here and nobody else, or nobody. */
export function ChooseAllBox({ rows, chosen }: AllProps) {
  const { t } = useTranslation('pipeline');
  const first = rows.slice(0, bulkAtMost).map(({ id }) => id);
  const all = first.every((id) => chosen.has(id));
  return (
    <label className="choose-box">
      <input
        type="checkbox"
        className="check"
        aria-label={t('list.selectAll', { n: first.length })}
        checked={all}
        onChange={() => chosen.set(all ? [] : first)}
      />
    </label>
  );
}

/** The people a column of the board shows, beside whoever is chosen in other columns. */
export function ChooseColumn({ rows, chosen }: AllProps) {
  const { t } = useTranslation('pipeline');
  const ids = rows.map(({ id }) => id);
  const all = ids.every((id) => chosen.has(id));
  const others = chosen.ids.filter((id) => !ids.includes(id));
  return (
    <label className="choose-column">
      <input
        type="checkbox"
        className="check"
        checked={all}
        onChange={() => chosen.set(all ? others : [...others, ...ids])}
      />
      {t('list.selectColumn', { n: ids.length })}
    </label>
  );
}

/** On a phone the boxes come when somebody wants to choose. */
export function ChooseMode({ chosen }: { chosen: Chosen }) {
  const { t } = useTranslation('pipeline');
  return (
    <Button
      look="quiet"
      className="touch"
      onPress={() => (chosen.choosing ? chosen.clear() : chosen.choose(true))}
    >
      {t(chosen.choosing ? 'list.selectEnd' : 'list.selectMode')}
    </Button>
  );
}
