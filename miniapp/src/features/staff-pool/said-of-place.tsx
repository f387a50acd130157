import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PoolProfile } from '@zhiyu/contracts/pool-profile';
import { routes } from '@zhiyu/contracts/routes';
import type { PoolMember } from '@zhiyu/contracts/talent-pool';
import { messageOf } from '../../api/error';
import { useAct } from '../../api/query';
import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import { SwitchRow } from '../../components/switch-row';
import { countryName, languageName } from '../own-pool/names.shared';
import { nothingSaid, ProfileFields } from '../own-pool/profile-fields';
import { useMay } from '../staff-shell/use-me';
import { useWords } from '../staff-shell/use-words';
import './words';

/** Place and languages in one line; empty where nothing was said. */
export function useProfileLine(): (profile: PoolProfile | null) => string {
  const { t, i18n } = useTranslation('pool');
  return (profile) => {
    const { country, languages, move } = profile ?? nothingSaid;
    const parts = [
      ...(country === null ? [] : [countryName(country, i18n.language)]),
      ...languages.map(({ code, level }) =>
        t('across.language1', {
          name: languageName(code, i18n.language),
          level: level === 'native' ? t('poolOwn:levels.native') : level,
        }),
      ),
      ...(move === null ? [] : [t(`across.moves.${move}`)]),
    ];
    return parts.join(' · ');
  };
}

function Enter({ member, onClose }: { member: PoolMember; onClose: () => void }) {
  const { t } = useTranslation('pool');
  const { applicationId: id, candidateName: name, profile: before } = member;
  const [profile, setProfile] = useState<PoolProfile>(before ?? nothingSaid);
  const [told, setTold] = useState(false);
  const save = useAct(routes.setPoolProfile, { refresh: [routes.pool], onSuccess: onClose });
  const { country, languages, move } = profile;
  return (
    <Sheet
      open
      title={t('across.title', { name })}
      onClose={onClose}
      footer={
        <Button
          look="primary"
          disabled={!told}
          busy={save.isPending ? t('staff:saving') : undefined}
          onPress={() => save.mutate({ id, country, languages, move, told: true })}
        >
          {t('ui:save')}
        </Button>
      }
    >
      <p className="t13">{t('across.lead')}</p>
      <ProfileFields value={profile} onChange={setProfile} />
      <ul className="switch-rows">
        <SwitchRow label={t('across.told', { name })} checked={told} onChange={setTold}>
          {t('across.toldMore')}
        </SwitchRow>
      </ul>
      {save.error ? (
        <p className="fault" role="alert">
          {messageOf(save.error)}
        </p>
      ) : null}
    </Sheet>
  );
}

/** What the person said of place, languages and moving, with who wrote it down. */
export function SaidOfPlace({ member }: { member: PoolMember }) {
  const { t } = useTranslation('pool');
  const words = useWords();
  const may = useMay();
  const line = useProfileLine();
  const [entering, setEntering] = useState(false);
  const { profile } = member;
  const open = may('talent.note') && profile?.by !== null;
  return (
    <section className="section">
      <h2 className="sec-h">{t('across.heading')}</h2>
      <p className={profile ? 't13' : 'muted t13'}>{line(profile) || t('across.unsaid')}</p>
      {profile ? (
        <p className="cap num">
          {profile.by === null ? t('across.byPerson') : t('across.byStaff', { name: profile.by })}
          {' · '}
          {words.day(profile.at)}
        </p>
      ) : null}
      {open ? (
        <Button className="touch" onPress={() => setEntering(true)}>
          {t(profile ? 'across.change' : 'across.enter')}
        </Button>
      ) : null}
      {entering ? <Enter member={member} onClose={() => setEntering(false)} /> : null}
    </section>
  );
}
