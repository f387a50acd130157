import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingList, MeetingView } from '@zhiyu/contracts/meetings';
import { routes } from '@zhiyu/contracts/routes';
import { messageOf } from '../../api/error';
import { useAct, useRoute } from '../../api/query';
import { useLive } from '../../api/stream';
import { Button } from '../../components/button';
import { StateWord } from '../../components/glyph';
import { Awaited, Empty } from '../../components/state';
import { momentText, timeText } from '../../components/time';
import { useToast } from '../../components/toast';
import { serverTime } from '../../platform/clock';
import { hrefOf } from '../staff-shell/address.shared';
import { Shell } from '../staff-shell/shell';
import { useMay } from '../staff-shell/use-me';
import { byDay, dayName } from './meetings.shared';
import { PeopleSheet } from './people-sheet';
import { TimesSheet } from './times-sheet';
import './meetings.scss';
import './words';

/** What was done last, with the time to go back to. */
interface Done {
  text: string;
  undo: { id: string; startsAt: number } | null;
}

type OnDone = (done: Done) => void;

const refresh = [routes.meetings];

function useMoves(meeting: MeetingView, onDone: OnDone) {
  const { t, i18n } = useTranslation('meetings');
  const say = useToast();
  const { interviewId: id, startsAt, candidateName: name, cancelledBy } = meeting;
  const fail = { onError: (error: unknown) => say(messageOf(error)) };
  // Said by the act itself: the row may stand at another day, and be a new one, when it is done.
  const move = useAct(routes.moveMeeting, {
    refresh,
    onSuccess: (after) => {
      const time = momentText(after.startsAt, serverTime(), i18n.language);
      const undo = cancelledBy === null ? { id, startsAt } : null;
      onDone({ text: t('movedTo', { name, time }), undo });
    },
  });
  const cancel = useAct(routes.cancelMeeting, {
    refresh,
    onSuccess: () => onDone({ text: t('cancelledOne', { name }), undo: { id, startsAt } }),
  });
  return {
    busy: move.isPending || cancel.isPending,
    cancel: () => cancel.mutate({ id }, fail),
    next: () => move.mutate({ id, startsAt: null }, fail),
  };
}

/** What was done, until it was taken back or something else was done. */
function LastDone({ done, onUndone }: { done: Done | null; onUndone: () => void }) {
  const { t } = useTranslation('meetings');
  const say = useToast();
  const back = useAct(routes.moveMeeting, { refresh, onSuccess: onUndone });
  const { undo } = done ?? { undo: null };
  const press = () =>
    undo && back.mutate(undo, { onError: (error: unknown) => say(messageOf(error)) });
  return (
    <div role="status">
      {done === null ? null : (
        <p className="said row between">
          {done.text}
          {undo === null ? null : (
            <Button
              className="touch"
              busy={back.isPending ? t('candidate:sending') : undefined}
              onPress={press}
            >
              {t('undo')}
            </Button>
          )}
        </p>
      )}
    </div>
  );
}

function Acts({ meeting, onDone }: { meeting: MeetingView; onDone: OnDone }) {
  const { t } = useTranslation('meetings');
  const moves = useMoves(meeting, onDone);
  const [choosing, setChoosing] = useState(false);
  const [naming, setNaming] = useState(false);
  const busy = moves.busy ? t('candidate:sending') : undefined;
  const off = meeting.cancelledBy !== null;
  return (
    <div className="meet-acts">
      <Button className="touch" busy={busy} onPress={moves.next}>
        {t(off ? 'back' : 'next')}
      </Button>
      <Button className="touch" onPress={() => setChoosing(true)}>
        {t('choose')}
      </Button>
      <Button className="touch" onPress={() => setNaming(true)}>
        {t('people.open')}
      </Button>
      {off ? null : (
        <Button look="plain" className="touch" busy={busy} onPress={moves.cancel}>
          {t('cancel')}
        </Button>
      )}
      <a className="btn quiet touch" href={hrefOf('file', { id: meeting.applicationId })}>
        {t('file')}
      </a>
      {naming ? <PeopleSheet meeting={meeting} onClose={() => setNaming(false)} /> : null}
      {choosing ? <TimesSheet meeting={meeting} onClose={() => setChoosing(false)} /> : null}
    </div>
  );
}

function Row({ meeting, onDone }: { meeting: MeetingView; onDone: OnDone }) {
  const { t } = useTranslation('meetings');
  const { cancelledBy, offered, changes } = meeting;
  const names = meeting.interviewers.map(({ name }) => name).join(t('staff:and'));
  return (
    <li className="meet-row">
      <p className={`meet-time num ${cancelledBy === null ? '' : 'meet-off'}`}>
        {timeText(meeting.startsAt)}
        <span className="cap">{t('minutes', { n: meeting.minutes })}</span>
      </p>
      <div className="meet-what">
        <p>
          <b className="mid">{meeting.candidateName}</b>
          <span className="muted">{` ${meeting.positionName} · ${meeting.roundName}`}</span>
        </p>
        <p className="t13 muted">
          {[meeting.place, t('with', { names })].filter((one) => one !== '').join(' · ')}
        </p>
        <p className="t13 meet-state">
          {cancelledBy === null ? null : (
            <StateWord of="warn">{t(`cancelled.${cancelledBy}`)}</StateWord>
          )}
          {offered.length > 0 ? (
            <StateWord of="hold">{t('offered', { n: offered.length })}</StateWord>
          ) : null}
          {changes > 0 && cancelledBy === null ? (
            <span className="muted">{t('moved', { n: changes })}</span>
          ) : null}
        </p>
      </div>
      <Acts meeting={meeting} onDone={onDone} />
    </li>
  );
}

function List({ list, onDone }: { list: MeetingList; onDone: OnDone }) {
  const { t, i18n } = useTranslation('meetings');
  if (list.meetings.length === 0) {
    return <Empty title={t('empty')}>{t('emptyMore')}</Empty>;
  }
  return (
    <>
      {byDay(list.meetings).map((day) => (
        <section key={day[0]?.startsAt} className="section">
          <h2 className="sec-h">{dayName(day[0]?.startsAt ?? 0, i18n.language)}</h2>
          <ul className="meet-rows">
            {day.map((meeting) => (
              <Row key={meeting.interviewId} meeting={meeting} onDone={onDone} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** Rounds with people that are to come: when, who, and everything about the time in one press. */
export function Meetings() {
  const { t } = useTranslation('meetings');
  const may = useMay();
  const [done, setDone] = useState<Done | null>(null);
  const query = useRoute(routes.meetings, {}, { enabled: may('application.decide') });
  useLive([routes.meetings]);
  return (
    <Shell
      title={t('title')}
      current="meetings"
      act="application.decide"
      crumb={<h1>{t('title')}</h1>}
    >
      <p className="meet-lead muted">
        {t('lead')}
        {query.data ? t('leadThen', { text: t(`calendar.${query.data.calendar ?? 'none'}`) }) : ''}
      </p>
      <LastDone done={done} onUndone={() => setDone(null)} />
      <Awaited query={query}>{(list) => <List list={list} onDone={setDone} />}</Awaited>
    </Shell>
  );
}
