import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicationDetail } from '@zhiyu/contracts/application';
import { ResumeTab } from './resume-tab';
import { ScreeningTab } from './screening-tab';

const parts = ['fields', 'rules'] as const;

/** The résumé: the original beside its fields, or beside the rules of the screening. */
export function ResumePart({
  application,
  part: start,
  line,
}: {
  application: ApplicationDetail;
  part: (typeof parts)[number];
  line: number | null;
}) {
  const { t } = useTranslation('file');
  const [part, setPart] = useState(start);
  return (
    <>
      <div className="seg resume-seg" role="group" aria-label={t('resumePart.label')}>
        {parts.map((one) => (
          <button key={one} type="button" aria-pressed={one === part} onClick={() => setPart(one)}>
            {t(`resumePart.${one}`)}
          </button>
        ))}
      </div>
      {part === 'fields' ? (
        <ResumeTab application={application} startLine={line} />
      ) : (
        <ScreeningTab application={application} />
      )}
    </>
  );
}
