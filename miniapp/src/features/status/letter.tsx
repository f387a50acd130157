import { useTranslation } from 'react-i18next';
import type { CandidateStatus } from '@zhiyu/contracts/interview';
import { clockText, dayText } from '../../components/time';
import { TalentPool } from './rights';
import { letterPoints, type LetterOf } from './status.shared';

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
  return (
    <>
      <article className="letter">
        <h1>{letter.greeting}</h1>
        {letter.paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        {letterPoints(letter).map(({ heading, quote, seconds, text }) => (
          <section key={text} className="letter-point">
            <h2>{t(heading)}</h2>
            <Quote quote={quote} seconds={seconds} />
            <p className="do">{text}</p>
          </section>
        ))}
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
