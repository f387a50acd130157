import { useTranslation } from 'react-i18next';
import { languageLevels, moves } from '@zhiyu/contracts/pool-values';
import type { Pool } from '@zhiyu/contracts/talent-pool';
import { byName, countryName, languageName } from '../own-pool/names.shared';
import type { Across } from './pool.shared';
import '../own-pool/words';
import './words';

/** Place, languages and moving, where somebody in the pool said any of it. */
export function AcrossFilters({
  wanted,
  pool,
  onChange,
}: {
  wanted: Across;
  pool: Pick<Pool, 'countries' | 'languages'>;
  onChange: (change: Partial<Across>) => void;
}) {
  const { t, i18n } = useTranslation('pool');
  const { country, language, level, move } = wanted;
  const idle = country + language + move === '';
  if (pool.countries.length + pool.languages.length === 0 && idle) {
    return null;
  }
  const withOwn = (codes: readonly string[], own: string) => [
    ...new Set([...codes, ...(own === '' ? [] : [own])]),
  ];
  return (
    <>
      <label>
        <span className="sr">{t('across.country')}</span>
        <select
          className="select"
          value={country}
          onChange={(event) => onChange({ country: event.target.value })}
        >
          <option value="">{t('across.anywhere')}</option>
          {byName(withOwn(pool.countries, country), countryName, i18n.language).map((one) => (
            <option key={one.code} value={one.code}>
              {t('across.in', { name: one.name })}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="sr">{t('across.language')}</span>
        <select
          className="select"
          value={language}
          onChange={(event) => onChange({ language: event.target.value })}
        >
          <option value="">{t('across.anyLanguage')}</option>
          {byName(withOwn(pool.languages, language), languageName, i18n.language).map((one) => (
            <option key={one.code} value={one.code}>
              {t('across.speaks', { name: one.name })}
            </option>
          ))}
        </select>
      </label>
      {language === '' ? null : (
        <label>
          <span className="sr">{t('across.level')}</span>
          <select
            className="select"
            value={level}
            onChange={(event) => onChange({ level: event.target.value as Across['level'] })}
          >
            <option value="">{t('across.anyLevel')}</option>
            {languageLevels.map((one) => (
              <option key={one} value={one}>
                {t('across.least', { level: t(`poolOwn:levels.${one}`) })}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        <span className="sr">{t('across.move')}</span>
        <select
          className="select"
          value={move}
          onChange={(event) => onChange({ move: event.target.value as Across['move'] })}
        >
          <option value="">{t('across.anyMove')}</option>
          {moves.map((one) => (
            <option key={one} value={one}>
              {t(`across.moves.${one}`)}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
