import { useTranslation } from 'react-i18next';
import { leastGroup } from '@zhiyu/contracts/group-values';
import type { ImpactFinding, ImpactRate } from '@zhiyu/contracts/groups';
import { StateWord } from '../../components/glyph';
import { useWide } from '../staff-shell/use-wide';
import { useGroupNames } from './group-names';
import { type ImpactTableRow, pText, ratioText, shareText } from './impact.shared';

function FindingWord({ finding }: { finding: ImpactFinding }) {
  const { t } = useTranslation('impact');
  const word = t(`say.${finding}`);
  return finding === 'found' ? (
    <StateWord of="warn">{word}</StateWord>
  ) : (
    <span className="muted">{word}</span>
  );
}

function RateCells({ rate }: { rate: ImpactRate | null }) {
  const { t } = useTranslation('impact');
  if (rate === null) {
    return (
      <td colSpan={5} className="muted">
        {t('noScores')}
      </td>
    );
  }
  return (
    <>
      <td className="num right nowrap">
        {rate.reached} / {rate.people}
      </td>
      <td className="num right">{shareText(rate.rate)}</td>
      <td className="num right mid">{ratioText(rate.ratio)}</td>
      <td className="num right nowrap">{pText(rate.p)}</td>
      <td>
        <FindingWord finding={rate.finding} />
      </td>
    </>
  );
}

function Row({ row }: { row: ImpactTableRow }) {
  const { t } = useTranslation('impact');
  const names = useGroupNames();
  return (
    <tr>
      <th scope="row" className="impact-group">
        {names.categories(row)}
      </th>
      {row.selection === null ? (
        <td colSpan={10} className="muted">
          {t('hidden', { least: leastGroup })}
        </td>
      ) : (
        <>
          <RateCells rate={row.selection} />
          <RateCells rate={row.scoring} />
        </>
      )}
    </tr>
  );
}

function RateHeads() {
  const { t } = useTranslation('impact');
  return (
    <>
      <th scope="col" className="right">
        {t('reached')} / {t('n')}
      </th>
      <th scope="col" className="right">
        {t('rate')}
      </th>
      <th scope="col" className="right">
        {t('ratio')}
      </th>
      <th scope="col" className="right">
        {t('p')}
      </th>
      <th scope="col">{t('finding')}</th>
    </>
  );
}

function RateLine({ title, rate }: { title: string; rate: ImpactRate | null }) {
  const { t } = useTranslation('impact');
  return (
    <div className="impact-rate t13">
      <span>{title}</span>
      {rate === null ? (
        <span className="muted">{t('noScores')}</span>
      ) : (
        <>
          <FindingWord finding={rate.finding} />
          <span className="num">
            {shareText(rate.rate)}{' '}
            <span className="muted">
              {rate.reached} / {rate.people}
            </span>
          </span>
          <span className="num">
            {t('ratio')} <span className="mid">{ratioText(rate.ratio)}</span>{' '}
            <span className="muted">
              {t('p')} {pText(rate.p)}
            </span>
          </span>
        </>
      )}
    </div>
  );
}

function Line({ row }: { row: ImpactTableRow }) {
  const { t } = useTranslation('impact');
  const names = useGroupNames();
  return (
    <li>
      <p className="mid">{names.categories(row)}</p>
      {row.selection === null ? (
        <p className="cap">{t('hidden', { least: leastGroup })}</p>
      ) : (
        <>
          <RateLine title={t('selection')} rate={row.selection} />
          <RateLine title={t('scoring')} rate={row.scoring} />
        </>
      )}
    </li>
  );
}

/** The groups of one attribute, in the shape of the bias audit's table; as lines where the finding would be out of sight. */
export function ImpactTable({ rows }: { rows: ImpactTableRow[] }) {
  const { t } = useTranslation('impact');
  const names = useGroupNames();
  const wide = useWide();
  const first = rows[0];
  if (!first) {
    return null;
  }
  const title = names.attributes(first);
  if (!wide) {
    return (
      <section className="section">
        <h2 className="sec-h">{title}</h2>
        <ul className="impact-lines">
          {rows.map((row) => (
            <Line key={row.categories.join()} row={row} />
          ))}
        </ul>
      </section>
    );
  }
  return (
    <section className="section">
      <h2 className="sec-h">{title}</h2>
      <div className="scroll-x" tabIndex={0} role="region" aria-label={title}>
        <table className="grid impact t13">
          <thead>
            <tr>
              <td rowSpan={2} />
              <th scope="colgroup" colSpan={5}>
                {t('selection')}
              </th>
              <th scope="colgroup" colSpan={5}>
                {t('scoring')}
              </th>
            </tr>
            <tr>
              <RateHeads />
              <RateHeads />
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.categories.join()} row={row} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
