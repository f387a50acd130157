import { useTranslation } from 'react-i18next';
import type { Requirement } from '@zhiyu/contracts/position';
import { routes } from '@zhiyu/contracts/routes';
import type { RuleOutcome, RulePreview as Preview } from '@zhiyu/contracts/rule-preview';
import { messageOf } from '../../api/error';
import { useAct } from '../../api/query';
import { Button } from '../../components/button';
import { StateWord, type Meaning } from '../../components/glyph';
import { hrefOf } from '../staff-shell/address.shared';
import { useWords } from '../staff-shell/use-words';
import { isSame } from './changes.shared';
import { RuleGroups as Groups } from './rule-groups';
import './studio.scss';
import './words';

const outcomes = ['pass', 'look', 'reject'] as const;
/** What is counted of each rule. */
const counted = ['held', 'unknown', 'failed', 'alone'] as const;
const meaningOf: Record<RuleOutcome, Meaning> = { pass: 'pass', look: 'hold', reject: 'reject' };

function Counts({ shown }: { shown: Preview }) {
  const { t } = useTranslation('studio');
  return (
    <dl className="preview-figures">
      {outcomes.map((one) => (
        <div key={one}>
          <dt>
            <StateWord of={meaningOf[one]}>{t(`outcome.${one}`)}</StateWord>
          </dt>
          <dd>
            <b className="num">{shown.is[one]}</b>{' '}
            <span className="num t13 muted">{t('wasCount', { n: shown.was[one] })}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Rules({ shown }: { shown: Preview }) {
  const { t } = useTranslation('studio');
  return shown.rules.length === 0 ? null : (
    <div className="scroll-x" tabIndex={0} role="group" aria-label={t('byRule')}>
      <table className="table preview-rules">
        <caption className="sr">{t('byRule')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('byRule')}</th>
            {counted.map((count) => (
              <th key={count} scope="col">
                {t(count)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.rules.map((one) => (
            <tr key={one.ruleId}>
              <th scope="row">{one.rule}</th>
              {counted.map((count) => (
                <td key={count} className="num" data-label={t(count)}>
                  {one[count]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function People({ shown }: { shown: Preview }) {
  const { t } = useTranslation('studio');
  const { changedPeople, changed } = shown;
  if (changedPeople === null || changed === 0) {
    return <p className="muted">{t(changed === 0 ? 'nobody' : 'namesHidden')}</p>;
  }
  return (
    <>
      <h4>{t('who', { count: changed })}</h4>
      <ul className="preview-people">
        {changedPeople.map((one) => (
          <li key={one.applicationId}>
            <a href={hrefOf('file', { id: one.applicationId, tab: 'resume' })}>{one.name}</a>
            <span>
              <span className="muted">{t(`outcome.${one.was}`)} → </span>
              <StateWord of={meaningOf[one.is]}>{t(`outcome.${one.is}`)}</StateWord>
            </span>
            <span className="t13 muted">
              {one.because.map(({ rule, found }) => t('because', { rule, found })).join(t('then'))}
            </span>
          </li>
        ))}
      </ul>
      {changed > changedPeople.length ? (
        <p className="cap">{t('firstOf', { n: changedPeople.length })}</p>
      ) : null}
    </>
  );
}

/** Whom these rules would have let on or kept away, of the résumés of the last 90 days. Nobody is told, nothing changes. */
export function RulePreview({ id, rules }: { id: string; rules: Requirement[] }) {
  const { t } = useTranslation('studio');
  const words = useWords();
  const ask = useAct(routes.previewRules);
  const shown = ask.data;
  const old = shown !== undefined && !isSame(ask.variables.requirements, rules);
  return (
    <section className="section preview">
      <h2 className="sec-h">
        {t('previewTitle')}
        <span className="cap">{t('previewLead')}</span>
      </h2>
      <p className="row preview-go">
        <Button
          busy={ask.isPending ? t('counting') : undefined}
          onPress={() => ask.mutate({ id, requirements: rules })}
        >
          {t(shown ? 'previewAgain' : 'previewGo')}
        </Button>
        {old ? <StateWord of="warn">{t('old')}</StateWord> : null}
      </p>
      {ask.error ? (
        <p className="fault" role="alert">
          {messageOf(ask.error)}
        </p>
      ) : null}
      {shown && shown.people === 0 ? <p className="muted">{t('noResumes')}</p> : null}
      {shown && shown.people > 0 ? (
        <div role="status" className={old ? 'preview-old' : undefined}>
          <p className="t13 muted">
            {t('previewOf', {
              n: shown.people,
              from: words.day(shown.from),
              until: words.day(shown.until),
            })}
            {shown.unread > 0 ? t('unread', { n: shown.unread }) : ''}
            {shown.capped ? t('capped') : ''}
          </p>
          <Counts shown={shown} />
          <Groups shown={shown} />
          <Rules shown={shown} />
          <People shown={shown} />
        </div>
      ) : null}
    </section>
  );
}
