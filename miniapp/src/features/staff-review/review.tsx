import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewRoom } from '@zhiyu/contracts/review';
import { routes } from '@zhiyu/contracts/routes';
import type { RecordingState } from '@zhiyu/contracts/scoring';
import { useRoute } from '../../api/query';
import { useLive } from '../../api/stream';
import { Sheet } from '../../components/sheet';
import { Awaited, Empty } from '../../components/state';
import { MaskLine } from '../staff-mask/mask-line';
import { useMay, useMe } from '../staff-shell/use-me';
import { useWide } from '../staff-shell/use-wide';
import { BriefBar } from './brief-bar';
import { Notes } from './notes';
import { AskColleague, HereNow } from './people';
import type { Moment, Start } from './review.shared';
import { OwnCard, QuickRate } from './scorecard';
import { RoomShell } from './room-shell';
import { RoundRoom } from './round-room';
import { Script } from './script';
import { Stage } from './stage';
import { Together } from './together';
import { useActs, useOpenDimension } from './use-acts';
import { usePresence } from './use-presence';
import { useRoom } from './use-room';
import { useScorecard } from './use-scorecard';
import { useWatched } from './use-watched';
import './review.scss';
import './rate.scss';
import './words';

/** Those of a whole review, in their order; the others stand under `?`. */
const keys = [
  ['K', 'play'],
  ['J L', 'move'],
  ['E', 'mark'],
  ['A', 'whole'],
  ['1 – 5', 'level'],
  ['⇧ 1 – 5', 'levelOn'],
  ['C', 'comment'],
  ['O', 'opinion'],
  ['Ctrl ⏎', 'handIn'],
  ['F', 'file'],
  ['?', 'all'],
] as const;

function Keys({ may }: { may: ReviewRoom['may'] }) {
  const { t } = useTranslation('review');
  const shown = keys.filter(([, name]) => name !== 'file' || may.file);
  return (
    <ul className="review-keys" aria-label={t('keysLabel')}>
      {shown.map(([key, name]) => (
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
  const is = (state: RecordingState) => room.answers.some(({ recording }) => recording === state);
  const why = !room.may.media
    ? 'noRight'
    : is('covered')
      ? 'covered'
      : is('gone')
        ? 'gone'
        : 'none';
  return (
    <div className="review-no-stage">
      <h2 className="mid">{t(why)}</h2>
      <p className="cap">{t(`${why}More`)}</p>
    </div>
  );
}

function RoomView({ view, start }: { view: ReviewRoom; start: Start | null }) {
  const { t } = useTranslation('review');
  const wide = useWide();
  const watched = useWatched(view);
  const room = useRoom(watched, start);
  const me = useMe();
  const whose = me.data?.id ?? '';
  const card = useScorecard(view, whose);
  const { open, setOpen, next, onward } = useOpenDimension(view, card);
  const [sheet, setSheet] = useState(false);
  const answerId = room.reading?.answerId ?? room.chapter?.answer.answerId ?? null;
  const heard = answerId === room.chapter?.answer.answerId;
  const at = heard ? Math.round(room.at * 10) / 10 : null;
  const moment: Moment = {
    now: () => (answerId === null ? null : { answerId, at }),
    show: (place) => room.show({ ...place, line: 0 }),
  };
  const { search, comment, mark } = useActs(view, {
    ...{ room, card, moment, open },
    next,
    onward,
  });
  const here = usePresence(view.interviewId, answerId);
  const plays = watched.chapters.length > 0;
  // Nothing plays of the answer that is read: on a phone the words get the picture's place.
  const reads = room.reading !== null && !watched.heard.has(room.reading.answerId);
  const ask = view.may.ask ? <AskColleague room={view} /> : null;
  const rating = (
    <>
      {view.blind ? null : <Together room={view} moment={moment} />}
      <OwnCard room={view} card={card} moment={moment} open={open} onOpen={setOpen} />
    </>
  );
  return (
    <RoomShell
      interviewId={view.interviewId}
      view={view}
      tools={
        <>
          <HereNow room={view} here={here} />
          {wide ? ask : null}
          {plays ? <span className="cap review-watched">{t('watched')}</span> : null}
        </>
      }
      footer={
        wide ? undefined : (
          <QuickRate
            room={view}
            card={card}
            moment={moment}
            open={open}
            onOpen={setOpen}
            onMore={() => setSheet(true)}
          />
        )
      }
    >
      {view.may.file ? <MaskLine id={view.applicationId} /> : null}
      <div className={`review-room ${reads ? 'reads' : ''}`}>
        <div className="review-left">
          <section className="review-stage" aria-label={t('video')}>
            {plays ? (
              <Stage view={view} room={room} watched={watched} onMark={mark} />
            ) : (
              <NoStage room={view} />
            )}
            {wide ? null : <BriefBar room={room} watched={watched} />}
          </section>
          {wide ? <Notes room={view} moment={moment} field={comment} /> : null}
        </div>
        <Script
          view={view}
          room={room}
          watched={watched}
          search={search}
          start={start}
          bar={wide}
        />
        {wide ? <div className="review-right">{rating}</div> : null}
        {wide ? null : (
          <>
            <Notes room={view} moment={moment} field={comment} />
            {ask}
          </>
        )}
      </div>
      {wide ? (
        <Keys may={view.may} />
      ) : (
        <Sheet open={sheet} title={t('rate.title')} onClose={() => setSheet(false)}>
          {rating}
        </Sheet>
      )}
    </RoomShell>
  );
}

/** The review room (R35, R36): recordings with their words, the own scorecard, and what others say once it is in. */
export function Review({ interviewId, start }: { interviewId: string; start: Start | null }) {
  const { t } = useTranslation('review');
  const may = useMay();
  const enabled = interviewId !== '' && may('review.enter');
  const room = useRoute(routes.reviewRoom, { id: interviewId }, { enabled });
  useLive([routes.reviewRoom], (item) => item.interviewId === interviewId);
  if (room.data?.round) {
    return <RoundRoom key={interviewId} view={room.data} round={room.data.round} />;
  }
  if (room.data) {
    const opens = `${interviewId} ${start?.answerId ?? ''} ${start?.at ?? ''}`;
    return <RoomView key={opens} view={room.data} start={start} />;
  }
  return (
    <RoomShell interviewId={interviewId}>
      {interviewId === '' ? (
        <Empty title={t('noInterview')}>{t('noInterviewMore')}</Empty>
      ) : (
        <Awaited query={room}>{() => null}</Awaited>
      )}
    </RoomShell>
  );
}
