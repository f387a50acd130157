import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerReport, RecordingState, ReportView } from '@zhiyu/contracts/scoring';
import { Button } from '../../components/button';
import { Icon } from '../../components/icon';
import { clockText } from '../../components/time';
import { canPlay, mediaOf } from './report.shared';

interface Playing {
  answer: AnswerReport & { attemptId: string };
  seconds: number;
  /** Rises with each press, so that the same second can be asked for again. */
  turn: number;
}

interface Player {
  /** Of the review room that pills lead to. */
  interviewId: string;
  playing: Playing | null;
  /** Plays an answer from a second; null where there is nothing to play or no right to. */
  playerOf: (answerId: string) => ((seconds: number) => void) | null;
  /** What became of the recording of an answer; null without the right to play any. */
  stateOf: (answerId: string) => RecordingState | null;
  /** Nothing plays, because the pictures are covered and no recording has a sound of its own. */
  silenced: boolean;
  close: () => void;
}

const PlayerContext = createContext<Player>({
  interviewId: '',
  playing: null,
  silenced: false,
  playerOf: () => null,
  stateOf: () => null,
  close: () => undefined,
});

export function usePlayer(): Player {
  return useContext(PlayerContext);
}

/** What the pills of a report play in. `allowed` is the right to see recordings. */
export function PlayerProvider({
  view: { report, recordings },
  allowed,
  children,
}: {
  view: ReportView;
  allowed: boolean;
  children: ReactNode;
}) {
  const { interviewId, answers } = report;
  const [playing, setPlaying] = useState<Playing | null>(null);
  const player = useMemo<Player>(() => {
    const states = Object.values(recordings);
    return {
      interviewId,
      playing,
      silenced: allowed && states.includes('covered') && !states.includes('there'),
      close: () => setPlaying(null),
      stateOf: (answerId) => (allowed ? (recordings[answerId] ?? 'none') : null),
      playerOf: (answerId) => {
        const answer = answers.find((one) => one.answerId === answerId);
        return allowed && recordings[answerId] === 'there' && canPlay(answer)
          ? (seconds) =>
              setPlaying((before) => ({ answer, seconds, turn: (before?.turn ?? 0) + 1 }))
          : null;
      },
    };
  }, [interviewId, playing, answers, recordings, allowed]);
  return <PlayerContext.Provider value={player}>{children}</PlayerContext.Provider>;
}

function seek(element: HTMLMediaElement, seconds: number): void {
  element.currentTime = seconds;
  // A browser may refuse to play without a press on the video itself; the controls are there.
  element.play().catch(() => undefined);
}

/** The recording of one answer, from the second that was asked for. */
export function PlayerStrip() {
  const { t } = useTranslation('staff');
  const { playing, silenced, close } = usePlayer();
  const media = useRef<HTMLVideoElement>(null);
  const [failed, setFailed] = useState(false);
  const [blind, setBlind] = useState(false);
  const turn = playing?.turn;
  useEffect(() => {
    const element = media.current;
    if (!playing || !element) {
      return;
    }
    if (element.readyState >= 1) {
      seek(element, playing.seconds);
    }
  }, [turn, playing]);
  const attemptId = playing?.answer.attemptId;
  useEffect(() => {
    setFailed(false);
    setBlind(false);
  }, [attemptId]);
  if (!playing) {
    return silenced ? <p className="cap section">{t('player.covered')}</p> : null;
  }
  return (
    <section
      className={`player ${blind ? 'voice' : playing.answer.mode}`}
      aria-label={t('player.label')}
    >
      <p className="player-head">
        <span className="clip grow">
          {t('player.question', { n: playing.answer.questionIndex + 1 })}
          <span className="num"> {clockText(playing.seconds, true)}</span>
        </span>
        <Button look="plain" size="small" label={t('player.close')} onPress={close}>
          <Icon name="close" size="s" />
        </Button>
      </p>
      {failed ? (
        <p className="player-failed" role="alert">
          {t('player.failed')}
        </p>
      ) : null}
      {blind && !failed ? (
        <p className="player-said" role="status">
          {t('ui:soundOnly')}
        </p>
      ) : null}
      <video
        key={attemptId}
        ref={media}
        src={mediaOf(playing.answer.attemptId)}
        controls
        playsInline
        preload="metadata"
        hidden={failed}
        onLoadedMetadata={(event) => {
          setBlind(playing.answer.mode === 'camera' && event.currentTarget.videoWidth === 0);
          seek(event.currentTarget, playing.seconds);
        }}
        onError={() => setFailed(true)}
      />
    </section>
  );
}
