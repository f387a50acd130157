import { useTranslation } from 'react-i18next';
import type { Pipeline } from '@zhiyu/contracts/pipeline';
import { hrefOf } from '../staff-shell/address.shared';
import { weekText } from './weeks.shared';
import './words';

type Week = Pipeline['weeks'][number];

const counts = ['applied', 'interviewed', 'passed', 'hired'] as const;
const height = 132;
const width = 44;

/** One bar: each part is of the people of the one before it, so they stand inside one another. */
function Bar({ week, most, x }: { week: Week; most: number; x: number }) {
  return (
    <g>
      {counts.map((name) => {
        const tall = (week[name] / most) * height;
        return (
          <rect
            key={name}
            className={`trend-${name}`}
            x={x + 8}
            y={height - tall}
            width={width - 16}
            height={tall}
            rx={2}
          />
        );
      })}
      <text className="trend-n" x={x + width / 2} y={height - (week.applied / most) * height - 5}>
        {week.applied}
      </text>
      <text className="trend-w" x={x + width / 2} y={height + 16}>
        {week.week.slice(5)}
      </text>
    </g>
  );
}

/** Applications by their week, and how far they are today; the numbers stand beside the picture. */
export function Trend({ weeks, position }: { weeks: Pipeline['weeks']; position: string }) {
  const { t } = useTranslation('pipeline');
  const most = Math.max(...weeks.map(({ applied }) => applied));
  if (most <= 0) {
    return <p className="muted t14">{t('trend.none')}</p>;
  }
  return (
    <div className="trend">
      <ul className="trend-keys t13">
        {counts.map((name) => (
          <li key={name}>
            <i className={`trend-key trend-${name}`} aria-hidden="true" />
            {t(`trend.${name}`)}
          </li>
        ))}
      </ul>
      <div className="scroll-x" tabIndex={0} role="group" aria-label={t('trend.title')}>
        <svg
          viewBox={`0 -18 ${weeks.length * width} ${height + 40}`}
          role="img"
          aria-label={t('trend.picture')}
        >
          {weeks.map((week, n) => (
            <Bar key={week.week} week={week} most={most} x={n * width} />
          ))}
        </svg>
      </div>
      <details>
        <summary className="t13">{t('trend.numbers')}</summary>
        <div className="scroll-x" tabIndex={0} role="group" aria-label={t('trend.numbers')}>
          <table className="grid t13">
            <thead>
              <tr>
                <th scope="col">{t('trend.week')}</th>
                {counts.map((name) => (
                  <th key={name} scope="col" className="right">
                    {t(`trend.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {[...weeks].reverse().map((week) => (
                <tr key={week.week}>
                  <th scope="row" className="nowrap">
                    <a href={hrefOf('applications', { position, week: week.week })}>
                      {weekText(week.week)}
                    </a>
                  </th>
                  {counts.map((name) => (
                    <td key={name} className="right num">
                      {week[name]}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </div>
  );
}
