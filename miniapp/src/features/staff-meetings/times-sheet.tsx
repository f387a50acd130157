import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type MeetingTimes, type MeetingView, mostOffered } from '@zhiyu/contracts/meetings';
import { routes } from '@zhiyu/contracts/routes';
import { messageOf } from '../../api/error';
import { useAct, useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import { Awaited } from '../../components/state';
import { timeText } from '../../components/time';
import { useToast } from '../../components/toast';
import { BusyDay } from './busy-day';
import { dateOf, dayName, daysToShow, hoursFor, momentOf, startOfDay } from './meetings.shared';

interface DaysProps {
  meeting: MeetingView;
  free: MeetingTimes;
  /** Added by hand. */
  own: readonly number[];
  chosen: readonly number[];
  onToggle: (at: number) => void;
}

function Days({ meeting, free, own, chosen, onToggle }: DaysProps) {
  const { t, i18n } = useTranslation('meetings');
  const lasts = meeting.minutes * 60_000;
  const spanOf = (at: number) => ({ from: at, to: at + lasts });
  const now = meeting.cancelledBy === null ? spanOf(meeting.startsAt) : null;
  const days = daysToShow(free.days, free.times, own);
  const there = [...own, ...(now ? [now.from] : [])].filter((at) => days.includes(dateOf(at)));
  const hours = hoursFor(there.map(spanOf));
  const times = [...new Set([...own, ...free.times])].sort((one, two) => one - two);
  return (
    <>
      {days.map((day) => {
        const name = dayName(startOfDay(day), i18n.language);
        const open = times.filter((at) => dateOf(at) === day);
        return (
          <div key={day} className="meet-day" role="group" aria-label={name}>
            <h3 className="t13 muted">{name}</h3>
            <BusyDay {...{ day, hours, now }} people={free.people} chosen={chosen.map(spanOf)} />
            {open.length === 0 ? <p className="t13 muted">{t('busy.full')}</p> : null}
            <div className="meet-times">
              {open.map((at) => (
                <Button
                  key={at}
                  className="touch num"
                  pressed={chosen.includes(at)}
                  onPress={() => onToggle(at)}
                >
                  {timeText(at)}
                </Button>
              ))}
            </div>
          </div>
        );
      })}
    </>
  );
}

function ByHand({ onAdd }: { onAdd: (at: number) => void }) {
  const { t } = useTranslation('meetings');
  const [field, setField] = useState('');
  const at = momentOf(field);
  return (
    <div className="meet-hand">
      <label className="field">
        <span>{t('byHand')}</span>
        <input
          type="datetime-local"
          className="input"
          step={900}
          value={field}
          onChange={(event) => setField(event.target.value)}
        />
      </label>
      <Button
        className="touch"
        disabled={at === null}
        onPress={() => {
          if (at !== null) {
            onAdd(at);
            setField('');
          }
        }}
      >
        {t('add')}
      </Button>
    </div>
  );
}

/** Free times of everybody: one is moved to, several are sent to the candidate. */
export function TimesSheet({ meeting, onClose }: { meeting: MeetingView; onClose: () => void }) {
  const { t } = useTranslation('meetings');
  const say = useToast();
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [own, setOwn] = useState<readonly number[]>([]);
  const id = meeting.interviewId;
  const free = useRoute(routes.meetingTimes, { id });
  const refresh = [routes.meetings];
  const move = useAct(routes.moveMeeting, { refresh, onSuccess: onClose });
  const offer = useAct(routes.offerTimes, {
    refresh,
    onSuccess: () => {
      say(t('sent', { name: meeting.candidateName }));
      onClose();
    },
  });
  const toggle = (at: number) =>
    setChosen(chosen.includes(at) ? chosen.filter((one) => one !== at) : [...chosen, at]);
  const add = (at: number) => {
    setOwn([...new Set([...own, at])]);
    setChosen([...new Set([...chosen, at])]);
  };
  const [first] = chosen;
  const error = move.error ?? offer.error;
  const busy = move.isPending || offer.isPending ? t('candidate:sending') : undefined;
  return (
    <Sheet
      open
      title={t('sheet', { name: meeting.candidateName })}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('ui:cancel')}</Button>
          <Button
            disabled={chosen.length !== 1}
            busy={busy}
            onPress={() => first !== undefined && move.mutate({ id, startsAt: first })}
          >
            {t('moveHere')}
          </Button>
          <Button
            look="primary"
            disabled={chosen.length === 0 || chosen.length > mostOffered}
            busy={busy}
            onPress={() => offer.mutate({ id, times: [...chosen] })}
          >
            {t('offer', { n: chosen.length })}
          </Button>
        </>
      }
    >
      <p className="muted">{t('sheetLead')}</p>
      <Awaited query={free}>
        {(found) => (
          <>
            {found.times.length === 0 ? <p>{t('noFree')}</p> : null}
            <p className="t13 muted">
              {t('busy.legend')} {found.calendarRead ? '' : t('withoutCalendar')}
            </p>
            <Days {...{ meeting, own, chosen }} free={found} onToggle={toggle} />
          </>
        )}
      </Awaited>
      <ByHand onAdd={add} />
      {error ? (
        <p className="said" role="alert">
          {messageOf(error)}
        </p>
      ) : null}
    </Sheet>
  );
}
