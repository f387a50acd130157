import { useTranslation } from 'react-i18next';
import type { CandidateStatus } from '@zhiyu/contracts/interview';
import { shortText } from '../../components/time';

/** Four steps, the one of now with its word. */
export function Steps({ status }: { status: CandidateStatus }) {
  const { t, i18n } = useTranslation('candidate');
  const glyph = { done: 'ok', now: 'now', next: '' } as const;
  return (
    <ol className="status-way">
      {status.steps.map((step) => (
        <li
          key={step.code}
          className={glyph[step.state]}
          aria-current={step.state === 'now' ? 'step' : undefined}
        >
          {t(`status.step.${step.code}`, { name: status.contactName })}
          {step.at === null ? null : (
            <span className="num">{shortText(step.at, status.serverNow, i18n.language)}</span>
          )}
        </li>
      ))}
    </ol>
  );
}
