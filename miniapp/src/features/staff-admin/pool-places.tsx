import { useTranslation } from 'react-i18next';
import type { PoolRules } from '@zhiyu/contracts/pool-profile';
import { usualCountry } from '@zhiyu/contracts/regions';
import { routes } from '@zhiyu/contracts/routes';
import { messageOf } from '../../api/error';
import { useAct, useRoute } from '../../api/query';
import { useToast } from '../../components/toast';
import { countryName } from '../own-pool/names.shared';
import { CountryChoice } from '../own-pool/profile-fields';

/** Where the company works, and whoever of the pool's readers works elsewhere. */
export function Places({ data }: { data: PoolRules }) {
  const { t, i18n } = useTranslation('pool');
  const say = useToast();
  const company = useRoute(routes.company, {});
  const put = useAct(routes.setPlace, {
    refresh: [routes.poolRules],
    onSuccess: () => say(t('ui:saved')),
  });
  const { home, people } = data;
  const id = company.data?.id;
  return (
    <section className="section">
      <h2 className="sec-h">{t('place.title')}</h2>
      <p className="t13">{t('place.lead')}</p>
      <div className="form-stack">
        {id === undefined ? null : (
          <CountryChoice
            label={t('place.company')}
            none={t('place.usual', { name: countryName(usualCountry, i18n.language) })}
            value={home}
            disabled={put.isPending}
            onChange={(country) => put.mutate({ id, country })}
          />
        )}
        {people.map((one) => (
          <CountryChoice
            key={one.id}
            label={one.name}
            none={t('place.asCompany', { name: countryName(home, i18n.language) })}
            value={one.country}
            disabled={put.isPending}
            onChange={(country) => put.mutate({ id: one.id, country })}
          />
        ))}
      </div>
      {put.error ? (
        <p className="fault" role="alert">
          {messageOf(put.error)}
        </p>
      ) : null}
    </section>
  );
}
