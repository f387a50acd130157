import { useTranslation } from 'react-i18next';
import type { CandidateStatus } from '@zhiyu/contracts/interview';
import { clockText, dayText } from '../../components/time';
import { TalentPool } from './rights';

type LetterOf = NonNullable<CandidateStatus['letter']>;

function Quote({ quote, seconds }: { quote: string; seconds: number | null }) {
  if (quote === '') {
    return null;
  }
  return (
    <div className="quote">
      {seconds === null ? null : <span className="quote-sec">{clockText(seconds, true)}</span>}
      <blockquote>
        <q>{quote}</q>
      </blockquote>
    </div>
  );
}

/** Thanks by name, who decided, two strengths and one practice from the own answers. */
export function Letter({ status, letter }: { status: CandidateStatus; letter: LetterOf }) {
  const { t, i18n } = useTranslation('candidate');
  const titles = ['letter.well', 'letter.also'] as const;
  return (
    <>
      <article className="letter">
        <h1>{letter.greeting}</h1>
        {letter.paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        {letter.strengths.map((strength, i) => (
          <section key={strength.text} className="letter-point">
            <h2>{t(titles[Math.min(i, 1)] ?? 'letter.also')}</h2>
            <Quote {...strength} />
            <p className="do">{strength.text}</p>
          </section>
        ))}
        {letter.practice ? (
          <section className="letter-point">
            <h2>{t('letter.practice')}</h2>
            <Quote {...letter.practice} />
            <p className="do">{letter.practice.text}</p>
          </section>
        ) : null}
        {letter.closing === '' ? null : <p>{letter.closing}</p>}
        <p className="letter-sign">
          {letter.decidedBy}
          {'\u3000'}
          {status.companyName}
          <br />
          <span className="cap">
            {letter.practice ? `${t('letter.made')} ` : ''}
            {dayText(status.serverNow, i18n.language)}
          </span>
        </p>
      </article>
      <div className="letter-foot">
        <TalentPool status={status} primary />
      </div>
    </>
  );
}
