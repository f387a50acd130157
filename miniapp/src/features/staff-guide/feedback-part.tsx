import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Feedback } from '@zhiyu/contracts/feedback';
import { routes } from '@zhiyu/contracts/routes';
import { messageOf } from '../../api/error';
import { keyOf, queryClient, useAct, useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { StateWord } from '../../components/glyph';
import { Awaited, Empty } from '../../components/state';
import { TextField } from '../../components/text-field';
import { isStaffPage } from '../staff-shell/address.shared';
import { useWords } from '../staff-shell/use-words';
import './guide.scss';
import './words';

function Settle({ id }: { id: string }) {
  const { t } = useTranslation('help');
  const [answer, setAnswer] = useState('');
  const settle = useAct(routes.settleFeedback, {
    onSuccess: (list) => queryClient.setQueryData(keyOf(routes.listFeedback, {}), list),
  });
  return (
    <>
      <TextField
        label={t('answer')}
        hint={t('answerHint')}
        rows={2}
        maxLength={300}
        value={answer}
        onChange={setAnswer}
      />
      {settle.error ? (
        <p className="fault" role="alert">
          {messageOf(settle.error)}
        </p>
      ) : null}
      <p>
        <Button
          busy={settle.isPending ? t('staff:saving') : undefined}
          onPress={() => settle.mutate({ id, answer: answer.trim() })}
        >
          {t(answer.trim() === '' ? 'done' : 'doneAnswer')}
        </Button>
      </p>
    </>
  );
}

function One({ item }: { item: Feedback }) {
  const { t } = useTranslation('help');
  const words = useWords();
  const page = isStaffPage(item.page) ? t(`page.${item.page}.name`) : item.page;
  return (
    <li>
      <p className="cap num">
        {item.byName} · {page} · {words.moment(item.at)}
      </p>
      <p className="feedback-text">{item.text}</p>
      {item.doneAt === null ? (
        <Settle id={item.id} />
      ) : (
        <p className="t13">
          <StateWord of="pass">
            {t('doneBy', { name: item.doneBy ?? '', at: words.moment(item.doneAt) })}
          </StateWord>
          {item.answer === '' ? '' : ` ${t('told', { answer: item.answer })}`}
        </p>
      )}
    </li>
  );
}

/** What people said of pages, open ones first; an answer goes to the writer as a card. */
export function FeedbackPart() {
  const { t } = useTranslation('help');
  const list = useRoute(routes.listFeedback, {});
  return (
    <section className="narrow">
      <h2 className="sec-h">
        {t('listTitle')}
        <span className="cap">{t('listLead')}</span>
      </h2>
      <Awaited query={list}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('nothing')}>{t('nothingMore')}</Empty>
          ) : (
            <ul className="feedback-list">
              {items.map((item) => (
                <One key={item.id} item={item} />
              ))}
            </ul>
          )
        }
      </Awaited>
    </section>
  );
}
