import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import Taro from '@tarojs/taro';
import { testRoutes } from '@zhiyu/contracts/routes.tests';
import type { OwnTest } from '@zhiyu/contracts/written-tests';
import { messageOf } from '../../api/error';
import { keyOf, queryClient, useAct, useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { Page } from '../../components/page';
import { Awaited } from '../../components/state';
import { SwitchRow } from '../../components/switch-row';
import { momentText } from '../../components/time';
import { useToast } from '../../components/toast';
import { showIn } from '../../locales';
import { Running } from './running';
import './test.scss';
import './words';

function Intro({ test, onTest }: { test: OwnTest; onTest: (test: OwnTest) => void }) {
  const { t, i18n } = useTranslation('test');
  const say = useToast();
  const [byEngine, setByEngine] = useState(false);
  const begin = useAct(testRoutes.beginTest, { onSuccess: onTest });
  const { minutes, extraMinutes: extra, contactName: name } = test;
  const start = () =>
    begin.mutate({ id: test.id, byEngine }, { onError: (error) => say(messageOf(error)) });
  return (
    <Page
      title={`${test.title} · ${t('title')}`}
      footer={
        <Button
          look="primary"
          size="big"
          wide
          busy={begin.isPending ? t('beginning') : undefined}
          onPress={start}
        >
          {t('begin', { minutes })}
        </Button>
      }
    >
      <header className="test-intro">
        <p className="cap">
          {t('head', { company: test.companyName, position: test.positionName })}
        </p>
        <h1 className="h1">{test.title}</h1>
        <p className="muted num">
          {t('facts', { count: test.count, minutes })}
          {' · '}
          {t('until', { time: momentText(test.deadline, test.serverNow, i18n.language) })}
        </p>
        {test.instruction === '' ? null : <p className="pre">{test.instruction}</p>}
      </header>
      <ul className="test-rules">
        <li>
          {t('rules.time', { minutes })} {extra > 0 ? t('rules.extra', { extra }) : ''}
        </li>
        <li>{t('rules.saved')}</li>
        <li>{t('rules.end')}</li>
        <li>{t('rules.person', { name })}</li>
      </ul>
      {test.hasText ? (
        <ul className="switch-rows">
          <SwitchRow label={t('engine.label')} checked={byEngine} onChange={setByEngine}>
            {t(byEngine ? 'engine.on' : 'engine.off')}
          </SwitchRow>
        </ul>
      ) : null}
    </Page>
  );
}

function Over({ test }: { test: OwnTest }) {
  const { t } = useTranslation('test');
  const key = test.state === 'expired' ? 'expired' : test.timeUp ? 'timeUp' : 'done';
  return (
    <Page
      title={`${test.title} · ${t('title')}`}
      footer={
        <Button
          size="big"
          wide
          onPress={() => void Taro.redirectTo({ url: '/pages/status/index' })}
        >
          {t('toStatus')}
        </Button>
      }
    >
      <div className="test-intro" role="status">
        <p className="cap">{test.title}</p>
        <h1 className="h1">{t(key)}</h1>
        <p>{t(`${key}More`, { name: test.contactName })}</p>
      </div>
    </Page>
  );
}

/** A candidate's written test: before, while it runs, after. */
export function WrittenTest({ id }: { id: string }) {
  const { t } = useTranslation('test');
  const query = useRoute(testRoutes.ownTest, { id });
  const onTest = useCallback(
    (test: OwnTest) => queryClient.setQueryData(keyOf(testRoutes.ownTest, { id }), test),
    [id],
  );
  const locale = query.data?.locale;
  useEffect(() => {
    if (locale) {
      showIn(locale);
    }
  }, [locale]);
  const test = query.data;
  if (!test) {
    return (
      <Page title={t('title')}>
        <Awaited query={query}>{() => null}</Awaited>
      </Page>
    );
  }
  if (test.state === 'sent') {
    return <Intro test={test} onTest={onTest} />;
  }
  return test.state === 'running' ? <Running test={test} onTest={onTest} /> : <Over test={test} />;
}
