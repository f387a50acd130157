import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Locale, Text } from '@zhiyu/contracts/basics';
import type { BankDetail } from '@zhiyu/contracts/question-bank';
import { currentLocale } from '../../locales';
import { useWords } from '../staff-shell/use-words';

/** How often it was asked, and when last. */
export function useExposure() {
  const { t } = useTranslation('staff');
  const words = useWords();
  return ({ asked, lastAt }: BankDetail['exposure']): string =>
    lastAt === null
      ? t('bank.neverAsked')
      : t('bank.asked', { count: asked, at: words.day(lastAt) });
}

function Languages({
  detail,
  locale,
  onChange,
}: {
  detail: BankDetail;
  locale: Locale;
  onChange: (locale: Locale) => void;
}) {
  const { t } = useTranslation('staff');
  return detail.languages.length < 2 ? null : (
    <div className="tabs" role="tablist" aria-label={t('bank.languages')}>
      {detail.languages.map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          aria-selected={one === locale}
          onClick={() => onChange(one)}
        >
          {t(`locale.${one}`)}
        </button>
      ))}
    </div>
  );
}

/** One item as a whole: the question, what an answer sounds like, what is asked when something is missing. */
export function ItemView({ detail }: { detail: BankDetail }) {
  const { t } = useTranslation('staff');
  const exposure = useExposure();
  const own = detail.languages.find((one) => one === currentLocale()) ?? 'zh';
  const [chosen, setChosen] = useState<Locale>(own);
  const locale = detail.languages.includes(chosen) ? chosen : own;
  const say = (text: Text) => text[locale] ?? text.zh;
  const { content } = detail;
  return (
    <div className="bank-item" lang={locale}>
      <Languages detail={detail} locale={locale} onChange={setChosen} />
      <p className="bank-text">{say(content.text)}</p>
      <p className="muted">{say(content.hint)}</p>
      <p className="t13 faint num">
        {t('bank.times', { think: content.thinkingSeconds, answer: content.answerSeconds })}
        {' · '}
        {exposure(detail.exposure)}
      </p>
      <h3 className="sec-h section">
        {t('question.anchors')}
        <span className="cap">{t('question.anchorsMore')}</span>
      </h3>
      <ol className="anchors">
        {content.anchors.map((anchor) => (
          <li key={anchor.level}>
            <b className="num" aria-hidden="true">
              {anchor.level}
            </b>
            <span>
              <span className="sr">{t('anchor.level', { n: anchor.level })}</span>
              {say(anchor.text)}
            </span>
          </li>
        ))}
      </ol>
      <h3 className="sec-h section">
        {t('bank.followUps')}
        <span className="cap">{t('bank.followUpsMore')}</span>
      </h3>
      <ul className="bank-parts">
        {content.followUps.map((one) => (
          <li key={one.part}>
            <span className="tag">{t(`bank.part.${one.part}`)}</span>
            <span>{say(one.text)}</span>
          </li>
        ))}
      </ul>
      {content.mustNotAsk.length > 0 ? (
        <>
          <h3 className="sec-h section">{t('bank.mustNotAsk')}</h3>
          <ul className="bank-not">
            {content.mustNotAsk.map((one) => (
              <li key={one.zh}>{say(one)}</li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}
