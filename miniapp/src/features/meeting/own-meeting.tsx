import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnMeeting as View } from '@zhiyu/contracts/meetings';
import { candidateRoutes } from '@zhiyu/contracts/routes.candidate';
import { meetingRoutes } from '@zhiyu/contracts/routes.meetings';
import { messageOf } from '../../api/error';
import { keyOf, queryClient, useAct, useRoute } from '../../api/query';
import { useLive } from '../../api/stream';
import { Button } from '../../components/button';
import { Page } from '../../components/page';
import { Sheet } from '../../components/sheet';
import { Awaited, Empty } from '../../components/state';
import { momentText } from '../../components/time';
import { useToast } from '../../components/toast';
import { showIn } from '../../locales';
import './meeting.scss';
import './words';

type Meeting = NonNullable<View['meeting']>;

function keep(view: View): void {
  queryClient.setQueryData(keyOf(meetingRoutes.ownMeeting, {}), view);
}

function Facts({ meeting, now }: { meeting: Meeting; now: number }) {
  const { t, i18n } = useTranslation('meeting');
  const time = momentText(meeting.startsAt, now, i18n.language);
  const rows = [
    ['time', time],
    ['place', meeting.place],
    ['contact', meeting.contact],
  ] as const;
  return (
    <dl className="own-meeting-facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{t(name)}</dt>
          <dd className="num">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Other times: one press and it is moved. */
function Times({ view, meeting }: { view: View; meeting: Meeting }) {
  const { t, i18n } = useTranslation('meeting');
  const say = useToast();
  const pick = useAct(meetingRoutes.pickTime, {
    refresh: [candidateRoutes.candidateStatus],
    onSuccess: (after) => {
      keep(after);
      say(t('moved'));
    },
  });
  const wanted = pick.variables?.startsAt;
  return (
    <section className="own-meeting-times">
      <h2 className="t16 bold">{t('other')}</h2>
      <p className="muted">
        {view.times.length === 0 ? t('none', { name: meeting.contact }) : t('otherMore')}
      </p>
      <div role="group" aria-label={t('other')}>
        {view.times.map((at) => (
          <Button
            key={at}
            size="big"
            className="num"
            busy={pick.isPending && wanted === at ? t('candidate:sending') : undefined}
            disabled={pick.isPending && wanted !== at}
            onPress={() => pick.mutate({ startsAt: at })}
          >
            {momentText(at, view.serverNow, i18n.language)}
          </Button>
        ))}
      </div>
      {pick.error ? (
        <p className="interview-problem" role="alert">
          {messageOf(pick.error)}
        </p>
      ) : null}
    </section>
  );
}

function Cancel({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('meeting');
  const [asked, setAsked] = useState(false);
  const cancel = useAct(meetingRoutes.cancelOwnMeeting, {
    refresh: [candidateRoutes.candidateStatus],
    onSuccess: (after) => {
      keep(after);
      setAsked(false);
    },
  });
  const close = () => setAsked(false);
  return (
    <>
      <Button look="plain" className="touch" onPress={() => setAsked(true)}>
        {t('cancel')}
      </Button>
      <Sheet
        open={asked}
        title={t('sure')}
        onClose={close}
        footer={
          <>
            <Button onPress={close}>{t('keep')}</Button>
            <Button
              look="danger"
              busy={cancel.isPending ? t('candidate:sending') : undefined}
              onPress={() => cancel.mutate({})}
            >
              {t('yes')}
            </Button>
          </>
        }
      >
        <p>{t('sureMore', { name: meeting.contact })}</p>
        {cancel.error ? (
          <p className="interview-problem" role="alert">
            {messageOf(cancel.error)}
          </p>
        ) : null}
      </Sheet>
    </>
  );
}

function head(meeting: Meeting): { title: string; lead: string } {
  if (meeting.cancelledBy === 'candidate') {
    return { title: 'cancelledByMe', lead: 'cancelledByMeMore' };
  }
  if (meeting.cancelledBy === 'staff') {
    return { title: 'cancelledByThem', lead: 'cancelledByThemMore' };
  }
  return meeting.over ? { title: 'over', lead: 'overMore' } : { title: 'minutes', lead: 'lead' };
}

function Round({ view, meeting }: { view: View; meeting: Meeting }) {
  const { t } = useTranslation('meeting');
  const { title, lead } = head(meeting);
  const stands = meeting.cancelledBy === null && !meeting.over;
  return (
    <>
      <header className="own-meeting-head">
        <h1 className="h1">{t(title, { name: meeting.roundName, n: meeting.minutes })}</h1>
        <p>{t(lead, { name: meeting.contact })}</p>
      </header>
      {meeting.cancelledBy === null ? <Facts meeting={meeting} now={view.serverNow} /> : null}
      {stands ? (
        <a className="btn primary big wide" href={meeting.calendarUrl}>
          {t('calendar')}
        </a>
      ) : null}
      {meeting.over || meeting.cancelledBy === 'staff' ? null : (
        <Times view={view} meeting={meeting} />
      )}
      <div className="own-meeting-foot">
        {stands ? <Cancel meeting={meeting} /> : null}
        <a className="btn quiet touch" href="#/pages/status/index">
          {t('back')}
        </a>
      </div>
    </>
  );
}

/** The candidate's next round: when and where, another time by one press, or not at all. */
export function OwnMeeting() {
  const { t } = useTranslation('meeting');
  const query = useRoute(meetingRoutes.ownMeeting, {});
  const status = useRoute(candidateRoutes.candidateStatus, {});
  useLive([meetingRoutes.ownMeeting]);
  const locale = status.data?.locale;
  useEffect(() => {
    if (locale) {
      showIn(locale);
    }
  }, [locale]);
  return (
    <Page title={t('title')} className="own-meeting">
      <Awaited query={query}>
        {(view) =>
          view.meeting ? (
            <Round view={view} meeting={view.meeting} />
          ) : (
            <Empty
              title={t('nothing')}
              action={
                <a className="btn touch" href="#/pages/status/index">
                  {t('back')}
                </a>
              }
            >
              {t('nothingMore')}
            </Empty>
          )
        }
      </Awaited>
    </Page>
  );
}
