import { useTranslation } from 'react-i18next';
import type { Survey } from '@zhiyu/contracts/requests';
import { routes } from '@zhiyu/contracts/routes';
import { useRoute } from '../../api/query';

function Means({ survey }: { survey: Survey }) {
  const { t } = useTranslation('staff');
  const counts = { fair: survey.fairCounts, smooth: survey.smoothCounts };
  return (
    <>
      <dl className="board-survey">
        {(['fair', 'smooth'] as const).map((about) => (
          <div key={about}>
            <dt>{t(`survey.${about}`)}</dt>
            <dd className="num">
              <b>{survey[about].toFixed(1)}</b> / 5{' '}
              <span className="muted t13">
                {t('survey.counts', { counts: counts[about].join(' · ') })}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      {survey.texts.length === 0 ? null : (
        <ul className="board-survey-texts t15">
          {survey.texts.map((text, at) => (
            <li key={at}>{text}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** What candidates think of the interviews: only together, and only where enough have answered. */
export function SurveyOfAll() {
  const { t } = useTranslation('staff');
  const { data } = useRoute(routes.surveyResult, {});
  if (!data) {
    return null;
  }
  const { company } = data;
  return (
    <section className="section" aria-labelledby="board-survey">
      <h2 id="board-survey" className="sec-h">
        {t('survey.title')}
        {company ? (
          <span className="cap num">{t('survey.answers', { count: company.answers })}</span>
        ) : null}
      </h2>
      {company ? <Means survey={company} /> : <p className="t15 muted">{t('survey.few')}</p>}
    </section>
  );
}
