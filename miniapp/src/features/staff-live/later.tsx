import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import { messageOf } from '../../api/error';
import { useAct } from '../../api/query';
import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import { TextField } from '../../components/text-field';
import { momentText } from '../../components/time';
import { useToast } from '../../components/toast';
import { serverTime } from '../../platform/clock';
import './live.scss';
import './words';

const choices = [1, 3, 7, 14];
const refresh = [
  ...[routes.liveInterview, routes.liveInterviews, routes.application, routes.timeline],
  routes.today,
];

/** More days for an invitation or an interview, with a word to the candidate. */
export function LaterSheet(props: { interviewId: string; deadline: number; onClose: () => void }) {
  const { interviewId: id, deadline, onClose } = props;
  const { t, i18n } = useTranslation('live');
  const say = useToast();
  const [days, setDays] = useState(3);
  const [text, setText] = useState('');
  const extend = useAct(routes.extendDeadline, {
    refresh,
    onSuccess: () => {
      say(t('done.later'));
      onClose();
    },
  });
  const time = momentText(deadline, serverTime(), i18n.language);
  return (
    <Sheet
      open
      title={t('later')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('ui:cancel')}</Button>
          <Button
            look="primary"
            busy={extend.isPending ? t('candidate:sending') : undefined}
            onPress={() => extend.mutate({ id, days, text: text.trim() })}
          >
            {t('doLater')}
          </Button>
        </>
      }
    >
      <p className="muted">{t(deadline > serverTime() ? 'laterLead' : 'laterOver', { time })}</p>
      <div className="live-minutes" role="group" aria-label={t('laterDays')}>
        {choices.map((n) => (
          <Button key={n} className="touch num" pressed={n === days} onPress={() => setDays(n)}>
            {t('days', { n })}
          </Button>
        ))}
      </div>
      <TextField label={t('wordLabel')} value={text} onChange={setText} rows={3} maxLength={300} />
      {extend.error ? (
        <p className="said" role="alert">
          {messageOf(extend.error)}
        </p>
      ) : null}
    </Sheet>
  );
}
