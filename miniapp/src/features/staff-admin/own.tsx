import { useTranslation } from 'react-i18next';
import { messageOf } from '../../api/error';
import { queryClient } from '../../api/query';
import { Button } from '../../components/button';
import { Awaited } from '../../components/state';
import { useToast } from '../../components/toast';
import { choose, currentLocale } from '../../locales';
import { hrefOf } from '../staff-shell/address.shared';
import { signOut, useMe } from '../staff-shell/use-me';
import { Who } from '../staff-shell/who';

const languages = ['zh', 'en'] as const;

/** Who I am here, my language, my password, the way out. */
export function Own() {
  const { t } = useTranslation('staff');
  const me = useMe();
  const say = useToast();
  const shown = currentLocale() === 'en' ? 'en' : 'zh';
  const leave = () => {
    signOut().catch((error: unknown) => say(messageOf(error)));
  };
  const read = (language: (typeof languages)[number]) => {
    choose(language);
    // What the server said was in the other language.
    void queryClient.invalidateQueries();
  };
  return (
    <Awaited query={me}>
      {(person) => (
        <>
          <div className="row own-who">
            <Who id={person.id} name={person.name} size="lg" />
            <div>
              <p className="t16 mid">{person.name}</p>
              <p className="muted t13">
                {person.companyName} ·{' '}
                {person.roles.map((role) => t(`role.${role}`)).join(t('and'))}
              </p>
            </div>
          </div>
          <section className="section">
            <h2 className="sec-h">{t('own.language')}</h2>
            <div className="seg own-seg" role="group" aria-label={t('own.language')}>
              {languages.map((language) => (
                <button
                  key={language}
                  type="button"
                  aria-pressed={language === shown}
                  onClick={() => read(language)}
                >
                  {t(`locale.${language}`)}
                </button>
              ))}
            </div>
          </section>
          <section className="section">
            <h2 className="sec-h">{t('own.account')}</h2>
            <p className="row own-seg">
              <a className="btn touch" href={hrefOf('password')}>
                {t('own.password')}
              </a>
              <Button className="touch" onPress={leave}>
                {t('own.leave')}
              </Button>
            </p>
          </section>
        </>
      )}
    </Awaited>
  );
}
