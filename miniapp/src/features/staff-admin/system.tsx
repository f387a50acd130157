import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { SystemState } from '@zhiyu/contracts/staff';
import { messageOf } from '../../api/error';
import { useAct, useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { Awaited } from '../../components/state';
import { useToast } from '../../components/toast';
import { useMay } from '../staff-shell/use-me';
import { useWords } from '../staff-shell/use-words';
import { EngineRows } from './engine-rows';

function DeadJobs({ jobs }: { jobs: SystemState['deadJobs'] }) {
  const { t } = useTranslation('staff');
  const words = useWords();
  const edit = useMay()('system.edit');
  const say = useToast();
  const replay = useAct(routes.replayJob, {
    refresh: [routes.system],
    onSuccess: () => say(t('system.replayed')),
  });
  return (
    <section className="section">
      <h2 className="sec-h">
        {t('system.dead')}
        <span className="cap">{t('system.deadMore')}</span>
      </h2>
      {jobs.length === 0 ? <p className="muted t13 dead-none">{t('system.noDead')}</p> : null}
      <ul className="dead-jobs">
        {jobs.map((job) => (
          <li key={job.id}>
            <span>
              <b className="mid">{job.name}</b>{' '}
              <span className="faint num">
                {t('system.tries', { count: job.attempts })} · {words.moment(job.at)}
              </span>
              <code className="pre">{job.lastError}</code>
            </span>
            {edit ? (
              <Button
                size="small"
                busy={replay.isPending && replay.variables.id === job.id ? t('saving') : undefined}
                onPress={() => replay.mutate({ id: job.id })}
              >
                {t('system.replay')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {replay.error ? (
        <p className="fault" role="alert">
          {messageOf(replay.error)}
        </p>
      ) : null}
    </section>
  );
}

/** What this machine has, what it is working on, what it gave up. */
export function SystemPart() {
  const { t } = useTranslation('staff');
  const system = useRoute(routes.system, {}, { refetchInterval: 10_000 });
  return (
    <Awaited query={system}>
      {(state) => (
        <>
          <section>
            <h2 className="sec-h">
              {t('system.engines')}
              <span className="cap">{t('first.enginesMore')}</span>
            </h2>
            <EngineRows engines={state.engines} />
          </section>
          <section className="section">
            <h2 className="sec-h">{t('system.state')}</h2>
            <dl className="pairs-list t13">
              <div>
                <dt>{t('system.version')}</dt>
                <dd>{state.version}</dd>
              </div>
              <div>
                <dt>{t('system.database')}</dt>
                <dd>{state.database}</dd>
              </div>
              {(['ready', 'leased', 'dead'] as const).map((name) => (
                <div key={name}>
                  <dt>{t(`system.${name}Jobs`)}</dt>
                  <dd className="num">{state.jobs[name]}</dd>
                </div>
              ))}
            </dl>
          </section>
          <DeadJobs jobs={state.deadJobs} />
        </>
      )}
    </Awaited>
  );
}
