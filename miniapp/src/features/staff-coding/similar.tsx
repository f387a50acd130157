import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { SimilarProgram } from '@zhiyu/contracts/coding-staff';
import { useRoute } from '../../api/query';
import { Awaited } from '../../components/state';
import { momentText } from '../../components/time';
import { serverTime } from '../../platform/clock';
import { hrefOf } from '../staff-shell/address.shared';
import { useWords } from '../staff-shell/use-words';

function whose(match: SimilarProgram, language: string): { key: string; name: string; at: string } {
  const at = match.at === null ? '' : momentText(match.at, serverTime(), language);
  const key =
    match.kind === 'reference'
      ? 'ofReference'
      : match.candidateName === null
        ? 'ofSomebody'
        : 'ofNamed';
  return { key, name: match.candidateName ?? '', at };
}

function Match({ match }: { match: SimilarProgram }) {
  const { t, i18n } = useTranslation('codingStaff');
  const words = useWords();
  const { key, ...who } = whose(match, i18n.language);
  return (
    <li>
      <p className="similar-head">
        <span>{t(`similar.${key}`, who)}</span>
        <b className="num">{t('similar.share', { percent: words.percent(match.share) })}</b>
      </p>
      <ul className="cap num">
        {match.spans.map((span) => (
          <li key={`${span.from} ${span.otherFrom}`}>{t('similar.span', { ...span })}</li>
        ))}
      </ul>
      {match.source === null ? null : (
        <details>
          <summary>{t('similar.other')}</summary>
          <ol className="similar-code">
            {match.source.split('\n').map((line, at) => {
              const shared = match.spans.some(
                ({ otherFrom, otherTo }) => at + 1 >= otherFrom && at + 1 <= otherTo,
              );
              return (
                <li key={at} className={shared ? 'shared' : ''}>
                  {shared ? <mark>{line}</mark> : line}
                </li>
              );
            })}
          </ol>
        </details>
      )}
      {match.applicationId === null ? null : (
        <a className="link" href={hrefOf('file', { id: match.applicationId })}>
          {t('similar.file')}
        </a>
      )}
    </li>
  );
}

/** Which lines stand in another program too: a fact to look at, never a verdict. */
export function Similar({ answerId }: { answerId: string }) {
  const { t } = useTranslation('codingStaff');
  const query = useRoute(routes.similarPrograms, { answerId });
  return (
    <Awaited query={query}>
      {({ compared, reference, matches }) => (
        <>
          <p className="cap">
            {[t('similar.compared', { count: compared }), reference ? t('similar.reference') : '']
              .filter(Boolean)
              .join(t('comma'))}
            {t('comma')}
            {t('similar.note')}
          </p>
          {matches.length === 0 ? <p className="muted">{t('similar.none')}</p> : null}
          <ul className="similar">
            {matches.map((match, at) => (
              <Match key={at} match={match} />
            ))}
          </ul>
        </>
      )}
    </Awaited>
  );
}
