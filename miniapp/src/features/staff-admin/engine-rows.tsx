import { useTranslation } from 'react-i18next';
import type { Engine } from '@zhiyu/contracts/staff';
import { StateWord } from '../../components/glyph';
import './admin.scss';

/** What this machine has; what is missing is said with what happens instead. */
export function EngineRows({ engines }: { engines: readonly Engine[] }) {
  const { t } = useTranslation('staff');
  return (
    <ul className="engines">
      {engines.map((engine) => (
        <li key={engine.name}>
          <span className="mid">{engine.name}</span>
          <StateWord of={engine.on ? 'pass' : 'reject'}>
            {t(engine.on ? 'system.on' : 'system.off')}
          </StateWord>
          <small>
            {engine.meaning}
            {engine.how === '' ? null : <span className="engine-how">{engine.how}</span>}
          </small>
        </li>
      ))}
    </ul>
  );
}
