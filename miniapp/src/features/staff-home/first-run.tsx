import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { Me } from '@zhiyu/contracts/staff';
import { useRoute } from '../../api/query';
import { Glyph } from '../../components/glyph';
import { EngineRows } from '../staff-admin/engine-rows';
import { hrefOf, type Params, type StaffPage } from '../staff-shell/address.shared';

interface Step {
  name: 'company' | 'people' | 'position' | 'link';
  done: boolean;
  page: StaffPage;
  params: Params;
}

function useSteps(me: Me): Step[] {
  const staff = useRoute(routes.listStaff, {}, { enabled: me.may.includes('staff.list') });
  const positions = useRoute(
    routes.listPositions,
    {},
    { enabled: me.may.includes('position.view') },
  );
  const may = (act: string) => me.may.includes(act);
  const first = positions.data?.positions[0];
  const steps: (Step & { act: string })[] = [
    {
      name: 'company',
      done: me.companyName !== '',
      page: 'admin',
      params: { part: 'company' },
      act: 'company.edit',
    },
    {
      name: 'people',
      done: (staff.data?.staff.length ?? 0) > 1,
      page: 'admin',
      params: { part: 'people' },
      act: 'staff.edit',
    },
    {
      name: 'position',
      done: first !== undefined,
      page: 'positions',
      params: {},
      act: 'position.edit',
    },
    {
      name: 'link',
      done: positions.data?.positions.some(({ active }) => active > 0) ?? false,
      page: first ? 'intake' : 'positions',
      params: { id: first?.id },
      act: 'position.edit',
    },
  ];
  return steps.filter(({ act }) => may(act));
}

/** What is left to do before the first candidate, one open step at a time, and what this machine has. */
export function FirstRun({ me }: { me: Me }) {
  const { t } = useTranslation('staff');
  const steps = useSteps(me);
  const system = useRoute(routes.system, {}, { enabled: me.may.includes('system.view') });
  const left = steps.filter(({ done }) => !done);
  const now = left[0];
  if (left.length === 0) {
    return null;
  }
  return (
    <div className="home-cols first-run">
      <div>
        <h1 className="hello">{t('first.title', { name: me.name, count: left.length })}</h1>
        <p className="muted">{t('first.lead')}</p>
        <ol className="todo">
          {steps.map((step, index) => (
            <li key={step.name} className={step.done ? 'done' : step === now ? 'now' : ''}>
              <span className="k num">{step.done ? <Glyph of="pass" size={20} /> : index + 1}</span>
              <span>
                <b>{t(`first.${step.name}.title`)}</b>
                <span className="muted">{t(`first.${step.name}.more`)}</span>
              </span>
              <a
                className={step === now ? 'btn primary' : 'link'}
                href={hrefOf(step.page, step.params)}
              >
                {t(step.done ? 'first.change' : `first.${step.name}.go`)}
              </a>
            </li>
          ))}
        </ol>
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
