import { useTranslation } from 'react-i18next';
import { Page } from '../../components/page';
import { hrefOf } from '../staff-shell/address.shared';
import { Brand } from '../staff-shell/brand';

/** For a visitor: candidates come by their link, staff sign in. */
export function Landing() {
  const { t } = useTranslation('staff');
  return (
    <Page title={t('nav.brand')} className="landing">
      <header className="landing-in">
        <Brand label={t('nav.brand')} />
        <h1 className="h1">{t('landing.title')}</h1>
        <p className="muted">{t('landing.candidate')}</p>
        <p className="muted">{t('landing.staff')}</p>
        <p>
          <a className="btn big" href={hrefOf('sign-in')}>
            {t('landing.signIn')}
          </a>
        </p>
      </header>
    </Page>
  );
}
