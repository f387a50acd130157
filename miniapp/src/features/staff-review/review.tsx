import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { ReviewRoom } from '@zhiyu/contracts/review';
import { useRoute } from '../../api/query';
import { useLive } from '../../api/stream';
import { Icon } from '../../components/icon';
import { Awaited, Empty } from '../../components/state';
import { MaskLine } from '../staff-mask/mask-line';
import { hrefOf } from '../staff-shell/address.shared';
import { Shell } from '../staff-shell/shell';
import { actOf, type Start } from './review.shared';
import { Script } from './script';
import { Stage } from './stage';
import { useRoom } from './use-room';
import { useWatched } from './use-watched';
import './review.scss';
import './words';

/** Where keys write or press by themselves. */
function ownsKeys(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) {
    return false;
  }
  const typed = target.matches('input:not([type="checkbox"]), textarea, select');
  return typed || (key === ' ' && target.matches('button, input, a'));
}

const keys = [
  ['K', 'play'],
  ['J L', 'move'],
  ['↑ ↓', 'line'],
  ['E', 'mark'],
  ['P N', 'chapter'],
  ['< >', 'speed'],
  ['S', 'silence'],
  ['/', 'search'],
] as const;

function Keys() {
  const { t } = useTranslation('review');
  return (
    <ul className="review-keys" aria-label={t('keysLabel')}>
      {keys.map(([key, name]) => (
        <li key={name}>
          <kbd>{key}</kbd> {t(`keys.${name}`)}
        </li>
      ))}
    </ul>
  );
}

/** Why nothing plays: the words are there all the same. */
function NoStage({ room }: { room: ReviewRoom }) {
  const { t } = useTranslation('review');
  const why = !room.may.media
    ? 'noRight'
    : room.answers.some(({ recording }) => recording === 'gone')
      ? 'gone'
      : 'none';
  return (
    <section className="review-stage review-no-stage" aria-label={t('video')}>
      <h2 className="mid">{t(why)}</h2>
      <p className="cap">{t(`${why}More`)}</p>
    </section>
  );
}

function RoomView({ view, start }: { view: ReviewRoom; start: Start | null }) {
  const watched = useWatched(view);
  const room = useRoom(watched, start);
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const act = ownsKeys(event.target, event.key) ? null : actOf(event);
      if (act === null) {
        return;
      }
      event.preventDefault();
      if (act === 'search') {
        search.current?.focus();
      } else {
        room.act(act);
      }
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
  return (
    <>
      <MaskLine id={view.applicationId} />
      <div className="review-room">
        {watched.chapters.length === 0 ? (
          <NoStage room={view} />
        ) : (
          <Stage room={room} watched={watched} />
        )}
        <Script
          answers={view.answers}
          room={room}
          watched={watched}
          search={search}
          start={start}
        />
      </div>
      {watched.chapters.length === 0 ? null : <Keys />}
    </>
  );
}

/** The review room (R35): recordings with their words, by keyboard, from any piece of evidence to its second. */
export function Review({ interviewId, start }: { interviewId: string; start: Start | null }) {
  const { t } = useTranslation('review');
  const room = useRoute(routes.reviewRoom, { id: interviewId }, { enabled: interviewId !== '' });
  useLive([routes.reviewRoom], (item) => item.interviewId === interviewId);
  return (
    <Shell
      title={t('title')}
      current="applications"
      act="report.view"
      crumb={
        <>
          <a
            className="btn plain touch"
            href={hrefOf('report', { interview: interviewId })}
            aria-label={t('back')}
          >
            <Icon name="back" size="s" />
          </a>
          <h1>{room.data?.candidateName ?? t('title')}</h1>
          <span className="cap clip">{room.data?.positionName}</span>
        </>
      }
      tools={<span className="cap review-watched">{t('watched')}</span>}
    >
      {interviewId === '' ? (
        <Empty title={t('noInterview')}>{t('noInterviewMore')}</Empty>
      ) : (
        <Awaited query={room}>
          {(view) => (
            <RoomView
              key={`${interviewId} ${start?.answerId ?? ''} ${start?.at ?? ''}`}
              view={view}
              start={start}
            />
          )}
        </Awaited>
      )}
    </Shell>
  );
}
