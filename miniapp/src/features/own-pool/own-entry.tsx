import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnPool, PoolProfile } from '@zhiyu/contracts/pool-profile';
import { regionOf } from '@zhiyu/contracts/regions';
import { ownPoolRoutes } from '@zhiyu/contracts/routes.own-pool';
import { requestRoutes } from '@zhiyu/contracts/routes.requests';
import { messageOf } from '../../api/error';
import { keyOf, queryClient, useAct, useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import { SwitchRow } from '../../components/switch-row';
import { useToast } from '../../components/toast';
import { asksTransfer, untilText } from './own-entry.shared';
import { countryName } from './names.shared';
import { nothingSaid, ProfileFields } from './profile-fields';
import './words';

function Transfer(props: { own: OwnPool; on: boolean; onChange: (on: boolean) => void }) {
  const { t, i18n } = useTranslation('poolOwn');
  const { companyName: company, seenFrom } = props.own;
  const names = seenFrom.map((code) => countryName(code, i18n.language));
  return (
    <ul className="status-consents">
      <SwitchRow
        label={t('global.transfer', { company })}
        checked={props.on}
        onChange={props.onChange}
      >
        <p className="if">{t('global.transferMore')}</p>
        <p className="if">{t('seenFrom', { countries: names.join(t('comma')) })}</p>
      </SwitchRow>
    </ul>
  );
}

function Form({ own, onClose }: { own: OwnPool; onClose: () => void }) {
  const { t } = useTranslation('poolOwn');
  const say = useToast();
  const [profile, setProfile] = useState<PoolProfile>(own.profile ?? nothingSaid);
  const [transfer, setTransfer] = useState(own.transfer);
  const save = useAct(ownPoolRoutes.setOwnPool, {
    refresh: [requestRoutes.ownPage],
    onSuccess: (after) => {
      queryClient.setQueryData(keyOf(ownPoolRoutes.ownPool, {}), after);
      say(t('saved'));
      onClose();
    },
  });
  const { country, languages, move } = profile;
  const months = own.months[country === null ? 'unsaid' : regionOf(country)];
  const asks = asksTransfer(own, country);
  return (
    <>
      <p className="t15">{t('lead')}</p>
      <ProfileFields value={profile} onChange={setProfile} />
      {asks ? <Transfer own={own} on={transfer} onChange={setTransfer} /> : null}
      <p className="t13 muted">{t('global.keep', { months })}</p>
      {save.error ? (
        <p role="alert" className="apply-wrong">
          {messageOf(save.error)}
        </p>
      ) : null}
      <Button
        look="primary"
        size="big"
        wide
        busy={save.isPending ? t('saving') : undefined}
        onPress={() =>
          save.mutate({ country, languages, move, transfer: asks && transfer, months })
        }
      >
        {t('save')}
      </Button>
    </>
  );
}

/** Until when the entry holds, and what the person says in it. */
export default function OwnEntry() {
  const { t } = useTranslation('poolOwn');
  const [open, setOpen] = useState(false);
  const { data } = useRoute(ownPoolRoutes.ownPool, {});
  const close = () => setOpen(false);
  return data?.until == null ? null : (
    <>
      <p className="t13 muted consent-note num" role="status">
        {t('until', { at: untilText(data.until) })}
      </p>
      <p className="own-pool-open">
        <Button onPress={() => setOpen(true)}>{t('open')}</Button>
      </p>
      <Sheet open={open} title={t('title')} onClose={close}>
        <Form key={String(open)} own={data} onClose={close} />
      </Sheet>
    </>
  );
}
