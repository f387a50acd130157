import { useTranslation } from 'react-i18next';
import type { Dashboard } from '@zhiyu/contracts/application';
import { hrefOf } from '../staff-shell/address.shared';
import { plainName } from '../staff-shell/position-names.shared';
import { useWide } from '../staff-shell/use-wide';
import { RateWord } from '../staff-board/rate-word';

const counted = ['applied', 'invited', 'completed', 'decided', 'hired'] as const;

/** Counts of this week, from Monday. */
export function ThisWeek({ data }: { data: Dashboard }) {
  const { t } = useTranslation('staff');
  const wide = useWide();
  return (
    <section>
      <h2 className="sec-h">
        {t('week.title')}
        <a className="link week-all" href={hrefOf(wide ? 'board' : 'manager')}>
          {t('week.board')}
        </a>
      </h2>
      <dl className="pairs-list t13">
        {counted.map((name) => (
          <div key={name}>
            <dt>{t(`week.${name}`)}</dt>
            <dd className="num mid">{data.week[name]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Pass rate of the AI interview per position, with its people and interval. */
export function PassRates({ data }: { data: Dashboard }) {
  const { t } = useTranslation('staff');
  const assessed = data.positions.filter((position) => position.assessed > 0);
  if (assessed.length === 0) {
    return null;
  }
  return (
    <section className="section">
      <h2 className="sec-h">{t('week.passRate')}</h2>
      <ul className="rows rates">
        {assessed.map((position) => (
          <li key={position.id}>
            <a className="reach" href={hrefOf('board', { position: position.id })}>
              {plainName(position, data.positions)}
            </a>
            <RateWord hits={position.passed} of={position.assessed} />
          </li>
        ))}
      </ul>
    </section>
  );
}
