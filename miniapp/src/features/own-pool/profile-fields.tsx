import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PoolProfile } from '@zhiyu/contracts/pool-profile';
import {
  languageLevels,
  type LanguageLevel,
  moves,
  poolLanguages,
  poolLanguagesAtMost,
} from '@zhiyu/contracts/pool-values';
import { countries } from '@zhiyu/contracts/regions';
import { Button } from '../../components/button';
import { Icon } from '../../components/icon';
import { byName, countryName, languageName } from './names.shared';
import './own-pool.scss';
import './words';

interface Props {
  value: PoolProfile;
  onChange: (value: PoolProfile) => void;
}

export const nothingSaid: PoolProfile = { country: null, languages: [], move: null };

export function CountryChoice(props: {
  label: string;
  none: string;
  value: string | null;
  labelHidden?: boolean;
  disabled?: boolean;
  onChange: (value: string | null) => void;
}) {
  const { i18n } = useTranslation('poolOwn');
  return (
    <label className="field">
      <span className={props.labelHidden ? 'sr' : ''}>{props.label}</span>
      <select
        className="select"
        value={props.value ?? ''}
        disabled={props.disabled}
        onChange={(event) => props.onChange(event.target.value || null)}
      >
        <option value="">{props.none}</option>
        {byName(countries, countryName, i18n.language).map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function AddLanguage({ value, onChange }: Props) {
  const { t, i18n } = useTranslation('poolOwn');
  const [code, setCode] = useState('');
  const [level, setLevel] = useState<LanguageLevel>('B2');
  const free = poolLanguages.filter((one) => !value.languages.some(({ code: own }) => own === one));
  const add = () => {
    onChange({ ...value, languages: [...value.languages, { code, level }] });
    setCode('');
  };
  return (
    <div className="own-pool-add">
      <label className="field">
        <span className="sr">{t('language')}</span>
        <select className="select" value={code} onChange={(event) => setCode(event.target.value)}>
          <option value="">{t('choose')}</option>
          {byName(free, languageName, i18n.language).map(({ code: one, name }) => (
            <option key={one} value={one}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span className="sr">{t('level')}</span>
        <select
          className="select"
          value={level}
          onChange={(event) => setLevel(event.target.value as LanguageLevel)}
        >
          {languageLevels.map((one) => (
            <option key={one} value={one}>
              {t(`levels.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <Button className="touch" disabled={code === ''} onPress={add}>
        {t('add')}
      </Button>
    </div>
  );
}

/** Where somebody lives, what he speaks and how well, whether he would move: all of it may stay unsaid. */
export function ProfileFields({ value, onChange }: Props) {
  const { t, i18n } = useTranslation('poolOwn');
  const nameOf = (code: string) => languageName(code, i18n.language);
  return (
    <div className="form-stack own-pool-fields">
      <CountryChoice
        label={t('country')}
        none={t('unsaid')}
        value={value.country}
        onChange={(country) => onChange({ ...value, country })}
      />
      <fieldset>
        <legend>{t('languages')}</legend>
        <ul className="own-pool-languages">
          {value.languages.map(({ code, level }) => (
            <li key={code}>
              <span>
                {nameOf(code)} · {t(`levels.${level}`)}
              </span>
              <button
                type="button"
                className="reach"
                aria-label={t('remove', { name: nameOf(code) })}
                onClick={() =>
                  onChange({
                    ...value,
                    languages: value.languages.filter((one) => one.code !== code),
                  })
                }
              >
                <Icon name="close" size="xs" />
              </button>
            </li>
          ))}
        </ul>
        {value.languages.length < poolLanguagesAtMost ? (
          <AddLanguage value={value} onChange={onChange} />
        ) : null}
      </fieldset>
      <label className="field">
        <span>{t('move')}</span>
        <select
          className="select"
          value={value.move ?? ''}
          onChange={(event) => {
            const move = moves.find((one) => one === event.target.value) ?? null;
            onChange({ ...value, move });
          }}
        >
          <option value="">{t('unsaid')}</option>
          {moves.map((one) => (
            <option key={one} value={one}>
              {t(`moves.${one}`)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
