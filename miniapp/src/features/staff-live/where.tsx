import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveRow } from '@zhiyu/contracts/live';
import { StateWord } from '../../components/glyph';
import { clockText } from '../../components/time';
import { serverTime } from '../../platform/clock';

/** The clock of the page, once a second. */
function useSecond(): number {
  const [now, setNow] = useState(serverTime);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverTime()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** Which question, what the candidate does, how long it still lasts, and what is wrong with the line. */
export function Where({ row, now: read }: { row: LiveRow; now: number }) {
  const { t } = useTranslation('live');
  const now = Math.max(useSecond(), read);
  const facts = [
    row.index === null
      ? t('progress', { n: row.answered, of: row.count })
      : t('question', { n: row.index + 1, of: row.count }),
    t(`phase.${row.phase}`),
    ...(row.mode === null ? [] : [t(`mode.${row.mode}`)]),
  ];
  const left = row.endsAt === null ? null : (row.endsAt - now) / 1000;
  return (
    <span className="live-where t13">
      <span className="num">{facts.join(' · ')}</span>
      {left === null || left <= 0 ? null : (
        <span className="num muted">{t('left', { time: clockText(left) })}</span>
      )}
      {row.troubles.map((trouble) => (
        <StateWord key={trouble} of="warn">
          {t(`trouble.${trouble}`)}
        </StateWord>
      ))}
    </span>
  );
}
