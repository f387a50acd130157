import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { testRoutes } from '@zhiyu/contracts/routes.tests';
import type { OwnTest } from '@zhiyu/contracts/written-tests';
import { call } from '../../api/client';
import { messageOf } from '../../api/error';
import { Button } from '../../components/button';
import { Page } from '../../components/page';
import { Sheet } from '../../components/sheet';
import { clockText } from '../../components/time';
import { useToast } from '../../components/toast';
import { secondsTo, useNow } from '../interview/use-now';
import { Item } from './item';
import { isAnswered, noAnswer } from './kept-answers';
import { type Keeping, useAnswers } from './use-answers';

/** Said to screen readers with so many minutes left. */
const SAID = [10, 5, 1];

function Clock({ endsAt, onEnd }: { endsAt: number; onEnd: () => void }) {
  const { t } = useTranslation('test');
  const left = secondsTo(endsAt, useNow());
  const over = left === 0;
  useEffect(() => {
    if (over) {
      onEnd();
    }
  }, [over, onEnd]);
  const minutes = Math.ceil(left / 60);
  return (
    <>
      <span className={`num ${left <= 60 ? 'test-last' : ''}`} role="timer">
        {t('left', { time: clockText(left) })}
      </span>
      <span className="sr" aria-live="polite">
        {SAID.includes(minutes) ? t('leftSaid', { minutes }) : ''}
      </span>
    </>
  );
}

function Kept({ keeping }: { keeping: Keeping }) {
  const { t } = useTranslation('test');
  return (
    <span className={keeping === 'away' ? 'test-away' : 'muted'} role="status">
      {t(`keeping.${keeping}`)}
    </span>
  );
}

function HandIn({
  count,
  open,
  busy,
  onSubmit,
  onClose,
}: {
  count: number;
  open: number;
  busy: boolean;
  onSubmit: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('test');
  return (
    <Sheet
      open
      title={t('submitTitle')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('goOn')}</Button>
          <Button look="primary" busy={busy ? t('sending') : undefined} onPress={onSubmit}>
            {t('submit')}
          </Button>
        </>
      }
    >
      <p>{open === 0 ? t('submitAll', { count }) : t('submitOpen', { open })}</p>
    </Sheet>
  );
}

/** The test while its time runs: one item at a time, the clock and what is stored on top. */
export function Running({ test, onTest }: { test: OwnTest; onTest: (test: OwnTest) => void }) {
  const { t } = useTranslation('test');
  const say = useToast();
  const ended = useRef(false);
  const [at, setAt] = useState(0);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const reload = useCallback(async () => {
    onTest(await call(testRoutes.ownTest, { id: test.id }));
  }, [onTest, test.id]);
  const { answers, keeping, answer, leave, flush, clear } = useAnswers(test, () => void reload());
  const item = test.items[at];
  const submit = useCallback(async () => {
    setBusy(true);
    try {
      // What has not reached the server would not count.
      if (await flush()) {
        const done = await call(testRoutes.submitTest, { id: test.id });
        clear();
        onTest(done);
      } else {
        ended.current = false;
        say(t('keeping.away'));
      }
    } catch (error) {
      ended.current = false;
      say(messageOf(error));
    }
    setBusy(false);
  }, [clear, flush, onTest, say, t, test.id]);
  const end = useCallback(() => {
    if (!ended.current) {
      ended.current = true;
      void submit();
    }
  }, [submit]);
  const go = (next: number) => {
    if (item) {
      leave(item.code);
    }
    setAt(next);
  };
  const answered = (code: string) => isAnswered(answers[code]?.answer ?? noAnswer);
  const open = test.items.filter(({ code }) => !answered(code)).length;
  const last = at === test.items.length - 1;
  return (
    <Page
      title={`${test.title} · ${t('title')}`}
      footer={
        <div className="test-foot">
          <Button size="big" disabled={at === 0} onPress={() => go(at - 1)}>
            {t('prev')}
          </Button>
          {last ? (
            <Button look="primary" size="big" onPress={() => setAsking(true)}>
              {t('submit')}
            </Button>
          ) : (
            <Button look="primary" size="big" onPress={() => go(at + 1)}>
              {t('next')}
            </Button>
          )}
        </div>
      }
    >
      <header className="test-top">
        <h1 className="sr">{test.title}</h1>
        <p className="row between">
          <span className="num">{t('place', { n: at + 1, count: test.items.length })}</span>
          <Clock endsAt={test.endsAt ?? 0} onEnd={end} />
        </p>
        <p className="t13">
          <Kept keeping={keeping} />
        </p>
      </header>
      {item ? (
        <Item
          key={item.code}
          item={item}
          answer={answers[item.code]?.answer ?? noAnswer}
          onAnswer={(next, when) => answer(item.code, next, when)}
        />
      ) : null}
      <nav className="test-jump" aria-label={t('jump')}>
        <ol>
          {test.items.map(({ code }, n) => (
            <li key={code}>
              <button
                type="button"
                className={answered(code) ? 'done' : ''}
                aria-current={n === at ? 'step' : undefined}
                aria-label={t(answered(code) ? 'answeredItem' : 'openItem', { n: n + 1 })}
                onClick={() => go(n)}
              >
                {n + 1}
              </button>
            </li>
          ))}
        </ol>
        {last ? null : (
          <Button look="plain" onPress={() => setAsking(true)}>
            {t('submit')}
          </Button>
        )}
      </nav>
      {asking ? (
        <HandIn
          count={test.items.length}
          open={open}
          busy={busy}
          onSubmit={() => {
            if (item) {
              leave(item.code);
            }
            void submit();
          }}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </Page>
  );
}
