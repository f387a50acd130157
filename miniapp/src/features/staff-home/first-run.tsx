import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { Me } from '@zhiyu/contracts/staff';
import { messageOf } from '../../api/error';
import { useAct, useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { Glyph } from '../../components/glyph';
import { Awaited } from '../../components/state';
import { EngineRows } from '../staff-admin/engine-rows';
import { hrefOf } from '../staff-shell/address.shared';
import { useMe } from '../staff-shell/use-me';
import { stepsOf, type Step } from './set-up.shared';
import './home.scss';

interface SetUpSteps {
  /** Undefined while it is not known what is there. */
  data: Step[] | undefined;
  error: unknown;
  refetch: () => unknown;
}

/** What is done, read from what is there. */
function useSteps(me: Me): SetUpSteps {
  const may = (act: string) => me.may.includes(act);
  const company = useRoute(routes.company, {}, { enabled: may('company.edit') });
  const staff = useRoute(routes.listStaff, {}, { enabled: may('staff.edit') });
  const positions = useRoute(routes.listPositions, {}, { enabled: may('position.view') });
  const channels = useRoute(routes.channels, {}, { enabled: may('system.view') });
  const asked = [company, staff, positions, channels];
  const failed = asked.find(({ error, data }) => error !== null && data === undefined);
  const known = failed === undefined && !asked.some(({ isLoading }) => isLoading);
  const steps = () =>
    stepsOf({
      may,
      companyName: me.companyName,
      keepDays: company.data?.keepDays ?? 0,
      keepDaysChosen: company.data?.keepDaysChosen ?? false,
      people: staff.data?.staff.length ?? 0,
      positions: positions.data?.positions ?? [],
      channels: channels.data?.channels ?? [],
    });
  return {
    data: known ? steps() : undefined,
    error: failed?.error,
    refetch: () => failed?.refetch(),
  };
}

/** The days as they are can be the decision: one press. */
function KeepDays({ days }: { days: number }) {
  const { t } = useTranslation('staff');
  const save = useAct(routes.changeCompany, { refresh: [routes.company] });
  return (
    <>
      <Button
        busy={save.isPending ? t('saving') : undefined}
        onPress={() => save.mutate({ keepDays: days })}
      >
        {t('first.retention.keep', { days })}
      </Button>
      {save.error ? (
        <span className="fault" role="alert">
          {messageOf(save.error)}
        </span>
      ) : null}
    </>
  );
}

/** The list itself: what is done, the one open step, the others. */
function Steps({ steps }: { steps: Step[] }) {
  const { t } = useTranslation('staff');
  const now = steps.find(({ done }) => !done);
  return (
    <ol className="todo">
      {steps.map((step, index) => (
        <li key={step.name} className={step.done ? 'done' : step === now ? 'now' : ''}>
          <span className="k num">{step.done ? <Glyph of="pass" size={20} /> : index + 1}</span>
          <span>
            <b>{t(`first.${step.name}.title`)}</b>
            <span className="muted">{t(`first.${step.name}.more`, { days: step.days })}</span>
          </span>
          <span className="todo-acts">
            {step.name === 'retention' && !step.done ? <KeepDays days={step.days} /> : null}
            <a
              className={step === now && step.name !== 'retention' ? 'btn primary' : 'link'}
              href={hrefOf(step.page, step.params)}
            >
              {t(step.done ? 'first.change' : `first.${step.name}.go`)}
            </a>
          </span>
        </li>
      ))}
    </ol>
  );
}

/** What is left to do before the first candidate, one open step at a time, and what this machine has. */
export function FirstRun({ me }: { me: Me }) {
  const { t } = useTranslation('staff');
  const query = useSteps(me);
  const system = useRoute(routes.system, {}, { enabled: me.may.includes('system.view') });
  const { data: steps } = query;
  const left = steps?.filter(({ done }) => !done) ?? [];
  if (steps === undefined) {
    return <Awaited query={query}>{() => null}</Awaited>;
  }
  if (left.length === 0) {
    return null;
  }
  return (
    <div className="home-cols first-run">
      <div>
        <h1 className="hello">{t('first.title', { name: me.name, count: left.length })}</h1>
        <p className="muted">{t('first.lead')}</p>
        <Steps steps={steps} />
      </div>
      {system.data ? (
        <aside>
          <h2 className="sec-h">
            {t('first.engines')}
            <span className="cap">{t('first.enginesMore')}</span>
          </h2>
          <EngineRows engines={system.data.engines} />
        </aside>
      ) : null}
    </div>
  );
}

/** On the home of an administrator who also has candidates: one line until everything is set up. */
export function SetUpLine({ me }: { me: Me }) {
  const { t } = useTranslation('staff');
  const left = (useSteps(me).data ?? []).filter(({ done }) => !done).length;
  return left === 0 ? null : (
    <p className="cap section">
      <a className="link" href={hrefOf('admin', { part: 'setup' })}>
        {t('first.left', { count: left })}
      </a>
    </p>
  );
}

/** The same list in the settings, where it stays when it is done. */
export function SetUp() {
  const { t } = useTranslation('staff');
  const { data: me } = useMe();
  return me ? <SetUpOf me={me} title={t('first.setup')} /> : null;
}

function SetUpOf({ me, title }: { me: Me; title: string }) {
  const { t } = useTranslation('staff');
  return (
    <section className="narrow first-run">
      <h2 className="sec-h">{title}</h2>
      <Awaited query={useSteps(me)}>
        {(steps) => (
          <>
            {steps.every(({ done }) => done) ? (
              <p className="muted">{t('first.setupDone')}</p>
            ) : null}
            <Steps steps={steps} />
          </>
        )}
      </Awaited>
    </section>
  );
}
