import { useTranslation } from 'react-i18next';
import type { CandidateRequestView, OwnPage } from '@zhiyu/contracts/requests';
import { StateWord } from '../../components/glyph';
import { momentText } from '../../components/time';
import { serverTime } from '../../platform/clock';
import './own.scss';

const glyphs = { open: 'hold', granted: 'pass', answered: 'pass', refused: 'unknown' } as const;

function Request({ request, contact }: { request: CandidateRequestView; contact: string }) {
  const { t, i18n } = useTranslation('own');
  const { kind, state, text, answer, answeredBy, dueAt } = request;
  const time = momentText(dueAt, serverTime(), i18n.language);
  const name = answeredBy ?? contact;
  return (
    <li>
      <p className="row between">
        <b className="mid">{t(`kind.${kind}`)}</b>
        <StateWord of={glyphs[state]}>{t(`state.${state}`, { name, time })}</StateWord>
      </p>
      {text === '' ? null : <p className="t15 pre">{text}</p>}
      {answer ? (
        <blockquote className="own-answer pre">
          <small>{t('says', { name })}</small>
          {answer}
        </blockquote>
      ) : null}
    </li>
  );
}

/** 我的请求: what was asked for, by when it is answered, and the answer. */
export function OwnRequests({ own, contact }: { own: OwnPage; contact: string }) {
  const { t } = useTranslation('own');
  return own.requests.length === 0 ? null : (
    <section className="own-requests" aria-labelledby="own-requests">
      <h2 id="own-requests" className="t16 bold">
        {t('requests')}
      </h2>
      <ul>
        {[...own.requests].reverse().map((request) => (
          <Request key={request.id} request={request} contact={contact} />
        ))}
      </ul>
    </section>
  );
}
