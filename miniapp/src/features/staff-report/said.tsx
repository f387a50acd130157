import { useTranslation } from 'react-i18next';
import type { AnswerPassage } from '@zhiyu/contracts/contradictions';
import type { Report } from '@zhiyu/contracts/scoring';
import { Pill } from '../../components/pill';
import { clockText } from '../../components/time';
import { usePlayer } from './player';
import { quoteIn } from './report.shared';
import './apart.scss';

/** Words of an answer in their sentence, with their question and their second. */
export function Said({ passage, report }: { passage: AnswerPassage; report: Report }) {
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
