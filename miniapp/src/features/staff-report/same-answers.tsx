import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { SameAnswer } from '@zhiyu/contracts/same-answers';
import { useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { Awaited } from '../../components/state';
import { momentText } from '../../components/time';
import { serverTime } from '../../platform/clock';
import { hrefOf } from '../staff-shell/address.shared';
import { useWords } from '../staff-shell/use-words';
import './same-answers.scss';

function Match({ match }: { match: SameAnswer }) {
  const { t, i18n } = useTranslation('staff');
  const words = useWords();
  const at = match.at === null ? '' : momentText(match.at, serverTime(), i18n.language);
  const key = match.candidateName === null ? 'ofSomebody' : 'ofNamed';
  return (
    <li>
      <p className="mid">
        {t(`answer.same.${key}`, { name: match.candidateName ?? '', at })}
        {' · '}
        <b className="num">{t('answer.same.share', { percent: words.percent(match.share) })}</b>
      </p>
      <dl className="same-said">
        <dt className="cap">{t('answer.same.here')}</dt>
        <dd>
          <q>{match.quote}</q>
        </dd>
        {match.otherQuote === null ? null : (
          <>
            <dt className="cap">{t('answer.same.there')}</dt>
            <dd>
              <q>{match.otherQuote}</q>
            </dd>
          </>
        )}
      </dl>
      {match.applicationId === null ? null : (
        <a className="link" href={hrefOf('file', { id: match.applicationId })}>
          {t('answer.same.file')}
        </a>
      )}
    </li>
  );
}

function Matches({ answerId }: { answerId: string }) {
  const { t } = useTranslation('staff');
  const query = useRoute(routes.sameAnswers, { answerId });
  return (
    <Awaited query={query}>
      {({ compared, matches }) => (
        <>
          <p className="cap">
            {compared === 0
              ? t('answer.same.nobody')
              : t('answer.same.compared', { count: compared })}
          </p>
          {compared > 0 && matches.length === 0 ? (
            <p className="muted">{t('answer.same.none')}</p>
          ) : null}
          <ul className="same-answers">
            {matches.map((match, at) => (
              <Match key={at} match={match} />
            ))}
          </ul>
        </>
      )}
    </Awaited>
  );
}

/** Whose answer to the same question has the same words: a fact to look at when it is asked for, never a verdict. */
export function SameAnswers({ answerId }: { answerId: string }) {
  const { t } = useTranslation('staff');
  const [open, setOpen] = useState(false);
  return open ? (
    <Matches answerId={answerId} />
  ) : (
    <p className="row">
      <Button size="small" look="plain" onPress={() => setOpen(true)}>
        {t('answer.same.open')}
      </Button>
    </p>
  );
}
