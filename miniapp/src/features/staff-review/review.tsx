import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { ReportView } from '@zhiyu/contracts/scoring';
import { useRoute } from '../../api/query';
import { Icon } from '../../components/icon';
import { Awaited, Empty } from '../../components/state';
import { MaskLine } from '../staff-mask/mask-line';
import { hrefOf } from '../staff-shell/address.shared';
import { Shell } from '../staff-shell/shell';
import { actOf } from './review.shared';
import { Script } from './script';
import { Stage } from './stage';
import { useRoom, useWatched } from './use-room';
import './review.scss';
import './words';

/** Where keys write or press by themselves. */
function ownsKeys(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) {
    return false;
  }
  const typed = target.matches('input:not([type="checkbox"]), textarea, select');
  return typed || (key === ' ' && target.matches('button, input, a'));
}

const keys = [
  ['K', 'play'],
  ['J L', 'move'],
  ['↑ ↓', 'line'],
  ['E', 'mark'],
  ['P N', 'chapter'],
  ['< >', 'speed'],
  ['S', 'silence'],
  ['/', 'search'],
] as const;

function Keys() {
  const { t } = useTranslation('review');
  return (
    <ul className="review-keys" aria-label={t('keysLabel')}>
      {keys.map(([key, name]) => (
        <li key={name}>
          <kbd>{key}</kbd> {t(`keys.${name}`)}
        </li>
      ))}
    </ul>
  );
}

function RoomView({ view }: { view: ReportView }) {
  const watched = useWatched(view);
  const room = useRoom(watched);
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const act = ownsKeys(event.target, event.key) ? null : actOf(event);
      if (act === null) {
        return;
      }
      event.preventDefault();
      if (act === 'search') {
        search.current?.focus();
      } else {
        room.act(act);
      }
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
  return (
    <>
      <MaskLine id={view.applicationId} />
      <div className="review-room">
        <Stage room={room} watched={watched} />
        <Script answers={view.report.answers} room={room} watched={watched} search={search} />
      </div>
      <Keys />
    </>
  );
}

function Content({ view }: { view: ReportView }) {
  const { t } = useTranslation('review');
  const application = useRoute(routes.application, { id: view.applicationId });
  const playable = view.report.answers.some(({ hasMedia }) => hasMedia);
  return (
    <Awaited query={application}>
      {({ allowed }) =>
        !allowed.media ? (
          <Empty title={t('noRight')}>{t('noRightMore')}</Empty>
        ) : playable ? (
          <RoomView view={view} />
        ) : (
          <Empty title={t('none')}>{t('noneMore')}</Empty>
        )
      }
    </Awaited>
  );
}

/** The review room (R35): recordings with their words, by keyboard, from any piece of evidence to its second. */
export function Review({ interviewId }: { interviewId: string }) {
  const { t } = useTranslation('review');
  const report = useRoute(routes.report, { id: interviewId }, { enabled: interviewId !== '' });
  return (
    <Shell
      title={t('title')}
      current="applications"
      act="report.view"
      crumb={
        <>
          <a
            className="btn plain touch"
            href={hrefOf('report', { interview: interviewId })}
            aria-label={t('back')}
          >
            <Icon name="back" size="s" />
          </a>
          <h1>{report.data?.candidateName ?? t('title')}</h1>
          <span className="cap clip">{report.data?.positionName}</span>
        </>
      }
      tools={<span className="cap review-watched">{t('watched')}</span>}
    >
      {interviewId === '' ? (
        <Empty title={t('none')}>{t('noneMore')}</Empty>
      ) : (
        <Awaited query={report}>{(view) => <Content view={view} />}</Awaited>
      )}
    </Shell>
  );
}
