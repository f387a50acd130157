import { useTranslation } from 'react-i18next';
import { testRoutes } from '@zhiyu/contracts/routes.tests';
import { useRoute } from '../../api/query';
import { useLive } from '../../api/stream';
import { momentText } from '../../components/time';
import './test.scss';
import './words';

/** The own written tests, on the candidate's page: nothing where there are none. */
export default function OwnTests() {
  const { t, i18n } = useTranslation('test');
  const { data } = useRoute(testRoutes.ownTests, {});
  useLive([testRoutes.ownTests]);
  if (!data || data.tests.length === 0) {
    return null;
  }
  return (
    <section className="test-own">
      <h2 className="t16 bold">{t('list')}</h2>
      <ul>
        {data.tests.map(({ id, title, count, minutes, state, deadline }) => (
          <li key={id}>
            <div className="grow">
              <p className="mid">{title}</p>
              <p className="t13 muted num">
                {t('facts', { count, minutes })}
                {' · '}
                {state === 'sent'
                  ? t('until', { time: momentText(deadline, data.serverNow, i18n.language) })
                  : t(`state.${state}`)}
              </p>
            </div>
            {state === 'sent' || state === 'running' ? (
              <a className="btn touch" href={`#/pages/test/index?id=${id}`}>
                {t(`open.${state}`)}
              </a>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
