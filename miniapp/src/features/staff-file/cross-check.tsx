import { useTranslation } from 'react-i18next';
import type { ApplicationDetail } from '@zhiyu/contracts/application';
import { routes } from '@zhiyu/contracts/routes';
import type { Report } from '@zhiyu/contracts/scoring';
import { useRoute } from '../../api/query';
import { Glyph } from '../../components/glyph';
import { useWords } from '../staff-shell/use-words';
import { type Apart, apartIn } from './cross-check.shared';
import { useReviews } from './decided-on';
import './cross-check.scss';

function useSentence(): (apart: Apart) => string {
  const { t } = useTranslation('file');
  const words = useWords();
  return (apart) => {
    switch (apart.kind) {
      case 'resume': {
        const { name, value, need, projects, years } = apart;
        const how = projects > 0 ? 'apart.projects' : 'apart.years';
        return t('apart.resume', {
          ...{ name, value: words.score(value), need: words.score(need) },
          much: t(how, { count: projects > 0 ? projects : Math.floor(years) }),
        });
      }
      case 'testHigh':
      case 'testLow': {
        const { test, value, need } = apart;
        const { name, score, maximum } = test;
        const of = { value: words.score(value), need: words.score(need) };
        return t(`apart.${apart.kind}`, { name, score, maximum, ...of });
      }
      default: {
        const { name, level, value } = apart;
        const given = { level: level.toFixed(1), value: words.score(value) };
        return t(`apart.${apart.kind}`, { name, ...given });
      }
    }
  };
}

const keyOf = (one: Apart) => `${one.kind} ${'name' in one ? one.name : one.test.name}`;

/** Where the sources do not fit each other (R30), each with what to ask next; nothing where they do. */
export function CrossCheck({
  application,
  report,
}: {
  application: ApplicationDetail;
  report: Report;
}) {
  const { t } = useTranslation('file');
  const sentence = useSentence();
  const tests = useRoute(routes.testsOfApplication, { id: application.id }).data;
  const reviews = useReviews(application.id, application.allowed.scores);
  const rule = application.screening?.rules.find(({ kind }) => kind === 'experience');
  const found = apartIn({
    report,
    projects: application.resume?.parsed.projects.length ?? 0,
    years: rule?.years ?? 0,
    tests: tests?.results ?? [],
    scorecards: reviews?.scorecards ?? [],
  });
  return found.length === 0 ? null : (
    <section className="section">
      <h2 className="sec-h">
        {t('apart.title')}
        <span className="cap">{t('apart.lead')}</span>
      </h2>
      <ul className="cross-check">
        {found.map((one) => (
          <li key={keyOf(one)}>
            <Glyph of="warn" />
            <div>
              <p>{sentence(one)}</p>
              <p className="t13 muted">{t(`apart.ask.${one.kind}`)}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
