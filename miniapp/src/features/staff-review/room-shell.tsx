import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewRoom } from '@zhiyu/contracts/review';
import { Icon } from '../../components/icon';
import { hrefOf } from '../staff-shell/address.shared';
import { ExampleMark } from '../staff-shell/example-mark';
import { Shell } from '../staff-shell/shell';
import { useMay } from '../staff-shell/use-me';

/** The bar on top, the same while the room is still asked for. */
export function RoomShell(props: {
  interviewId: string;
  view?: ReviewRoom | undefined;
  /** Another way back than to the report. */
  back?: string | undefined;
  tools?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
}) {
  const { interviewId, view, tools, footer, children } = props;
  const { t } = useTranslation('review');
  const may = useMay();
  const opens = view?.may.report ?? may('report.view');
  const report = opens ? hrefOf('report', { interview: interviewId }) : hrefOf('home');
  const back = props.back ?? report;
  return (
    <Shell
      title={view?.candidateName ?? t('title')}
      current="applications"
      act="review.enter"
      fits={props.back === undefined}
      crumb={
        <>
          <a
            className="btn plain touch review-back"
            href={back}
            aria-label={t(props.back === undefined ? 'back' : 'backToFile')}
          >
            <Icon name="back" size="s" />
          </a>
          <h1>
            {view?.candidateName ?? t('title')}
            {view ? <ExampleMark on={view.example} /> : null}
          </h1>
          <span className="cap clip">{view?.positionName}</span>
        </>
      }
      tools={tools}
      footer={footer}
    >
      {children}
    </Shell>
  );
}
