import { useTranslation } from 'react-i18next';
import type { ApplicationDetail } from '@zhiyu/contracts/application';
import { serverTime } from '../../platform/clock';
import { PromiseWord } from '../staff-shell/promise-word';
import { useWords } from '../staff-shell/use-words';
import './decision.scss';
import { nextStepOf } from './next-step.shared';

/** What happens next and until when an answer was promised: at the bottom of every tab. */
export function NextStepLine({ application }: { application: ApplicationDetail }) {
  const { t } = useTranslation('file');
  const words = useWords();
  const { key, at } = nextStepOf(application, serverTime());
  const { promiseAt } = application;
  return (
    <p className="decision-said">
      <span className="muted">{t('next.label')}</span>
      <b className="mid next-step">
        {t(`next.${key}`, { at: at === null ? '' : words.moment(at) })}
      </b>
      {promiseAt === null ? null : (
        <span className="next-promise">
          <span className="muted">{t('next.promise')}</span>
          <PromiseWord at={promiseAt} />
        </span>
      )}
    </p>
  );
}
