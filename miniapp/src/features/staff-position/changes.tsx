import { useTranslation } from 'react-i18next';
import type { PositionContent } from '@zhiyu/contracts/position';
import { StateWord } from '../../components/glyph';
import { textIn } from '../../locales';
import { useWords } from '../staff-shell/use-words';
import { changesOf, type Change } from './changes.shared';
import { parts } from './position.shared';
import { useRuleWords } from './use-rule-words';
import './studio.scss';
import './words';

function One({ change }: { change: Change }) {
  const { t } = useTranslation('studio');
  const { what, of, was, is } = change;
  return (
    <li>
      <span className="change-what">
        {t(`change.${what}`)}
        {of === '' ? null : <span className="muted">{` ${of}`}</span>}
      </span>
      {was === '' && is === '' ? (
        <span className="muted">{t('touched')}</span>
      ) : (
        <span className="change-values">
          {was === '' ? (
            <StateWord of="pass">{t('came')}</StateWord>
          ) : (
            <>
              <span className="sr">{t('before')}</span>
              <del>{was}</del>
            </>
          )}
          {is === '' ? (
            <StateWord of="reject">{t('went')}</StateWord>
          ) : (
            <>
              <span className="sr">{t('after')}</span>
              <ins>{is}</ins>
            </>
          )}
        </span>
      )}
    </li>
  );
}

/** What differs between two versions, in words, part by part. */
export function Changes({ before, after }: { before: PositionContent; after: PositionContent }) {
  const { t } = useTranslation('studio');
  const words = useWords();
  const rule = useRuleWords();
  const all = changesOf(before, after, {
    percent: words.percent,
    score: words.score,
    rule,
    flag: (on) => t(on ? 'staff:automation.on' : 'staff:automation.off'),
    name: textIn,
  });
  if (all.length === 0) {
    return <p className="muted">{t('same')}</p>;
  }
  return (
    <div className="changes">
      <p className="t13 muted">{t('count', { count: all.length })}</p>
      {parts.map((part) => {
        const of = all.filter((change) => change.part === part);
        return of.length === 0 ? null : (
          <section key={part}>
            <h4>{t(`staff:part.${part}`)}</h4>
            <ul>
              {of.map((change, at) => (
                <One key={`${change.what}${at}`} change={change} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
