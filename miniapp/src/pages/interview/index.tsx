import { useTranslation } from 'react-i18next';
import { H5Only } from '../../components/h5-only';
import { Page } from '../../components/page';

function Home() {
  const { t } = useTranslation('ui');
  return (
    <Page title={t('home.title')}>
      <header className="pad" style={{ paddingTop: 24 }}>
        <h1 className="h1">{t('home.title')}</h1>
        <p className="muted t15">{t('home.lead')}</p>
      </header>
    </Page>
  );
}

export default function HomePage() {
  return (
    <H5Only>
      <Home />
    </H5Only>
  );
}
