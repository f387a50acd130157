import { useTranslation } from 'react-i18next';
import type { PositionDetail } from '@zhiyu/contracts/position';
import { useWords } from '../staff-shell/use-words';

/** Every version: who saved it, when, why. Applications keep the one they began with. */
export function VersionsPart({ detail }: { detail: PositionDetail }) {
  const { t } = useTranslation('staff');
  const words = useWords();
  return (
    <section className="section">
      <h2 className="sec-h">
        {t('version.title')}
        <span className="cap">{t('version.lead')}</span>
      </h2>
      <ol className="versions">
        {detail.versions
          .slice()
          .sort((a, b) => b.version - a.version)
          .map((one) => (
            <li key={one.version}>
              <b className="num">v{one.version}</b>
              <span>
                {one.note === '' ? t('version.noNote') : one.note}
                {one.version === detail.version ? (
                  <span className="tag pass">{t('version.current')}</span>
                ) : null}
              </span>
              <span className="faint num">
                {one.createdBy} · {words.moment(one.createdAt)}
              </span>
            </li>
          ))}
      </ol>
    </section>
  );
}
