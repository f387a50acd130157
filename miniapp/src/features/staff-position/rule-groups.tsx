import { useTranslation } from 'react-i18next';
import { leastGroup } from '@zhiyu/contracts/group-values';
import type { RulePreview, RuleRatio } from '@zhiyu/contracts/rule-preview';
import { StateWord } from '../../components/glyph';
import { hrefOf } from '../staff-shell/address.shared';
import { pText, ratioText } from '../staff-impact/impact.shared';
import '../staff-impact/words';

function Ratio({ ratio }: { ratio: RuleRatio }) {
  const { t } = useTranslation(['studio', 'impact']);
  const { attribute, was, is, p, finding } = ratio;
  const word = t(`impact:say.${finding === 'reference' ? 'none' : finding}`);
  return (
    <tr>
      <th scope="row">{t(`impact:attribute.${attribute}`)}</th>
      <td className="num right" data-label={t('groups.was')}>
        {ratioText(was)}
      </td>
      <td className="num right mid" data-label={t('groups.is')}>
        {ratioText(is)}
      </td>
      <td className="num right nowrap" data-label={t('impact:p')}>
        {pText(p)}
      </td>
      <td className="preview-verdict">
        {finding === 'found' ? (
          <StateWord of="warn">{word}</StateWord>
        ) : (
          <span className="muted">{word}</span>
        )}
      </td>
    </tr>
  );
}

/** What the rules tried do to groups, of those who said who they are; for those who may see the impact table. */
export function RuleGroups({ shown }: { shown: RulePreview }) {
  const { t } = useTranslation(['studio', 'impact']);
  const { impact, impactHidden } = shown;
  if (impact === null) {
    return (
      <p className="cap">{t(`groups.${impactHidden ?? 'notAllowed'}`, { least: leastGroup })}</p>
    );
  }
  if (impact.ratios.length === 0) {
    return <p className="cap">{t('groups.none', { least: leastGroup })}</p>;
  }
  return (
    <section className="preview-groups" aria-labelledby="preview-groups">
      <h4 id="preview-groups">{t('groups.title')}</h4>
      <div className="scroll-x" tabIndex={0} role="group" aria-label={t('groups.title')}>
        <table className="table preview-rules">
          <thead>
            <tr>
              <th scope="col">{t('impact:group')}</th>
              <th scope="col" className="right nowrap">
                {t('groups.was')}
              </th>
              <th scope="col" className="right nowrap">
                {t('groups.is')}
              </th>
              <th scope="col" className="right">
                {t('impact:p')}
              </th>
              <th scope="col">{t('impact:finding')}</th>
            </tr>
          </thead>
          <tbody>
            {impact.ratios.map((one) => (
              <Ratio key={one.attribute} ratio={one} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="cap">
        {t('groups.how', { n: impact.statedAbout })} {t('groups.blind')}{' '}
        <a className="link" href={hrefOf('impact')}>
          {t('groups.more')}
        </a>
      </p>
    </section>
  );
}
