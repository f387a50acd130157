import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import { messageOf } from '../../api/error';
import { useAct, useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { TextField } from '../../components/text-field';
import { useToast } from '../../components/toast';
import { textIn } from '../../locales';
import { useMay } from '../staff-shell/use-me';
import './ask-now.scss';

/** While the interview runs: one more question, in own words or from the position's, that comes next with one's name. */
export function AskNow(props: { interviewId: string; positionId: string }) {
  const { interviewId, positionId } = props;
  const { t } = useTranslation('staff');
  const may = useMay();
  const say = useToast();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [code, setCode] = useState('');
  const position = useRoute(routes.position, { id: positionId }, { enabled: open });
  const ask = useAct(routes.addQuestion, {
    refresh: [routes.application, routes.timeline],
    onSuccess: () => {
      setOpen(false);
      setText('');
      setCode('');
      say(t('askNow.sent'));
    },
  });
  if (!may('interview.ask')) {
    return null;
  }
  if (!open) {
    return (
      <p className="ask-now">
        <Button size="small" onPress={() => setOpen(true)}>
          {t('askNow.open')}
        </Button>
      </p>
    );
  }
  const content = position.data?.content;
  const spare = content?.questions.filter((one) => !content.plan.questionCodes.includes(one.code));
  return (
    <div className="ask-now">
      {spare && spare.length > 0 ? (
        <label className="field">
          <span>{t('askNow.from')}</span>
          <select className="select" value={code} onChange={(event) => setCode(event.target.value)}>
            <option value="">{t('askNow.own')}</option>
            {spare.map((one) => (
              <option key={one.code} value={one.code}>
                {textIn(one.text)}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      {code === '' ? (
        <TextField
          label={t('askNow.text')}
          hint={t('askNow.hint')}
          rows={3}
          maxLength={500}
          value={text}
          onChange={setText}
        />
      ) : null}
      {ask.error ? (
        <p className="fault" role="alert">
          {messageOf(ask.error)}
        </p>
      ) : null}
      <p className="row">
        <Button
          look="primary"
          disabled={code === '' && text.trim().length < 5}
          busy={ask.isPending ? t('saving') : undefined}
          onPress={() =>
            ask.mutate({ id: interviewId, text: text.trim(), code: code === '' ? null : code })
          }
        >
          {t('askNow.send')}
        </Button>
        <Button look="plain" onPress={() => setOpen(false)}>
          {t('ui:cancel')}
        </Button>
      </p>
    </div>
  );
}
