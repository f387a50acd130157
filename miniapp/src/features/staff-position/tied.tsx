import { useTranslation } from 'react-i18next';
import type { PositionContent } from '@zhiyu/contracts/position';
import { StateWord } from '../../components/glyph';
import { NumberInput } from './fields';
import { tiedAim, tiedOf } from './drafts.shared';
import type { Draft } from './use-draft';
import './drafts.scss';

/** How much of the interview comes from the description and the résumé, against the aim. */
function TiedShare({ content }: { content: PositionContent }) {
  const { t } = useTranslation('staff');
  const { tied, all, share } = tiedOf(content);
  const enough = share >= tiedAim;
  const aim = Math.round(tiedAim * 100);
  return (
    <div className="tied">
      <div className="tied-bar" aria-hidden="true">
        <i className={enough ? 'enough' : 'short'} style={{ width: `${share * 100}%` }} />
        <b style={{ left: `${aim}%` }} />
      </div>
      <p className="t13">
        <StateWord of={enough ? 'pass' : 'hold'}>
          {t('drafts.tied', { tied, all, share: Math.round(share * 100) })}
        </StateWord>{' '}
        <span className="faint num">{t('drafts.aim', { aim })}</span>
      </p>
    </div>
  );
}

/** Questions about the own résumé, and how much of the interview is tied to a line. */
export function TiedPart({ draft, edit }: { draft: Draft; edit: boolean }) {
  const { t } = useTranslation('staff');
  const { content } = draft;
  return (
    <section className="section">
      <h2 className="sec-h">
        {t('drafts.tiedTitle')}
        <span className="cap">{t('drafts.tiedMore')}</span>
      </h2>
      <TiedShare content={content} />
      <div className="form-grid">
        <NumberInput
          label={t('drafts.resumeQuestions')}
          value={content.plan.resumeQuestions ?? 1}
          min={0}
          max={3}
          unit={t('drafts.resumeUnit')}
          disabled={!edit}
          onChange={(n) =>
            draft.change({ plan: { ...content.plan, resumeQuestions: Math.round(n) } })
          }
        />
      </div>
    </section>
  );
}
