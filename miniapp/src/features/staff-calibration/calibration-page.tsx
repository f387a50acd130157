import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type {
  CalibrationEntry,
  CalibrationView,
  ListCalibrations,
} from '@zhiyu/contracts/calibration';
import { useAct, useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { Awaited, Empty, Failed } from '../../components/state';
import { textIn } from '../../locales';
import { goTo } from '../staff-shell/address';
import { hrefOf, pagePath } from '../staff-shell/address.shared';
import { Shell } from '../staff-shell/shell';
import { useMay } from '../staff-shell/use-me';
import { Grading } from './grading';
import { LessonView } from './lesson';
import { keepView } from './use-grading';
import { Versions } from './versions';
import './words';
import './calibration.scss';

/** Where somebody came from; empty fields say nothing. */
export interface CalibrationOf {
  positionId: string;
  code: string;
  bank: string;
  answerId: string;
}

function Entry({ entry }: { entry: CalibrationEntry }) {
  const { t } = useTranslation('calibration');
  const open = useAct(routes.openCalibration, {
    onSuccess: (view) => {
      keepView(view);
      goTo(pagePath('calibration', { id: view.id }));
    },
  });
  const { positionId, code, dimension, graded, inUse } = entry;
  return (
    <li>
      <p className="mid">{textIn(entry.text)}</p>
      <div className="cal-top">
        <p className="cap">
          {[
            textIn(entry.dimensionName),
            entry.positionName,
            graded > 0 ? t('choose.graded', { n: graded }) : t('choose.none'),
            inUse === null ? '' : t('choose.used', { n: inUse }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {entry.id === null ? (
          <Button
            className="touch"
            busy={open.isPending ? t('choose.busy') : undefined}
            onPress={() => open.mutate({ positionId, code, dimension })}
          >
            {t('choose.begin')}
          </Button>
        ) : (
          <a className="btn touch" href={hrefOf('calibration', { id: entry.id })}>
            {t('choose.go')}
          </a>
        )}
      </div>
      {open.error ? <Failed error={open.error} /> : null}
    </li>
  );
}

function askedOf({ positionId, bank, answerId }: CalibrationOf): ListCalibrations {
  if (answerId !== '') {
    return { answerId };
  }
  return bank === '' ? { positionId } : { bank };
}

function Choose({ of }: { of: CalibrationOf }) {
  const { t } = useTranslation('calibration');
  const asked = [of.positionId, of.bank, of.answerId].some((part) => part !== '');
  const list = useRoute(routes.listCalibrations, askedOf(of), { enabled: asked });
  const none = (
    <Empty
      title={t('choose.empty')}
      action={
        <a className="btn touch" href={hrefOf('positions')}>
          {t('staff:nav.positions')}
        </a>
      }
    >
      {t('choose.emptyMore')}
    </Empty>
  );
  if (!asked) {
    return none;
  }
  return (
    <Awaited query={list}>
      {({ entries }) => {
        const shown = entries.filter(({ code }) => of.code === '' || code === of.code);
        return shown.length === 0 ? (
          none
        ) : (
          <>
            <h1 className="h2">{t('choose.title')}</h1>
            <p className="muted">{t('choose.lead')}</p>
            <ul className="cal-entries section">
              {shown.map((entry) => (
                <Entry key={`${entry.positionId}${entry.code}${entry.dimension}`} entry={entry} />
              ))}
            </ul>
          </>
        );
      }}
    </Awaited>
  );
}

function Both({ view }: { view: CalibrationView }) {
  const { t } = useTranslation('calibration');
  return (
    <div className="cal-lay">
      <Grading key={view.id} view={view} />
      <aside className="cal-side">
        {view.preview ? (
          <LessonView lesson={view.preview} />
        ) : (
          <p className="muted">{t('lesson.wait')}</p>
        )}
        <Versions view={view} />
      </aside>
    </div>
  );
}

function Head({ view }: { view: CalibrationView }) {
  const { t } = useTranslation('calibration');
  const { engine, inUse } = view;
  return (
    <>
      <h1 className="clip cal-title">{t('crumb', { question: textIn(view.text) })}</h1>
      <span className="tag">
        {inUse ? t('engineUsed', { engine, version: inUse.version }) : t('engine', { engine })}
      </span>
    </>
  );
}

/** People grade answers to a question, see what the engine learned from it, and put it to use. */
export function CalibrationPage({ id, of }: { id: string; of: CalibrationOf }) {
  const { t } = useTranslation('calibration');
  const may = useMay();
  const view = useRoute(
    routes.calibration,
    { id },
    { enabled: id !== '' && may('calibration.grade') },
  );
  const back = view.data?.positions[0]?.id ?? of.positionId;
  return (
    <Shell
      title={t('title')}
      current="positions"
      act="calibration.grade"
      crumb={view.data ? <Head view={view.data} /> : <h1>{t('title')}</h1>}
      tools={
        id === '' ? undefined : (
          <a
            className="link"
            href={
              back === ''
                ? hrefOf('positions')
                : hrefOf('position', { id: back, part: 'questions' })
            }
          >
            {t('lesson.later')}
          </a>
        )
      }
    >
      {id === '' ? (
        <Choose of={of} />
      ) : (
        <Awaited query={view}>{(data) => <Both view={data} />}</Awaited>
      )}
    </Shell>
  );
}
