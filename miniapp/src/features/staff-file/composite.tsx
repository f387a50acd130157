import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { ApplicationDetail } from '@zhiyu/contracts/application';
import { useRoute } from '../../api/query';
import { ScoreBar, VerdictWord } from '../../components/score-bar';
import { useWords } from '../staff-shell/use-words';
import { aiInterviewsOf, type FileTab } from './file.shared';

interface Props {
  application: ApplicationDetail;
  onTab: (tab: FileTab) => void;
  onRules: () => void;
  onLine: (line: number) => void;
}

function ScoreFact({ application, onTab }: Props) {
  const { t } = useTranslation('staff');
  const words = useWords();
  const { last } = aiInterviewsOf(application);
  const { total, requirement, verdict } = application;
  return (
    <div>
      <p className="cap">
        {requirement === null
          ? t('overview.interview')
          : t('report.total', { need: words.score(requirement) })}
      </p>
      {total === null || requirement === null || verdict === null ? (
        <p className="v v-none">
          {application.allowed.scores
            ? t(last ? `interview.${last.state}` : 'overview.noInterview')
            : t('overview.noScores')}
        </p>
      ) : (
        <>
          <p className="v num">
            {words.score(total)}
            {application.standardError === null ? null : (
              <small>{words.error(application.standardError)}</small>
            )}
          </p>
          <ScoreBar
            label={t('report.totalLabel')}
            value={total}
            standardError={application.standardError}
            requirement={requirement}
            verdict={verdict}
          />
          <VerdictWord verdict={verdict} />
        </>
      )}
      <p className="cap num">
        {last
          ? t('overview.answered', { answered: last.answered, of: last.questions })
          : t('overview.notInvited')}
        {last?.reportReady && application.allowed.scores ? (
          <button type="button" className="link after" onClick={() => onTab('assessment')}>
            {t('overview.toReport')}
          </button>
        ) : null}
      </p>
    </div>
  );
}

function ExperienceFact({ application, onRules, onLine }: Props) {
  const { t } = useTranslation(['file', 'staff']);
  const rule = application.screening?.rules.find(({ kind }) => kind === 'experience');
  const { line = null, years } = rule ?? {};
  // Unknown is not zero: years beside a job without dates say nothing yet.
  const known = years !== undefined && rule?.outcome !== 'unknown';
  return (
    <div>
      <p className="cap">{rule?.rule ?? t('composite.experience')}</p>
      {!known ? (
        <p className="v v-none">
          {rule ? t(`staff:screening.word.${rule.outcome}`) : t('composite.notRead')}
        </p>
      ) : (
        <p className="v num">
          {years.toFixed(1)}
          <small>{t('composite.years', { count: years })}</small>
        </p>
      )}
      <p className="cap">
        {line === null || application.resume === null ? (
          <button type="button" className="link" onClick={onRules}>
            {t('composite.rules')}
          </button>
        ) : (
          <button type="button" className="link" onClick={() => onLine(line)}>
            {t('composite.line', { n: line })}
          </button>
        )}
      </p>
    </div>
  );
}

function TestFact({ application, onTab }: Props) {
  const { t } = useTranslation('file');
  const { data } = useRoute(routes.testsOfApplication, { id: application.id });
  const results = data?.results ?? [];
  const newest = [...results].sort((a, b) => b.takenOn.localeCompare(a.takenOn))[0];
  const under = data?.sittings.some(({ state }) => state !== 'marked') ?? false;
  return (
    <div>
      <p className="cap">{t('composite.test')}</p>
      {newest === undefined ? (
        <p className="v v-none">
          {data?.results === null
            ? t('composite.hidden')
            : t(under ? 'composite.underWay' : 'composite.noTest')}
        </p>
      ) : (
        <p className="v num">
          {newest.score}
          <small>/ {newest.maximum}</small>
        </p>
      )}
      <p className="cap num">
        {newest === undefined ? '' : `${newest.takenOn} · ${newest.name} `}
        <button type="button" className="link" onClick={() => onTab('tests')}>
          {t(results.length > 1 ? 'composite.allTests' : 'composite.toTest', {
            count: results.length,
          })}
        </button>
      </p>
    </div>
  );
}

/** The three facts that a decision stands on, each with where it comes from. */
export function Composite(props: Props) {
  return (
    <div className="three">
      <ScoreFact {...props} />
      <ExperienceFact {...props} />
      <TestFact {...props} />
    </div>
  );
}
