import { useTranslation } from 'react-i18next';
import type { RatedRound, ReviewRoom } from '@zhiyu/contracts/review';
import { momentText } from '../../components/time';
import { serverTime } from '../../platform/clock';
import { MaskLine } from '../staff-mask/mask-line';
import { hrefOf } from '../staff-shell/address.shared';
import { useMe } from '../staff-shell/use-me';
import { AskColleague, HereNow } from './people';
import type { Moment } from './review.shared';
import { RoomShell } from './room-shell';
import { OwnCard } from './scorecard';
import { Together } from './together';
import { useOpenDimension } from './use-acts';
import { usePresence } from './use-presence';
import { useScorecard } from './use-scorecard';

/** Nothing was recorded: a level rests on what was seen. */
const nowhere: Moment = { now: () => null, show: () => undefined };

/** A round with people (R30, R36): each who was there rates by the position's anchors, and then reads the others. */
export function RoundRoom({ view, round }: { view: ReviewRoom; round: RatedRound }) {
  const { t, i18n } = useTranslation('review');
  const me = useMe();
  const card = useScorecard(view, me.data?.id ?? '');
  const { open, setOpen } = useOpenDimension(view, card);
  const here = usePresence(view.interviewId, null);
  const sees = view.may.file;
  const back = sees ? hrefOf('file', { id: view.applicationId, tab: 'rounds' }) : hrefOf('home');
  return (
    <RoomShell
      interviewId={view.interviewId}
      view={view}
      back={back}
      tools={<HereNow room={view} here={here} />}
    >
      {sees ? <MaskLine id={view.applicationId} /> : null}
      <div className="round-room">
        <section className="round-head">
          <h2 className="sec-h">
            {round.name}
            <span className="cap num">
              {momentText(round.startsAt, serverTime(), i18n.language)}
            </span>
          </h2>
          <p className="muted">{round.place}</p>
          <p>{t(round.begun ? 'round.lead' : 'round.ahead')}</p>
          {view.may.ask ? <AskColleague room={view} /> : null}
        </section>
        {view.blind ? null : <Together room={view} moment={nowhere} />}
        {view.blind || view.mine ? (
          <OwnCard room={view} card={card} moment={nowhere} open={open} onOpen={setOpen} />
        ) : null}
      </div>
    </RoomShell>
  );
}
