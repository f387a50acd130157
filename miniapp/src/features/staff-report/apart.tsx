import { useTranslation } from 'react-i18next';
import type { Contradiction, Passage } from '@zhiyu/contracts/contradictions';
import type { Report } from '@zhiyu/contracts/scoring';
import { Pill } from '../../components/pill';
import { clockText } from '../../components/time';
import { hrefOf } from '../staff-shell/address.shared';
import { usePlayer } from './player';
import { quoteIn } from './report.shared';
import './apart.scss';

interface Where {
  report: Report;
  applicationId: string;
}

function Said({ passage, report }: { passage: Extract<Passage, { from: 'answer' }> } & Where) {
  const { t } = useTranslation('staff');
  const play = usePlayer().playerOf(passage.answerId);
  const answer = report.answers.find(({ answerId }) => answerId === passage.answerId);
  const { before, said, after } = quoteIn(passage, answer?.transcript ?? null);
  return (
    <div className="apart-side">
      <p className="cap apart-from">
        {t('assessed:apart.answer', { n: passage.questionIndex + 1 })}
        {passage.seconds === null ? null : (
          <Pill
            seconds={passage.seconds}
            label={t('ui:playFrom', { at: clockText(passage.seconds, true) })}
            {...(play ? { onPlay: play } : {})}
          />
        )}
      </p>
      <blockquote>
        {t('quote.open')}
        {before}
        <mark>{said}</mark>
        {after}
        {t('quote.close')}
      </blockquote>
    </div>
  );
}

function Written({
  passage,
  applicationId,
}: { passage: Extract<Passage, { from: 'resume' }> } & Where) {
  const { t } = useTranslation('staff');
  const { line, quote } = passage;
  return (
    <div className="apart-side">
      <p className="cap apart-from">
        <a
          className="link touch"
          aria-label={t('assessed:apart.openLine', { n: line })}
          href={hrefOf('file', { id: applicationId, tab: 'resume', line: String(line) })}
        >
          {t('assessed:apart.resume', { n: line })}
        </a>
      </p>
      <blockquote>
        {t('quote.open')}
        <mark>{quote}</mark>
        {t('quote.close')}
      </blockquote>
    </div>
  );
}

function Side({ passage, ...where }: { passage: Passage } & Where) {
  return passage.from === 'answer' ? (
    <Said passage={passage} {...where} />
  ) : (
    <Written passage={passage} {...where} />
  );
}

function keyOf({ one, other }: Contradiction): string {
  const place = (passage: Passage) =>
    passage.from === 'answer' ? `${passage.answerId}${passage.start}` : `line${passage.line}`;
  return place(one) + place(other);
}

/** Passages that say one fact in two ways, side by side: no finding, a thing to ask. */
export function Apart(where: Where) {
  const { t } = useTranslation('staff');
  const all = where.report.contradictions ?? [];
  return all.length === 0 ? null : (
    <section className="section">
      <h2 className="sec-h">
        {t('assessed:apart.title')}
        <span className="cap">{t('assessed:apart.note')}</span>
      </h2>
      <ul className="findings">
        {all.map((one) => (
          <li key={keyOf(one)}>
            <h3 className="mid">{t(`assessed:apart.kind.${one.kind}`)}</h3>
            <div className="apart">
              <Side passage={one.one} {...where} />
              <Side passage={one.other} {...where} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
