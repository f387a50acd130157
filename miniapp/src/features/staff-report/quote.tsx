import { useTranslation } from 'react-i18next';
import type { AnswerReport, Evidence } from '@zhiyu/contracts/scoring';
import { isMostlyUnsure } from '@zhiyu/contracts/heard';
import { HeardText } from '../staff-shell/heard-text';
import { Pill } from '../../components/pill';
import { clockText } from '../../components/time';
import { hrefOf } from '../staff-shell/address.shared';
import { usePlayer } from './player';
import { quoteIn } from './report.shared';

/** Into the review room, at the second of these words. */
function RoomLink({ interviewId, evidence }: { interviewId: string; evidence: Evidence }) {
  const { t } = useTranslation('staff');
  const { answerId, seconds, questionIndex } = evidence;
  const at = seconds === null ? undefined : String(seconds);
  const place =
    seconds === null ? t('quote.question', { n: questionIndex + 1 }) : clockText(seconds, true);
  return (
    <a
      className="quote-room"
      href={hrefOf('review', { interview: interviewId, answer: answerId, at })}
      aria-label={t('quote.roomAt', { place })}
    >
      {t('quote.room')}
    </a>
  );
}

/** The words a level rests on: their second, the marker under them, for or against which anchor. */
export function Quote({ evidence, answers }: { evidence: Evidence; answers: AnswerReport[] }) {
  const { t } = useTranslation('staff');
  const { interviewId, playerOf } = usePlayer();
  const play = playerOf(evidence.answerId);
  const answer = answers.find(({ answerId }) => answerId === evidence.answerId);
  const { before, said, after, unsure } = quoteIn(evidence, answer?.transcript ?? null);
  return (
    <div className="quote">
      {evidence.seconds === null ? (
        <span className="quote-sec quote-no-time">
          {t('quote.question', { n: evidence.questionIndex + 1 })}
        </span>
      ) : (
        <Pill
          seconds={evidence.seconds}
          label={t('ui:playFrom', { at: clockText(evidence.seconds, true) })}
          {...(play ? { onPlay: play } : {})}
        />
      )}
      <blockquote>
        {t('quote.open')}
        {before}
        <mark>
          <HeardText text={said} unsure={unsure} />
        </mark>
        {after}
        {t('quote.close')}
      </blockquote>
      {unsure.length > 0 ? (
        <p className="why">{t(isMostlyUnsure(said, unsure) ? 'heard.mostly' : 'heard.some')}</p>
      ) : null}
      <p className="why">
        {t(`quote.${evidence.stance}`, { shows: evidence.shows, level: evidence.anchorLevel })}{' '}
        <RoomLink interviewId={interviewId} evidence={evidence} />
      </p>
    </div>
  );
}
