import { useTranslation } from 'react-i18next';
import type { Contradiction, Passage } from '@zhiyu/contracts/contradictions';
import type { Report } from '@zhiyu/contracts/scoring';
import { hrefOf } from '../staff-shell/address.shared';
import { Said } from './said';
import './apart.scss';

interface Where {
  report: Report;
  applicationId: string;
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
    <Said passage={passage} report={where.report} />
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
