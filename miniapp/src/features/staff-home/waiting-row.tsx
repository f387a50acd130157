import { useTranslation } from 'react-i18next';
import type { ApplicationRow } from '@zhiyu/contracts/application';
import { ScoreBar, ScoreFigure } from '../../components/score-bar';
import { serverTime } from '../../platform/clock';
import { hrefOf } from '../staff-shell/address.shared';
import { ExampleMark } from '../staff-shell/example-mark';
import { PotentialMark } from '../staff-shell/potential-mark';
import { PromiseWord } from '../staff-shell/promise-word';
import { useWords } from '../staff-shell/use-words';
import { Who } from '../staff-shell/who';
import { lookWords } from './home.shared';

/** More names would not be read in a row. */
const NAMED = 2;

interface Props {
  row: ApplicationRow;
  first: boolean;
  /** Dimensions on the line, the heaviest first. */
  crossing: readonly string[];
}

/** One person who waits: who, why, the score with its error and requirement, by when. */
export function WaitingRow({ row, first, crossing }: Props) {
  const { t } = useTranslation('staff');
  const words = useWords();
  const { key, numbers } = lookWords(row, serverTime(), words);
  return (
    <li className={first ? 'first' : ''}>
      <a href={hrefOf('file', { id: row.id })}>
        <Who id={row.id} name={row.candidateName} />
        <span className="w1">
          <b>
            {row.candidateName}
            <PotentialMark on={row.highPotential} />
          </b>
          <span className="muted">
            {row.positionName}
            <ExampleMark on={row.example} />
          </span>
        </span>
        <span className="w2">
          {t(`home.look.${key}`, numbers)}
          {crossing.length === 0 ? null : (
            <span className="faint t13 w2-line">
              {t(crossing.length > NAMED ? 'home.crossingMore' : 'home.crossing', {
                names: crossing.slice(0, NAMED).join(t('home.and')),
                n: crossing.length - NAMED,
              })}
            </span>
          )}
        </span>
        <span className="w3">
          {row.total === null || row.requirement === null ? null : (
            <ScoreBar
              mini
              label={row.candidateName}
              value={row.total}
              standardError={row.standardError}
              requirement={row.requirement}
              {...(row.verdict ? { verdict: row.verdict } : {})}
            />
          )}
        </span>
        <span className="w4">
          {row.total === null ? (
            <span className="faint t13">{t('row.noScore')}</span>
          ) : (
            <ScoreFigure value={row.total} standardError={row.standardError} />
          )}
        </span>
        <span className="w5 num">
          {row.promiseAt === null ? (
            <span className="faint">{t('row.noPromise')}</span>
          ) : (
            <PromiseWord at={row.promiseAt} />
          )}
        </span>
      </a>
    </li>
  );
}
