import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingView } from '@zhiyu/contracts/meetings';
import { routes } from '@zhiyu/contracts/routes';
import { messageOf } from '../../api/error';
import { useAct, useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import { Awaited } from '../../components/state';
import { useToast } from '../../components/toast';

/** So many are in one round at most. */
const most = 8;

/** Who is there of the company: those who are chosen are asked for a scorecard, too. */
export function PeopleSheet({ meeting, onClose }: { meeting: MeetingView; onClose: () => void }) {
  const { t } = useTranslation('meetings');
  const say = useToast();
  const id = meeting.interviewId;
  const [chosen, setChosen] = useState(meeting.interviewers.map((one) => one.id));
  const query = useRoute(routes.roundPeople, { id });
  const set = useAct(routes.setRoundPeople, {
    refresh: [routes.meetings, routes.roundPeople, routes.meetingTimes],
    onSuccess: () => {
      say(t('people.done', { name: meeting.candidateName }));
      onClose();
    },
  });
  const toggle = (staffId: string) =>
    setChosen(
      chosen.includes(staffId) ? chosen.filter((one) => one !== staffId) : [...chosen, staffId],
    );
  return (
    <Sheet
      open
      title={t('people.title', { name: meeting.candidateName })}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('ui:cancel')}</Button>
          <Button
            look="primary"
            disabled={chosen.length === 0 || chosen.length > most}
            busy={set.isPending ? t('candidate:sending') : undefined}
            onPress={() => set.mutate({ id, staffIds: chosen })}
          >
            {t('people.save', { n: chosen.length })}
          </Button>
        </>
      }
    >
      <p className="muted">{t('people.lead')}</p>
      <Awaited query={query}>
        {({ people }) => (
          <fieldset className="meet-people">
            <legend className="sr">{t('people.choose')}</legend>
            {people.map((one) => (
              <label key={one.id}>
                <input
                  type="checkbox"
                  checked={chosen.includes(one.id)}
                  onChange={() => toggle(one.id)}
                />
                <span className="grow">{one.name}</span>
                {one.busy ? <span className="cap">{t('people.busy')}</span> : null}
              </label>
            ))}
          </fieldset>
        )}
      </Awaited>
      {set.error ? (
        <p className="fault" role="alert">
          {messageOf(set.error)}
        </p>
      ) : null}
    </Sheet>
  );
}
