import { useTranslation } from 'react-i18next';
import type { AnswerReport, Evidence } from '@zhiyu/contracts/scoring';
import { isMostlyUnsure, unsureStretches, within } from '@zhiyu/contracts/heard';
import { HeardText } from '../staff-shell/heard-text';
import { Pill } from '../../components/pill';
import { clockText } from '../../components/time';
import { hrefOf } from '../staff-shell/address.shared';
import { usePlayer } from './player';
import { type Passage, passagesOf } from './evidence.shared';
import { textsOf } from './report.shared';

/** Into the review room, at the second of these words. */
export function RoomLink(props: { interviewId: string; evidence: Evidence }) {
  const { interviewId, evidence } = props;
  const { t } = useTranslation('staff');
  const { answerId, seconds, questionIndex } = evidence;
  const at = seconds === null ? undefined : String(seconds);
  const place =
    seconds === null ? t('quote.question', { n: questionIndex + 1 }) : clockText(seconds, true);
  return (
    <a
      className="link quote-room"
      href={hrefOf('review', { interview: interviewId, answer: answerId, at })}
      aria-label={t('quote.roomAt', { place })}
    >
      {t('quote.room')}
    </a>
  );
}

const stances = ['for', 'against'] as const;

interface WhyProps {
  evidence: Passage['evidence'];
  interviewId: string;
  /** The sentence over the quote: what it says is not said again. */
  told: string | undefined;
}

/** For or against which anchors; what several pieces of one sentence show alike stands once. */
function Why({ evidence, interviewId, told }: WhyProps) {
  const { t } = useTranslation('staff');
  const said = stances.flatMap((stance) => {
    const points = evidence
      .filter((one) => one.stance === stance)
      .map(({ shows, anchorLevel: level }) =>
        shows === told ? t('quote.anchor', { level }) : t('quote.point', { shows, level }),
      );
    const once = [...new Set(points)].join(t('quote.and'));
    return once === '' ? [] : [t(`quote.${stance}`, { points: once })];
  });
  return (
    <p className="why">
      {said.join(' · ')} <RoomLink interviewId={interviewId} evidence={evidence[0]} />
    </p>
  );
}

/** The parts of a sentence, each with what of it was not heard for sure. */
function heardParts({ evidence: [first], parts }: Passage, answers: readonly AnswerReport[]) {
  const transcript = answers.find(({ answerId }) => answerId === first.answerId)?.transcript;
  const all = transcript ? unsureStretches(transcript) : [];
  return parts.map((part) => ({
    ...part,
    unsure: part.start === null ? [] : within(all, part.start, part.start + part.text.length),
  }));
}

/** The words a level rests on, in their sentence: their second, the marker under them, for or against which anchor. */
export function PassageQuote(props: {
  passage: Passage;
  answers: readonly AnswerReport[];
  told?: string;
}) {
  const { evidence } = props.passage;
  const { t } = useTranslation('staff');
  const { interviewId, playerOf } = usePlayer();
  const [first] = evidence;
  const play = playerOf(first.answerId);
  const parts = heardParts(props.passage, props.answers);
  const doubted = parts.filter(({ marked, unsure }) => marked && unsure.length > 0);
  return (
    <div className="quote">
      {first.seconds === null ? (
        <span className="quote-sec">{t('quote.question', { n: first.questionIndex + 1 })}</span>
      ) : (
        <Pill
          seconds={first.seconds}
          label={t('ui:playFrom', { at: clockText(first.seconds, true) })}
          {...(play ? { onPlay: play } : {})}
        />
      )}
      <blockquote>
        {t('quote.open')}
        {parts.map(({ text, marked, unsure }, n) =>
          marked ? (
            <mark key={n}>
              <HeardText text={text} unsure={unsure} />
            </mark>
          ) : (
            <span key={n}>{text}</span>
          ),
        )}
        {t('quote.close')}
      </blockquote>
      {doubted.length > 0 ? (
        <p className="why">
          {t(
            doubted.some(({ text, unsure }) => isMostlyUnsure(text, unsure))
              ? 'heard.mostly'
              : 'heard.some',
          )}
        </p>
      ) : null}
      <Why evidence={evidence} interviewId={interviewId} told={props.told} />
    </div>
  );
}

/** One piece of evidence in its sentence. */
export function Quote({ evidence, answers }: { evidence: Evidence; answers: AnswerReport[] }) {
  const [passage] = passagesOf([evidence], textsOf(answers));
  return passage ? <PassageQuote passage={passage} answers={answers} /> : null;
}
